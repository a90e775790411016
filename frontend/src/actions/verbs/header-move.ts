/**
 * Moves the focused phase or moment to the side, a lane up or down. A moment at the edge of its phase goes over into
 * the next one; a lane at the edge of its kind takes on the next kind, one line at a time.
 */
import { LANE_KINDS } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { t } from "../../text";
import type { Action } from "../action";
import type { Header } from "../session";
import { targetHeader } from "../targets";
import { headerPlace, type Spot } from "./header-place";
import type { Direction } from "./step-move";

export const headerMove: Action<[direction: Direction]> = {
  id: "header-move",
  label: "actions.header.move",
  group: "sheet",
  scope: "header",
  keys: {
    "Mod+ArrowLeft": ["left"],
    "Mod+ArrowRight": ["right"],
    "Mod+ArrowUp": ["up"],
    "Mod+ArrowDown": ["down"],
  },
  enabled: (editor) => targetHeader(editor) !== null,
  run(editor, direction) {
    const header = targetHeader(editor);
    const vertical = direction === "up" || direction === "down";
    if (header === null || (header.on === "lane") !== vertical) return;
    const by = direction === "left" || direction === "up" ? -1 : 1;
    const spot = spotOf(editor.sheet.value, header.on, header.id, by);
    if (spot === null) editor.session.announce(t("actions.said.edge"));
    else headerPlace.run(editor, spot);
  },
};

function spotOf(sheet: Sheet, on: Header, id: string, by: -1 | 1): Spot | null {
  if (on === "phase") {
    const before = swapped(
      sheet.phases.map((span) => span.phase.id),
      id,
      by,
    );
    return before === undefined ? null : { on, id, before };
  }
  if (on === "moment") {
    const at = sheet.phases.findIndex((span) => span.moments.some((moment) => moment.id === id));
    const span = sheet.phases[at];
    if (span === undefined) return null;
    const before = swapped(
      span.moments.map((moment) => moment.id),
      id,
      by,
    );
    if (before !== undefined) return { on, id, phase: span.phase.id, before };
    const next = sheet.phases[at + by];
    if (next === undefined) return null;
    return { on, id, phase: next.phase.id, before: by < 0 ? null : (next.moments[0]?.id ?? null) };
  }
  const lane = sheet.lanes.find((one) => one.id === id);
  if (lane === undefined) return null;
  const ofKind = (kind: string): string[] =>
    sheet.lanes.filter((one) => one.kind === kind).map((one) => one.id);
  const before = swapped(ofKind(lane.kind), id, by);
  if (before !== undefined) return { on, id, kind: lane.kind, before };
  const kind = LANE_KINDS[LANE_KINDS.indexOf(lane.kind) + by];
  return kind === undefined ? null : { on, id, kind, before: by < 0 ? null : (ofKind(kind)[0] ?? null) };
}

/** Before whom it stands once it changed places with its neighbour (null: last); undefined where there is none. */
function swapped(ids: readonly string[], id: string, by: -1 | 1): string | null | undefined {
  const at = ids.indexOf(id);
  if (ids[at + by] === undefined) return undefined;
  return ids[by < 0 ? at - 1 : at + 2] ?? null;
}
