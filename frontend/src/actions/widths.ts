/**
 * How wide this person made the columns of moments. A blueprint has no widths, so they are not part of it: they are kept
 * in this browser, for each blueprint, and are no change to be undone.
 */
import { isObject } from "../sync/api";
import { recall, remember } from "./kept";
import type { Session } from "./session";

export type Widths = ReadonlyMap<string, number>;

/** In the sheet's own pixels. */
export const NARROWEST = 96;
export const WIDEST = 720;

const within = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

const nameOf = (blueprint: string): string => `widths.${blueprint}`;

export function recallWidths(session: Session, blueprint: string): void {
  const kept = recall(nameOf(blueprint));
  if (!isObject(kept)) return;
  const widths = Object.entries(kept).flatMap(([moment, width]): [string, number][] =>
    typeof width === "number" && width > 0 ? [[moment, within(width)]] : [],
  );
  session.widths.value = new Map(widths);
}

/** null: as wide as the sheet gives it. `pinned` columns keep the width they have, where they have none of their own. */
export function withWidth(
  widths: Widths,
  moment: string,
  width: number | null,
  pinned: Widths = new Map(),
): Widths {
  const next = new Map([...pinned, ...widths]);
  if (width === null) next.delete(moment);
  else next.set(moment, within(width));
  return next;
}

/** Keeps them for the next time; what is gone from the sheet is forgotten. */
export function rememberWidths(
  blueprint: string,
  widths: Widths,
  moments: ReadonlyMap<string, unknown>,
): void {
  const kept = [...widths].filter(([moment]) => moments.has(moment));
  remember(nameOf(blueprint), kept.length === 0 ? null : Object.fromEntries(kept));
}
