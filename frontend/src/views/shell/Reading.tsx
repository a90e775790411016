/** The region in the middle: the sheet, or another view of the same records, fetched when it is first asked for. */
import type { ComponentType, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { later, type Later } from "../../actions/later";
import { CARD_PARTS } from "../../actions/look";
import type { View } from "../../actions/session";
import { BLUEPRINT } from "../../model/records";
import { t } from "../../text";
import { Sheet } from "../sheet/Sheet";
import { useLater } from "./Later";

type Part = ComponentType<{ editor: Editor }>;

/** Not in the first load: whoever opens a blueprint sees the sheet first. */
const LATER: Readonly<Record<Exclude<View, "blueprint">, Later<Part>>> = {
  mirror: later(async () => (await import("../mirror/Mirror")).Mirror),
  table: later(async () => (await import("../table/Table")).Table),
  compare: later(async () => (await import("../compare/Compare")).Compare),
};

export function Reading({ editor }: { editor: Editor }): JSX.Element {
  const { view, look } = editor.session;
  const now = view.value;
  const shown = look.value;
  return (
    <main
      class="app-sheet"
      id="sheet"
      tabIndex={-1}
      data-region={now === "blueprint" ? "sheet" : now}
      data-density={shown.density}
      data-without={CARD_PARTS.filter((part) => !shown[part]).join(" ")}
      aria-label={t(now === "blueprint" ? "sheet.name" : `views.${now}`)}
    >
      {editor.session.wall.value && (
        <h1 class="visually-hidden">{editor.state.value.blueprint.get(BLUEPRINT)?.title}</h1>
      )}
      {now === "blueprint" ? <Sheet editor={editor} /> : <Other key={now} editor={editor} view={now} />}
    </main>
  );
}

function Other({ editor, view }: { editor: Editor; view: keyof typeof LATER }): JSX.Element {
  const [failed, setFailed] = useState(false);
  const Made = useLater(LATER[view], !failed, () => setFailed(true));
  if (failed) {
    return (
      <p class="later" role="alert">
        {t("views.failed")}{" "}
        <button type="button" class="button small" onClick={() => setFailed(false)}>
          {t("shell.retry")}
        </button>
      </p>
    );
  }
  if (Made === null) {
    return (
      <p class="later" role="status">
        {t("shell.loading")}
      </p>
    );
  }
  return <Made editor={editor} />;
}
