/** What the server sends, checked: a proxy's page or another protocol must not pass for records. */
import { stateOf } from "../model/apply";
import type { Op, State } from "../model/records";
import { isObject } from "./api";
import type { Dropped, Kept } from "./events";

export const PROTOCOL = 1;

export interface Snapshot {
  readonly seq: number;
  readonly epoch: string;
  readonly protocol: number;
  readonly state: State;
}
export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly ops: readonly Op[];
}
export interface Page {
  readonly seq: number;
  readonly epoch: string;
  readonly more: boolean;
  readonly changes: readonly Entry[];
}
export interface Answer {
  readonly seq: number;
  readonly dropped: readonly Dropped[];
  readonly kept: readonly Kept[];
}

export function readSnapshot(body: unknown): Snapshot {
  const { seq, epoch, protocol, records } = object(body);
  return {
    seq: whole(seq),
    epoch: String(epoch),
    protocol: typeof protocol === "number" ? protocol : PROTOCOL,
    state: stateOf(object(records)),
  };
}

export function readPage(body: unknown): Page {
  const { seq, epoch, more, changes } = object(body);
  return {
    seq: whole(seq),
    epoch: String(epoch),
    more: more === true,
    changes: array(changes).map((entry) => {
      const { seq: at, id, ops } = object(entry);
      return { seq: whole(at), id: String(id), ops: array(ops) as readonly Op[] };
    }),
  };
}

export function readAnswer(body: unknown): Answer {
  const { seq, dropped = [], kept = [] } = object(body);
  return {
    seq: whole(seq),
    dropped: array(dropped) as readonly Dropped[],
    kept: array(kept) as readonly Kept[],
  };
}

/** As of a lost connection: what answers is not the server. */
const unlike = (): never => {
  throw new TypeError("not an answer of the server");
};
const object = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : unlike());
const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : unlike());
const whole = (value: unknown): number => (Number.isInteger(value) ? (value as number) : unlike());
