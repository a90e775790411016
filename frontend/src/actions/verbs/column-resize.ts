/** Makes the column of a moment so wide, for this person on this computer; without a width as wide as the sheet gives it. */
import { t } from "../../text";
import type { Action } from "../action";
import { targetHeader } from "../targets";
import { rememberWidths, type Widths, withWidth } from "../widths";

export const columnResize: Action<[moment?: string, width?: number | null, pinned?: Widths]> = {
  id: "column-resize",
  label: "direct.column.reset",
  group: "view",
  scope: "header",
  keys: { "Alt+Shift+ArrowUp": [] },
  enabled: (editor) => targetHeader(editor)?.on === "moment",
  run(editor, moment = targetHeader(editor)?.id, width = null, pinned = new Map()) {
    const { session, state, config } = editor;
    const record = state.value.moment.get(moment ?? "");
    if (record === undefined) return;
    session.widths.value = withWidth(session.widths.value, record.id, width, pinned);
    rememberWidths(config.blueprint, session.widths.value, state.value.moment);
    const now = session.widths.value.get(record.id);
    session.announce(
      now === undefined
        ? t("direct.said.column.reset", { title: record.title })
        : t("direct.said.column", { title: record.title, n: now }),
    );
  },
};
