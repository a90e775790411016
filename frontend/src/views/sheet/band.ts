/** What the emotion band shows of a sheet: the same object while no edit touches it, so that it is not drawn again. */
import type { Moment } from "../../model/records";
import type { Curve, Felt, Half, Sheet } from "../../model/sheet";

export interface Band {
  readonly moments: readonly Moment[];
  readonly curves: readonly Curve[];
  /** One a moment. */
  readonly felt: Readonly<Record<Half, readonly Felt[]>>;
}

/** A function that gives the band of a sheet and remembers the last one. */
export function createBands(): (sheet: Sheet) => Band {
  let last: Band | null = null;
  return (sheet) => {
    const { moments, curves } = sheet;
    const count = (half: Half): readonly Felt[] => sheet.felt.map((one) => one[half]);
    const next: Band = {
      moments,
      curves,
      felt: { customer: count("customer"), employee: count("employee") },
    };
    return last !== null && same(last, next) ? last : (last = next);
  };
}

const same = (a: Band, b: Band): boolean =>
  a.moments === b.moments &&
  a.curves === b.curves &&
  sameFelt(a.felt.customer, b.felt.customer) &&
  sameFelt(a.felt.employee, b.felt.employee);

const sameFelt = (a: readonly Felt[], b: readonly Felt[]): boolean =>
  a.length === b.length && a.every(({ steps, known }, i) => steps === b[i]?.steps && known === b[i].known);
