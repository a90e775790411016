/** The region in the middle: the sheet, or another view of the same records, fetched when it is first asked for. */
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { CARD_PARTS } from "../../actions/look";
import type { View } from "../../actions/session";
import { BLUEPRINT } from "../../model/records";
import { t } from "../../text";
import { Sheet } from "../sheet/Sheet";

type Part = ComponentType<{ editor: Editor }>;

/** Not in the first load: whoever opens a blueprint sees the sheet first. */
const LATER: Readonly<Record<Exclude<View, "blueprint">, () => Promise<Part>>> = {
  mirror: async () => (await import("../mirror/Mirror")).Mirror,
  table: async () => (await import("../table/Table")).Table,
  compare: async () => (await import("../compare/Compare")).Compare,
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
      {now === "blueprint" ? <Sheet editor={editor} /> : <Later key={now} editor={editor} view={now} />}
    </main>
  );
}

function Later({ editor, view }: { editor: Editor; view: keyof typeof LATER }): JSX.Element {
  const [part, setPart] = useState<{ readonly made: Part } | "failed" | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    LATER[view]().then(
      (made) => {
        if (current) setPart({ made });
      },
      () => {
        if (current) setPart("failed");
      },
    );
    return () => void (current = false);
  }, [view, round]);
  if (part === "failed") {
    return (
      <p class="later" role="alert">
        {t("views.failed")}{" "}
        <button type="button" class="button small" onClick={() => setRound(round + 1)}>
          {t("shell.retry")}
        </button>
      </p>
    );
  }
  if (part === null) {
    return (
      <p class="later" role="status">
        {t("shell.loading")}
      </p>
    );
  }
  return <part.made editor={editor} />;
}
