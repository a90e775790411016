/** What an interview asks: the fact that is missing, what it is about, which kinds of friction wait for it. */

import type { Type } from "../records";

/**
 * What is asked, in the order in which equally weighty questions about one thing come. A field of a record has its
 * own name; the others say in a word what is put or picked.
 */
export const ASKS = [
  "truth", // which customer step decides
  "follows", // the step after which an unlinked one comes
  "lane_actor",
  "actor",
  "approval", // is the step one
  "search",
  "uses",
  "types", // into a tool that the step uses
  "exchange_tool",
  "tells",
  "needs",
  "state",
  "as",
  "within_min",
  "delay_min",
  "held_in",
  "latency_s",
  "access",
  "decides",
  "stakes",
  "recovery",
  "work_min",
  "wait_min",
  "emotion",
  "standard",
  "expects",
  "measured_on",
  "channel",
  "blank", // does nothing happen in an empty cell
  "share",
  "headcount",
  "cases_per_month",
  "cost_per_hour",
  "reviewed_days_ago",
  "signal", // how what customers say comes back
  "reader", // the step at which it is read
] as const;
export type Ask = (typeof ASKS)[number];

/** A kind of friction that waits for the answer. */
export interface Waiting {
  readonly detector: string;
  /** The answer alone lets it judge; else another must follow. */
  readonly sure: boolean;
}

export interface Question {
  /** The same for as long as the same fact of the same record is missing. */
  readonly key: string;
  readonly ask: Ask;
  /** The record that the answer changes or is put beside; of a cell its lane. */
  readonly id: string;
  /** The step it speaks of, where it speaks of one. */
  readonly step: string | null;
  readonly lane: string | null;
  readonly moment: string | null;
  /** The steps of which more is known with the answer. */
  readonly steps: readonly string[];
  readonly waiting: readonly Waiting[];
  readonly weight: number;
}

/** A question before it is weighed. */
export type Open = Omit<Question, "weight" | "waiting"> & { readonly waiting: Waiting[] };

/** Where an interview stays; null is everywhere. */
export interface Range {
  readonly lane: string | null;
  readonly moment: string | null;
  readonly steps: ReadonlySet<string> | null;
}
export const EVERYWHERE: Range = { lane: null, moment: null, steps: null };

/** What the server's analysis says could not be judged, and for want of what. */
export interface Gap {
  readonly detector: string;
  readonly type: string;
  readonly id: string;
  readonly field: string;
}

export const keyOf = (type: string, id: string, fact: string): string => `${type}/${id}/${fact}`;
export const cellKey = (lane: string, moment: string): string => keyOf("cell", `${lane} ${moment}`, "blank");

const RENAMED: Readonly<Partial<Record<Ask, string>>> = {
  lane_actor: "actor",
  exchange_tool: "tool",
  access: "actors",
  approval: "kind",
  search: "kind",
};

/** The field that an answer sets, of the record with the question's id. */
export const placeOf = ({ ask, key }: Question): { readonly type: Type; readonly field: string } => ({
  type: key.slice(0, key.indexOf("/")) as Type,
  field: RENAMED[ask] ?? ask,
});
