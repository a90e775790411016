/** Opens the choices of an export: what the file holds and how it is drawn. */
import type { Action } from "../action";

export const exportOptions: Action = {
  id: "export-options",
  label: "reviews.export.options",
  group: "blueprint",
  scope: "page",
  keys: { "Mod+Shift+e": [] },
  enabled: () => true,
  run({ session }) {
    session.exporting.value = true;
  },
};
