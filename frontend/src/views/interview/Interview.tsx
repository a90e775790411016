/** Where the interview opens over the sheet; what it takes is fetched when it is first asked for. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { later } from "../../actions/later";
import { Later } from "../shell/Later";

const ROOM = later(async () => (await import("./Room")).Room);

export function Interview({ editor }: { editor: Editor }): JSX.Element {
  const { interview } = editor.session;
  return (
    <Later
      editor={editor}
      wanted={interview.value !== null}
      part={ROOM}
      lost={() => void (interview.value = null)}
    />
  );
}
