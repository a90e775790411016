/** Where the interview stays: a lane, a moment, the selected steps; anywhere by default. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Interview } from "../../actions/interview/interview";
import { stayOn } from "../../actions/interview/moves";
import { t } from "../../text";

export function Staying({ editor, interview }: { editor: Editor; interview: Interview }): JSX.Element {
  const { lanes, moments } = editor.sheet.value;
  const { range } = interview;
  const selected = [...editor.session.selection.value].filter((id) => editor.state.value.step.has(id));
  const steps = range.steps ?? new Set(selected);
  return (
    <div class="interview-range" role="group" aria-label={t("interview.range")}>
      <Pick
        label={t("interview.range.lane")}
        any={t("interview.range.lane.any")}
        value={range.lane}
        options={lanes.filter(({ kind }) => kind !== "evidence")}
        pick={(lane) => stayOn(editor, { ...range, lane })}
      />
      <Pick
        label={t("interview.range.moment")}
        any={t("interview.range.moment.any")}
        value={range.moment}
        options={moments}
        pick={(moment) => stayOn(editor, { ...range, moment })}
      />
      {steps.size > 0 && (
        <label class="interview-steps">
          <input
            type="checkbox"
            checked={range.steps !== null}
            onChange={(event) =>
              stayOn(editor, { ...range, steps: event.currentTarget.checked ? steps : null })
            }
          />
          {t("interview.range.steps", { n: steps.size })}
        </label>
      )}
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly pick: (id: string | null) => void;
}

function Pick({ label, any, value, options, pick }: PickProps): JSX.Element {
  const id = useId();
  return (
    <span class="interview-pick">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field-input"
        value={value ?? ""}
        onChange={(event) => pick(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.title}
          </option>
        ))}
      </select>
    </span>
  );
}
