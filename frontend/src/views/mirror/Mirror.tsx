/** The mirror. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";

export function Mirror({ editor }: { editor: Editor }): JSX.Element {
  return <div class="mirror">{editor.state.value.step.size}</div>;
}
