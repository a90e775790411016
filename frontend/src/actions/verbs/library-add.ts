/** Adds a tool, a piece of information, an actor or a channel by its title; one that exists under it stays alone. */
import { t } from "../../text";
import type { Action } from "../action";
import { named, type NamedType } from "../named";

export const libraryAdd: Action<[type: NamedType, title: string], string | null> = {
  id: "library-add",
  label: "panel.library.add",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, type, title) {
    const found = named(editor.state.value, type, { title });
    if (found === null) return null;
    if (found.ops.length > 0 && editor.submit(t(`panel.library.${type}.add`), found.ops) === null)
      return null;
    return found.id;
  },
};
