/** Where marks stand on the sheet: flags of people at the upper left of what they are on, notes at the lower right. */
import { type Concern, isDismissed } from "../../actions/concerns";
import type { Area, Note } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import type { Plan } from "../links/routing";
import { CELL_X, CELL_Y } from "../sheet/measure";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
export interface FlagMark {
  readonly id: string;
  readonly number: number;
  readonly x: number;
  readonly y: number;
}
export interface AreaMark extends Box {
  readonly id: string;
  readonly number: number;
}
export interface NoteMark {
  readonly on: string;
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** What an area covers, in the canvas's pixels; null where its lanes or moments are gone. */
export function areaBox({ columns, rows }: Plan, sheet: Sheet, { lanes, moments }: Area): Box | null {
  const span = (ids: readonly string[], [first, last]: readonly [string, string]) => {
    const [a, b] = [ids.indexOf(first), ids.indexOf(last)];
    return a < 0 || b < 0 ? null : ([Math.min(a, b), Math.max(a, b)] as const);
  };
  const across = span(
    sheet.moments.map(({ id }) => id),
    moments,
  );
  const down = span(
    sheet.lanes.map(({ id }) => id),
    lanes,
  );
  if (across === null || down === null) return null;
  const [left, right] = [columns[across[0]], columns[across[1] + 1]];
  const [top, bottom] = [rows[down[0]], rows[down[1] + 1]];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const [x, y] = [left.to - CELL_X + 2, top.to - CELL_Y + 2];
  return { x, y, w: right.from + CELL_X - 2 - x, h: bottom.from + CELL_Y - 2 - y };
}

type Anchors = (id: string) => { readonly x: number; readonly y: number } | null;

/** One pennant for each card or link that a flag is on; several on one card stand side by side. */
export function flagMarks(
  flags: readonly Extract<Concern, { kind: "flag" }>[],
  plan: Plan,
  sheet: Sheet,
  linkAt: Anchors,
): { readonly flags: readonly FlagMark[]; readonly areas: readonly AreaMark[] } {
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  const there = new Map<string, number>();
  const marks: FlagMark[] = [];
  const areas: AreaMark[] = [];
  for (const one of flags) {
    if (isDismissed(one)) continue;
    const { flag, id, number } = one;
    for (const on of flag.on) {
      const before = there.get(on) ?? 0;
      const card = cards.get(on);
      const at = card === undefined ? linkAt(on) : { x: card.x - 7, y: card.y - 17 };
      if (at === null) continue;
      there.set(on, before + 1);
      marks.push({ id, number, x: at.x + before * 24, y: at.y });
    }
    const box = flag.area === null ? null : areaBox(plan, sheet, flag.area);
    if (box !== null) areas.push({ ...box, id, number });
  }
  return { flags: marks, areas };
}

/** A count for each card and each link with notes of its own. */
export function noteMarks(
  groups: ReadonlyMap<string, readonly Note[]>,
  plan: Plan,
  linkAt: Anchors,
): readonly NoteMark[] {
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  return [...groups].flatMap(([on, notes]) => {
    const card = cards.get(on);
    const at = card === undefined ? linkAt(on) : { x: card.x + card.w - 34, y: card.y + card.h - 11 };
    return at === null ? [] : [{ on, n: notes.length, x: at.x, y: at.y }];
  });
}
