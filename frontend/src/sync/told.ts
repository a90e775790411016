/**
 * The newest answer of the analysis as it came: the next one names what it says again as stretches of it. Of a large sheet
 * an edit changes a few findings in hundreds; told whole, each edit would fetch and read a megabyte.
 */
import { isObject } from "./api";

type Body = Readonly<Record<string, unknown>>;
export interface Told {
  /** What the server calls the state that it speaks of; empty: nothing was told yet. */
  readonly state: string;
  readonly findings: readonly unknown[];
  readonly unknown: readonly unknown[];
}
export const NOTHING: Told = { state: "", findings: [], unknown: [] };

/** The answer with everything that it only names. Throws `TypeError` where it speaks of another one than `told`. */
export function whole(body: unknown, told: Told): unknown {
  if (!isObject(body) || body.since === undefined) return body;
  if (body.since !== told.state) throw new TypeError("an answer about another answer");
  return {
    ...body,
    findings: unfold(body.findings, told.findings),
    unknown: unfold(body.unknown, told.unknown),
  };
}

/** What the next answer may name; nothing where the server does not say what it spoke of. */
export function toldBy(body: unknown): Told {
  if (!isObject(body) || typeof body.state !== "string") return NOTHING;
  const { state, findings, unknown } = body as Body & Told;
  return { state, findings, unknown };
}

/** [first, end] stands for a stretch of the list before. */
function unfold(items: unknown, before: readonly unknown[]): unknown {
  if (!Array.isArray(items)) return items;
  return items.flatMap((item: unknown) =>
    Array.isArray(item) ? before.slice(...(item as [number, number])) : [item],
  );
}
