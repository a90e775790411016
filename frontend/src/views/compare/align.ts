/** Two sheets on one set of columns and rows: by id, else by title, so that what stands for the same stands together. */
import type { Lane, Moment, Step } from "../../model/records";
import type { Minutes, Sheet } from "../../model/sheet";

export interface Pair<T> {
  readonly key: string;
  readonly before: T | null;
  readonly after: T | null;
}
export interface Aligned {
  readonly moments: readonly (Pair<Moment> & { readonly minutes: Pair<Minutes> })[];
  readonly lanes: readonly Pair<Lane>[];
  readonly cell: (side: "before" | "after", lane: Pair<Lane>, moment: Pair<Moment>) => readonly Step[];
}

export function align(before: Sheet, after: Sheet): Aligned {
  const moments = pairs(before.moments, after.moments);
  const sheets = { before, after };
  return {
    moments: moments.map((pair) => ({
      ...pair,
      minutes: {
        key: pair.key,
        before: (pair.before && before.minutes[before.moments.indexOf(pair.before)]) ?? null,
        after: (pair.after && after.minutes[after.moments.indexOf(pair.after)]) ?? null,
      },
    })),
    lanes: pairs(before.lanes, after.lanes),
    cell(side, lane, moment) {
      const [row, column] = [lane[side], moment[side]];
      return row === null || column === null ? [] : sheets[side].cell(row.id, column.id);
    },
  };
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** In the order of `after`; what it has no longer stands behind what it stood behind. */
export function pairs<T extends Titled>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const left = new Set(before);
  const row: Pair<T>[] = after.map((one) => {
    const same =
      before.find((other) => other.id === one.id) ??
      [...left].find((other) => other.title === one.title && !after.some(({ id }) => id === other.id));
    if (same !== undefined) left.delete(same);
    return { key: one.id, before: same ?? null, after: one };
  });
  for (const [at, one] of before.entries()) {
    if (!left.has(one)) continue;
    const previous = before[at - 1];
    const behind = row.findIndex((pair) => pair.before !== null && pair.before === previous);
    row.splice(behind + 1, 0, { key: `before ${one.id}`, before: one, after: null });
  }
  return row;
}
