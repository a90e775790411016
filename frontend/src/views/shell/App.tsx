/** The frame: top bar, sheet, panel beside it, findings below it, and what lies over all of them. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { BLUEPRINT } from "../../model/records";
import { t } from "../../text";
import { Compare } from "../compare/Compare";
import { Detectors } from "../detectors/Detectors";
import { Tray } from "../findings/Tray";
import { Panel } from "../panel/Panel";
import { Sheet } from "../sheet/Sheet";
import { Help } from "./Help";
import { listen } from "./keys";
import { Notices } from "./Notices";
import { SavedBanner } from "./Saved";
import { TopBar } from "./TopBar";

export function App({ editor }: { editor: Editor }): JSX.Element {
  useEffect(() => listen(editor), [editor]);
  const title = editor.state.value.blueprint.get(BLUEPRINT)?.title ?? "";
  useEffect(() => {
    document.title = `${title} · Rectoverso`;
  }, [title]);
  return (
    <div class="app">
      <TopBar editor={editor} />
      <SavedBanner editor={editor} />
      <main class="app-sheet" id="sheet" data-region="sheet" aria-label={t("sheet.name")}>
        <Sheet editor={editor} />
      </main>
      <Panel editor={editor} />
      <Tray editor={editor} />
      <Notices editor={editor} />
      <Help editor={editor} />
      <Detectors editor={editor} />
      <Compare editor={editor} />
    </div>
  );
}
