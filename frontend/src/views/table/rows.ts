/** Every step as a row of words: what the table shows, sorts and finds. A row whose parts did not change stays the same object. */
import type { Exchange, Lane, Link, Moment, State, Step, Use } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import type { Finding, Unknown } from "../../sync/friction";
import { language } from "../../text";
import { createGroups } from "../sheet/grouped";
import { COLUMNS, type ColumnId } from "./columns";
import { textOf } from "./texts";

export interface Row {
  readonly id: string;
  readonly step: Step;
  readonly lane: Lane;
  readonly moment: Moment;
  /** Its place on the sheet, counted moment by moment from the top; then its moment's and its lane's. */
  readonly place: number;
  readonly column: number;
  readonly line: number;
  /** Who does it: the step's own actor or the lane's. */
  readonly doer: string | null;
  readonly uses: readonly Use[];
  readonly exchanges: readonly Exchange[];
  readonly into: readonly Link[];
  readonly out: readonly Link[];
  readonly findings: readonly Finding[];
  /** How many of its facts a detector would need and does not have. */
  readonly unknown: number;
  readonly texts: Readonly<Record<ColumnId, string>>;
}

const NONE: readonly never[] = [];

/** A function that gives the rows in the sheet's order and remembers the last ones. */
export function createRows(): (
  state: State,
  sheet: Sheet,
  findings: readonly Finding[],
  unknown: readonly Unknown[],
) => readonly Row[] {
  const usesOf = createGroups<Use>((use) => [use.step]);
  const exchangesOf = createGroups<Exchange>((exchange) => [exchange.step]);
  const intoOf = createGroups<Link>((link) => [link.target]);
  const outOf = createGroups<Link>((link) => [link.source]);
  let last = new Map<string, { readonly parts: readonly unknown[]; readonly row: Row }>();
  return (state, sheet, findings, unknown) => {
    const groups = [
      usesOf(state.use),
      exchangesOf(state.exchange),
      intoOf(state.link),
      outOf(state.link),
    ] as const;
    const found = byStep(findings);
    const missing = unknownOf(state, unknown);
    const rows: Row[] = [];
    const next: typeof last = new Map();
    for (const [column, moment] of sheet.moments.entries()) {
      for (const [line, lane] of sheet.lanes.entries()) {
        for (const step of sheet.cell(lane.id, moment.id)) {
          const { id } = step;
          const [uses, exchanges, into, out] = groups.map((group) => group.get(id) ?? NONE) as [
            readonly Use[],
            readonly Exchange[],
            readonly Link[],
            readonly Link[],
          ];
          const flat = {
            id,
            step,
            lane,
            moment,
            place: rows.length,
            column,
            line,
            doer: step.actor ?? lane.actor,
            uses,
            exchanges,
            into,
            out,
            unknown: missing.get(id) ?? 0,
          };
          const facts = { ...flat, findings: found.get(id) ?? NONE };
          const parts = [
            ...Object.values(flat),
            ...facts.findings.map((finding) => finding.fingerprint),
            state.actor,
            state.channel,
            state.tool,
            state.information,
            ...into.map((link) => state.step.get(link.source)?.title),
            ...out.map((link) => state.step.get(link.target)?.title),
          ];
          const before = last.get(id);
          const kept =
            before?.parts.length === parts.length && parts.every((part, i) => part === before.parts[i])
              ? before
              : { parts, row: { ...facts, texts: textsOf(state, facts) } };
          next.set(id, kept);
          rows.push(kept.row);
        }
      }
    }
    last = next;
    return rows;
  };
}

function textsOf(state: State, facts: Omit<Row, "texts">): Record<ColumnId, string> {
  const texts = COLUMNS.map(({ id }) => [id, textOf(state, facts, id)]);
  return Object.fromEntries(texts) as Record<ColumnId, string>;
}

function byStep(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const step of new Set(finding.steps)) {
      const group = groups.get(step);
      if (group === undefined) groups.set(step, [finding]);
      else group.push(finding);
    }
  }
  return groups;
}

function unknownOf(state: State, unknown: readonly Unknown[]): Map<string, number> {
  const fields = new Map<string, Set<string>>();
  for (const { type, id, field } of unknown) {
    const step =
      type === "step" ? id : type === "use" || type === "exchange" ? state[type].get(id)?.step : undefined;
    if (step === undefined) continue;
    const known = fields.get(step) ?? new Set();
    fields.set(step, known.add(`${type} ${id} ${field}`));
  }
  return new Map([...fields].map(([step, known]) => [step, known.size]));
}

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** In the sheet's order where nothing else is asked for; what is not known stands last either way. */
export function sorted(rows: readonly Row[], sort: Sort | null): readonly Row[] {
  if (sort === null) return rows;
  const collator = new Intl.Collator(language(), { numeric: true });
  const sign = sort.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: sortKey(row, sort.column) }))
    .sort((a, b) => {
      if (a.key === b.key) return a.row.place - b.row.place;
      if (a.key === null) return 1;
      if (b.key === null) return -1;
      const by =
        typeof a.key === "number" && typeof b.key === "number"
          ? a.key - b.key
          : collator.compare(String(a.key), String(b.key));
      return by === 0 ? a.row.place - b.row.place : sign * by;
    })
    .map(({ row }) => row);
}

function sortKey(row: Row, column: ColumnId): number | string | null {
  switch (column) {
    case "work_min":
    case "wait_min":
    case "emotion":
      return row.step[column];
    case "moment_of_truth":
      return row.step.moment_of_truth ? 0 : 1;
    case "findings":
      return row.findings.length === 0 ? null : row.findings.length;
    case "moment":
      return row.column;
    case "lane":
      return row.line;
    default:
      return row.texts[column] === "" ? null : row.texts[column];
  }
}
