/** Nothing is left to ask: what came to light, and where one may go on. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { passedIn, type Interview } from "../../actions/interview/interview";
import { askAgain, stayOn } from "../../actions/interview/moves";
import { EVERYWHERE } from "../../model/interview/question";
import { t } from "../../text";
import { kindsIn } from "./Sharpened";

export function Done(props: { editor: Editor; interview: Interview; leave: () => void }): JSX.Element {
  const { editor, interview, leave } = props;
  const { range, found } = interview;
  const ranged = range.lane !== null || range.moment !== null || range.steps !== null;
  const passed = passedIn(editor, interview).length;
  return (
    <div class="interview-done">
      <h3 class="interview-ask" id="interview-question">
        {t(ranged ? "interview.done.range" : "interview.done")}
      </h3>
      <p>{t(found.size === 0 ? "interview.done.none" : "interview.done.found")}</p>
      <ul class="interview-found">
        {kindsIn(found.values()).map((kind) => (
          <li key={kind}>
            <span class="interview-diamond" aria-hidden="true" />
            {kind}
          </li>
        ))}
      </ul>
      <div class="interview-ways">
        {passed > 0 && (
          <button type="button" class="button" onClick={() => askAgain(editor)}>
            {t("interview.done.passed", { n: passed })}
          </button>
        )}
        {ranged && (
          <button type="button" class="button" onClick={() => stayOn(editor, EVERYWHERE)}>
            {t("interview.done.everywhere")}
          </button>
        )}
        <button type="button" class="button primary" data-answer onClick={leave}>
          {t("interview.sheet")}
        </button>
      </div>
    </div>
  );
}
