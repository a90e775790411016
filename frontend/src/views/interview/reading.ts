/** What was typed as an answer, understood in the form of the question; `null` where it makes no sense. */
import type { Answer } from "../../actions/interview/answers";
import { FORMS, type Form, type Option } from "../../model/interview/forms";
import type { Question } from "../../model/interview/question";
import { duration, number, percent, t, type Key } from "../../text";
import { fold, readLatency, readMinutes, readNumber, readShare } from "../panel/controls/reading";

export type TypedForm = Exclude<Form["kind"], "choice" | "names" | "steps">;

export function readTyped(kind: TypedForm, text: string): Answer | null {
  if (kind === "text") return text.trim() === "" ? null : { kind: "text", text };
  const value = READ[kind](text);
  return typeof value === "number" ? { kind: "number", value } : null;
}

const READ: { readonly [K in Exclude<TypedForm, "text">]: (text: string) => number | null | undefined } = {
  minutes: readMinutes,
  seconds: readLatency,
  days: (text) => readNumber(text.replace(/\s*(j(ours?)?|d(ays?)?)\.?\s*$/i, "")),
  count: readNumber,
  amount: (text) => readNumber(text.replace(/[€$£]/g, "")),
  // Rework that takes every case would never end.
  share: (text) => {
    const share = readShare(text);
    return share === 1 ? undefined : share;
  },
};

/** How a number was understood; empty where it is written just so. */
export function understood(kind: TypedForm, { value }: { readonly value: number }): string {
  if (kind === "minutes") return duration(value);
  if (kind === "seconds") return duration(value / 60);
  return kind === "share" ? percent(value) : number(value);
}

export const wrongOf = (kind: TypedForm): string => t(WRONG[kind] ?? "interview.wrong.number");
const WRONG: Readonly<Partial<Record<TypedForm, Key>>> = {
  minutes: "interview.wrong.minutes",
  seconds: "interview.wrong.minutes",
  share: "interview.wrong.share",
};

/** One name, or several with commas between; a title that holds a comma itself is found whole. */
export function readNames(text: string, options: readonly Option[], several: boolean): (Option | string)[] {
  const parts = several ? text.split(",") : [text];
  const names: (Option | string)[] = [];
  for (let from = 0, to; from < parts.length; from = to) {
    to = parts.length;
    let found = titled(options, parts.slice(from, to).join(","));
    while (found === undefined && to > from + 1) found = titled(options, parts.slice(from, --to).join(","));
    const name = found ?? (parts[from] ?? "").replace(/\s+/g, " ").trim();
    if (name !== "") names.push(name);
  }
  return names;
}

const titled = (options: readonly Option[], text: string): Option | undefined =>
  options.find(({ title }) => fold(title) === fold(text));

/** The answer that names give; steps are not made on the fly: null where one is unknown. */
export function answerOf({ ask }: Question, names: readonly (Option | string)[]): Answer | null {
  if (names.length === 0) return null;
  if (FORMS[ask].kind === "names")
    return {
      kind: "names",
      names: names.map((name) => (typeof name === "string" ? { title: name } : { id: name.id })),
    };
  const steps = names.flatMap((name) => (typeof name === "string" ? [] : [name.id]));
  return steps.length === names.length ? { kind: "steps", steps } : null;
}

/** Those that hold what is typed, the ones that begin with it first. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const wanted = fold(typed);
  if (wanted === "") return [...options];
  const at = ({ title }: Option): number => fold(title).indexOf(wanted);
  return options.filter((one) => at(one) >= 0).sort((a, b) => Math.sign(at(a)) - Math.sign(at(b)));
}

/** What is being typed now: the part after the last comma where several may be named. */
export const lastPart = (text: string, several: boolean): string =>
  several ? text.slice(text.lastIndexOf(",") + 1).trimStart() : text;
