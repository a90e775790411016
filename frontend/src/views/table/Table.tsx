/** The table. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";

export function Table({ editor }: { editor: Editor }): JSX.Element {
  return <div class="table">{editor.state.value.step.size}</div>;
}
