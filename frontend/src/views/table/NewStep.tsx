/** At the foot of the table: a step more, by title, moment and lane; Enter makes it and leaves the field ready for the next. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { stepAdd } from "../../actions/verbs/step-add";
import { t } from "../../text";
import type { TableState } from "./state";

export function NewStep({ editor, table }: { editor: Editor; table: TableState }): JSX.Element | null {
  const { lanes, moments, phases } = editor.sheet.value;
  const title = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<{ readonly lane: string | null; readonly moment: string | null }>({
    lane: null,
    moment: null,
  });
  const near = editor.state.value.step.get(table.at?.row ?? "");
  const lane = chosen.lane ?? near?.lane ?? lanes.find(({ kind }) => kind === "customer")?.id ?? lanes[0]?.id;
  const moment = chosen.moment ?? near?.moment ?? moments[0]?.id;
  if (lane === undefined || moment === undefined) return null;
  return (
    <form
      class="table-new"
      aria-label={t("table.new")}
      onSubmit={(event) => {
        event.preventDefault();
        const field = title.current;
        if (field === null || stepAdd.run(editor, { lane, moment, title: field.value }) === null) return;
        choose({ lane, moment });
        field.value = "";
        field.focus();
      }}
    >
      <input
        ref={title}
        id="table-new-title"
        class="field-input"
        type="text"
        autocomplete="off"
        aria-label={t("sheet.new")}
        placeholder={t("table.new.hint")}
      />
      <select
        class="field-input"
        aria-label={t("panel.tab.moment")}
        value={moment}
        onChange={({ currentTarget: { value } }) => choose({ lane, moment: value })}
      >
        {phases.map(({ phase, moments: inPhase }) => (
          <optgroup key={phase.id} label={phase.title}>
            {inPhase.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        class="field-input"
        aria-label={t("panel.tab.lane")}
        value={lane}
        onChange={({ currentTarget: { value } }) => choose({ lane: value, moment })}
      >
        {lanes.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" class="button">
        {t("table.new.add")}
      </button>
    </form>
  );
}
