/** What a key runs, so that the next key is for what this one opens, be it there already or still fetched. */
import type { Editor } from "../../actions/editor";
import { awaited } from "../../actions/later";
import type { Session } from "../../actions/session";
import { afterDrawing } from "./arriving";

export function lead({ session }: Editor, run: () => void): void {
  const before = openings(session);
  const waiting = awaited.size;
  run();
  if (awaited.size > waiting || openings(session).some((one, i) => one !== before[i]))
    afterDrawing(() => undefined);
}

/** What a key can open of the parts that are fetched later. */
const openings = ({
  view, panel, noting, flagging, exporting, help, palette, detectors, interview,
}: Session) =>
  [view, panel, noting, flagging, exporting, help, palette, detectors, interview].map((one) => one.peek()); // prettier-ignore
