/** Moves a phase, moment or lane to a place: what dropping a header does. A moment may change phase, a lane its kind. */
import { set, type LaneKind, type Op } from "../../model/records";
import { place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { targetHeader } from "../targets";

/** `before` null: last of all, of its phase or of its kind. */
export type Spot =
  | { readonly on: "phase"; readonly id: string; readonly before: string | null }
  | { readonly on: "moment"; readonly id: string; readonly phase: string; readonly before: string | null }
  | { readonly on: "lane"; readonly id: string; readonly kind: LaneKind; readonly before: string | null };

export const headerPlace: Action<[spot: Spot]> = {
  id: "header-place",
  label: "actions.header.place",
  group: "sheet",
  scope: "header",
  keys: {},
  enabled: (editor) => targetHeader(editor) !== null,
  run(editor, spot) {
    const record = editor.state.value[spot.on].get(spot.id);
    if (record === undefined || spot.before === spot.id) return;
    const ops = opsOf(editor, spot);
    if (ops.length === 0 || editor.submit(t(`actions.${spot.on}.move`), ops) === null) return;
    const { title } = record;
    const kind = "kind" in record && spot.on === "lane" && record.kind !== spot.kind ? spot.kind : null;
    editor.session.announce(
      kind === null
        ? t("actions.said.headerMoved", { title })
        : t("actions.said.kind", { title, kind: t(`actions.kind.${kind}`) }),
    );
  },
};

function opsOf({ state }: Editor, spot: Spot): readonly Op[] {
  const records: readonly { readonly id: string; readonly order: string }[] = [
    ...state.value[spot.on].values(),
  ];
  const placed = place(records, [spot.id], { next: spot.before }).map(([id, order]): Op => ({
    op: "set",
    type: spot.on,
    id,
    field: "order",
    value: order,
  }));
  if (spot.on === "moment" && state.value.moment.get(spot.id)?.phase !== spot.phase) {
    return [set("moment", spot.id, "phase", spot.phase), ...placed];
  }
  if (spot.on === "lane" && state.value.lane.get(spot.id)?.kind !== spot.kind) {
    return [set("lane", spot.id, "kind", spot.kind), ...placed];
  }
  return placed;
}
