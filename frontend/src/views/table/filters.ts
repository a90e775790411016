/** Which rows are asked for: a text anywhere in them, and one value each of what they are about. */
import { fold } from "../panel/controls/reading";
import type { Row } from "./rows";

export interface Filters {
  readonly text: string;
  readonly lane: string;
  /** Id of a moment or of a phase. */
  readonly moment: string;
  readonly who: string;
  readonly tool: string;
  readonly kind: string;
  readonly basis: string;
  readonly findings: boolean;
  readonly unknown: boolean;
}

export const ALL: Filters = {
  text: "",
  lane: "",
  moment: "",
  who: "",
  tool: "",
  kind: "",
  basis: "",
  findings: false,
  unknown: false,
};

/** How many are set besides the text. */
export const countOf = (filters: Filters): number =>
  Object.entries(filters).filter(([name, value]) => name !== "text" && value !== "" && value !== false)
    .length;

/** Every word typed must stand somewhere in the row, with or without accents. */
export function filtered(rows: readonly Row[], filters: Filters): readonly Row[] {
  const words = fold(filters.text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0 && countOf(filters) === 0) return rows;
  const is = (wanted: string, value: string | null): boolean => wanted === "" || wanted === value;
  return rows.filter((row) => {
    const { step, moment } = row;
    return (
      is(filters.lane, step.lane) &&
      (is(filters.moment, moment.id) || filters.moment === moment.phase) &&
      is(filters.who, row.doer) &&
      (filters.tool === "" || row.uses.some(({ tool }) => tool === filters.tool)) &&
      is(filters.kind, step.kind) &&
      is(filters.basis, step.basis) &&
      (!filters.findings || row.findings.length > 0) &&
      (!filters.unknown || row.unknown > 0) &&
      (words.length === 0 || holds(row, words))
    );
  });
}

const folded = new WeakMap<Row, string>();

function holds(row: Row, words: readonly string[]): boolean {
  let all = folded.get(row);
  if (all === undefined) {
    // Titles of the steps that it is linked with are words of theirs.
    const { into: _into, out: _out, ...own } = row.texts;
    folded.set(row, (all = fold(Object.values(own).join(" "))));
  }
  return words.every((word) => all.includes(word));
}
