/** The frame: top bar, sheet, panel beside it, findings below it, and what lies over all of them. */
import { type Signal, useComputed } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { type Later as Fetched, later } from "../../actions/later";
import { BLUEPRINT } from "../../model/records";
import { Find } from "../find/Find";
import { Tray } from "../findings/Tray";
import { Interview } from "../interview/Interview";
import { beside } from "./beside";
import { watchPointer } from "./calm";
import { watchCaret } from "./caret";
import { followHome } from "./home";
import { listen } from "./keys";
import { Later } from "./Later";
import { Notices } from "./Notices";
import { Reading } from "./Reading";
import { SavedBanner } from "./Saved";
import { Skip } from "./Skip";
import { TopBar } from "./TopBar";
import { followWall } from "./wall";

const PANEL = later(async () => (await import("../panel/Panel")).Panel);
const HELP = later(async () => (await import("./Help")).Help);
const PALETTE = later(async () => (await import("../palette/Palette")).Palette);
const DETECTORS = later(async () => (await import("../detectors/Detectors")).Detectors);
const EXPORTING = later(async () => (await import("../reviews/Exporting")).Exporting);

export function App({ editor }: { editor: Editor }): JSX.Element {
  const { session } = editor;
  const aside = useMemo(() => beside(editor), [editor]);
  useEffect(() => () => aside.end(), [aside]);
  // Before the page is shown: the first key counts.
  useLayoutEffect(() => listen(editor), [editor]);
  useLayoutEffect(() => followWall(editor.session), [editor]);
  useLayoutEffect(watchPointer, []);
  useLayoutEffect(followHome, []);
  useEffect(watchCaret, []);
  const title = useComputed(() => editor.state.value.blueprint.get(BLUEPRINT)?.title ?? "").value;
  useEffect(() => {
    document.title = `${title} · Rectoverso`;
  }, [title]);
  return (
    <div class="app">
      <Skip editor={editor} />
      <TopBar editor={aside.editor} />
      <SavedBanner editor={aside.editor} />
      <Find editor={editor} />
      <Reading editor={editor} />
      <Later editor={aside.editor} wanted={showsPanel(aside.editor)} part={PANEL} />
      <Tray editor={aside.editor} />
      <Notices editor={aside.editor} />
      <Opened editor={editor} by={session.help} part={HELP} />
      <Opened editor={editor} by={session.palette} part={PALETTE} />
      <Opened editor={editor} by={session.detectors} part={DETECTORS} />
      <Interview editor={editor} />
      <Opened editor={editor} by={session.exporting} part={EXPORTING} />
    </div>
  );
}

/** A part that opens over the page; where it can't be had it counts as closed, and can be asked for again. */
function Opened(props: {
  editor: Editor;
  by: Signal<boolean>;
  part: Fetched<ComponentType<{ editor: Editor }>>;
}): JSX.Element {
  const { editor, by, part } = props;
  return <Later editor={editor} wanted={by.value} part={part} lost={() => void (by.value = false)} />;
}

/** Once it is unfolded; and as soon as the keyboard stands on the sheet, so that a note's field is there for the next key. */
function showsPanel({ session }: Editor): boolean {
  const { open, waits = false } = session.panel.value;
  const { selection, selectedLink, opened, flagging, focus } = session;
  if (open && !waits) return true;
  const about = [focus, selectedLink, opened, flagging];
  return selection.value.size > 0 || about.some((signal) => signal.value !== null);
}
