/** A review whose finding is gone, in the panel: what was decided and said waits there for its return. */
import type { JSX } from "preact";
import type { Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { t } from "../../text";
import { titleById } from "../findings/names";
import { decideByKey } from "./keys";
import { StatusMark } from "./signs";
import { Places } from "./FlagView";
import { ReviewView } from "./ReviewView";

export function WaitingView({
  editor,
  concern,
}: {
  editor: Editor;
  concern: Extract<Concern, { kind: "waiting" }>;
}): JSX.Element {
  const { elements } = concern.review;
  const left = elements.filter((id) => titleById(editor.state.value, id) !== null);
  return (
    <div class="waiting-view" onKeyDown={decideByKey(editor, concern.id)}>
      <p class="waits">
        <StatusMark status="waiting" />
        <b>{t("reviews.waits")}</b> {t("reviews.waits.hint")}
      </p>
      {left.length > 0 && <Places editor={editor} flagging={{ on: left, area: null }} />}
      <ReviewView editor={editor} concern={concern} />
    </div>
  );
}
