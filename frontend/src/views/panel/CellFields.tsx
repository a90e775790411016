/** An empty cell: is nothing known yet, or does nothing happen here? And the way to a first card. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { blankToggle } from "../../actions/verbs/blank-toggle";
import { t } from "../../text";
import { Choices } from "./controls/Choices";
import { placeOf } from "./fields";
import type { Cell } from "./subject";

const [OPEN, BLANK] = ["open", "blank"] as const;

export function CellFields({ editor, cell }: { editor: Editor; cell: Cell }): JSX.Element {
  const { lane, moment } = cell;
  const blank = [...editor.state.value.blank.values()].some(
    (mark) => mark.lane === lane && mark.moment === moment,
  );
  return (
    <div class="fields">
      <section class={`question ${blank ? "is-answered" : "is-open"}`}>
        <Choices
          label={t("panel.cell.question")}
          place={placeOf("blank", `${lane}/${moment}`, "blank")}
          className="answers upright"
          value={blank ? BLANK : OPEN}
          choices={[
            { value: OPEN, label: t("panel.cell.open") },
            { value: BLANK, label: t("panel.cell.blank") },
          ]}
          commit={() => blankToggle.run(editor, cell)}
        />
      </section>
      <p class="hint">{t("panel.cell.hint")}</p>
      <button
        type="button"
        class="button"
        onClick={() => (editor.session.editing.value = { on: "new", lane, moment, text: "" })}
      >
        {t("actions.step.add")}
      </button>
    </div>
  );
}
