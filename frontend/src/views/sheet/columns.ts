/** The columns of the sheet: its moments, and one to fill for each phase that has none yet. */
import type { Moment, Phase } from "../../model/records";
import type { Sheet } from "../../model/sheet";

export interface Column {
  readonly key: string;
  readonly phase: Phase;
  readonly moment: Moment | null;
}
export interface Span {
  readonly phase: Phase;
  readonly first: number;
  readonly count: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly spans: readonly Span[];
}

/** Worked out once while the phases are the same: what shows a column is then drawn once, too. */
const known = new WeakMap<Sheet["phases"], Columns>();

export function columnsOf({ phases }: Pick<Sheet, "phases">): Columns {
  let columns = known.get(phases);
  if (columns === undefined) known.set(phases, (columns = lay(phases)));
  return columns;
}

function lay(phases: Sheet["phases"]): Columns {
  const columns: Column[] = [];
  const spans = phases.map(({ phase, moments }): Span => {
    const first = columns.length;
    if (moments.length === 0) columns.push({ key: `phase ${phase.id}`, phase, moment: null });
    for (const moment of moments) columns.push({ key: moment.id, phase, moment });
    return { phase, first, count: columns.length - first };
  });
  return { columns, spans };
}
