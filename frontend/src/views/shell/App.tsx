/** The frame: top bar, sheet, panel beside it, findings below it, and what lies over all of them. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { BLUEPRINT } from "../../model/records";
import { Detectors } from "../detectors/Detectors";
import { Find } from "../find/Find";
import { Tray } from "../findings/Tray";
import { Interview } from "../interview/Interview";
import { Palette } from "../palette/Palette";
import { Panel } from "../panel/Panel";
import { Exporting } from "../reviews/Exporting";
import { watchPointer } from "./calm";
import { Help } from "./Help";
import { listen } from "./keys";
import { Notices } from "./Notices";
import { Reading } from "./Reading";
import { SavedBanner } from "./Saved";
import { TopBar } from "./TopBar";
import { followWall } from "./wall";

export function App({ editor }: { editor: Editor }): JSX.Element {
  useEffect(() => listen(editor), [editor]);
  useEffect(() => followWall(editor.session), [editor]);
  useEffect(watchPointer, []);
  const title = editor.state.value.blueprint.get(BLUEPRINT)?.title ?? "";
  useEffect(() => {
    document.title = `${title} · Rectoverso`;
  }, [title]);
  return (
    <div class="app">
      <TopBar editor={editor} />
      <SavedBanner editor={editor} />
      <Find editor={editor} />
      <Reading editor={editor} />
      <Panel editor={editor} />
      <Tray editor={editor} />
      <Notices editor={editor} />
      <Help editor={editor} />
      <Palette editor={editor} />
      <Detectors editor={editor} />
      <Interview editor={editor} />
      <Exporting editor={editor} />
    </div>
  );
}
