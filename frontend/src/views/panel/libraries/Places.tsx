/** Where an entry of the library is used: each place leads there. A long list shows its beginning first. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Editor } from "../../../actions/editor";
import type { Usage } from "../../../model/usage";
import { t } from "../../../text";
import { goTo } from "../goto";
import { titleOf } from "../records";
import { entryOf, unfold } from "./unfolded";

const FIRST = 6;

export function Places({ editor, usages }: { editor: Editor; usages: readonly Usage[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const places = together(usages);
  if (places.length === 0) return <p class="hint">{t("library.unused")}</p>;
  const shown = all ? places : places.slice(0, FIRST);
  return (
    <section class="places">
      <h4 class="field-label">{t("library.used")}</h4>
      <ul>
        {shown.map(({ at, hows }) => (
          <li key={`${at.type}/${at.id}`}>
            <button type="button" class="place" onClick={() => lead(editor, at)}>
              <span class="place-title">{titleOf(editor.state.value, at.type, at.id)}</span>
              <span class="item-detail"> · {hows.map((how) => t(`library.how.${how}`)).join(", ")}</span>
            </button>
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <button type="button" class="text-button" onClick={() => setAll(true)}>
          {t("library.all", { n: places.length })}
        </button>
      )}
    </section>
  );
}

interface Place {
  readonly at: Usage["at"];
  readonly hows: readonly Usage["how"][];
}

/** Each place once, with all the ways in which it uses the entry. */
function together(usages: readonly Usage[]): readonly Place[] {
  const places = new Map<string, { at: Usage["at"]; hows: Set<Usage["how"]> }>();
  for (const { at, how } of usages) {
    const name = entryOf(at.type, at.id);
    const known = places.get(name);
    if (known === undefined) places.set(name, { at, hows: new Set([how]) });
    else known.hows.add(how);
  }
  return [...places.values()].map(({ at, hows }) => ({ at, hows: [...hows] }));
}

/** To the card or the lane on the sheet, or to another entry of the library. */
function lead(editor: Editor, at: Usage["at"]): void {
  if (at.type === "step") {
    editor.session.panel.value = { open: true, tab: "blueprint" }; // the library stays beside the card
    goTo(editor, { type: "step", id: at.id });
  } else if (at.type === "lane") goTo(editor, { type: "lane", id: at.id, field: "actor" });
  else {
    unfold(editor, at.type);
    unfold(editor, entryOf(at.type, at.id));
    goTo(editor, { type: at.type, id: at.id, field: "title" });
  }
}
