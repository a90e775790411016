/** Who takes care of a finding, by when, and how much it takes. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { ownersOf, type Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { reviewSet } from "../../actions/verbs/review-set";
import type { Review } from "../../model/records";
import { day, t } from "../../text";
import { Choices, type Choice } from "../panel/controls/Choices";
import { Combobox } from "../panel/controls/Combobox";
import { useDraft } from "../panel/controls/draft";
import { NumberField } from "../panel/controls/TextField";

const SIZES = ["S", "M", "L", "XL"] as const;

export function Care({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element {
  const { id, review } = concern;
  const owner = review?.owner ?? "";
  const effort = review?.effort ?? null;
  const names = ownersOf(editor.state.value);
  return (
    <div class="care">
      <Combobox
        label={t("reviews.owner")}
        place={`review/${id}/owner`}
        placeholder={t("reviews.owner.hint")}
        options={names.map((name) => ({ id: name, title: name }))}
        value={owner === "" ? null : owner}
        pick={(name) => reviewSet.run(editor, id, { owner: name })}
        make={(name) => reviewSet.run(editor, id, { owner: name })}
        clear={() => reviewSet.run(editor, id, { owner: "" })}
      />
      <Due value={review?.due ?? null} commit={(due) => reviewSet.run(editor, id, { due })} />
      <div class="effort">
        <Choices
          label={t("reviews.effort")}
          place={`review/${id}/effort`}
          value={typeof effort === "string" ? effort : effort === null ? null : " "}
          commit={(size) => reviewSet.run(editor, id, { effort: size })}
          choices={sizes(effort)}
        />
        <NumberField
          label={t("reviews.effort.hours")}
          place={`review/${id}/hours`}
          placeholder={t("reviews.effort.hours.unit")}
          value={typeof effort === "number" ? effort : null}
          commit={(hours) => reviewSet.run(editor, id, { effort: hours })}
        />
      </div>
    </div>
  );
}

/** The sizes, unknown, and another word where a file holds one. */
function sizes(effort: Review["effort"]): readonly Choice<string | null>[] {
  const other = typeof effort === "string" && !SIZES.some((size) => size === effort) ? [effort] : [];
  return [
    ...SIZES.map((size) => ({
      value: size,
      short: size,
      label: `${size}, ${t(`reviews.effort.${size}`)}`,
    })),
    ...other.map((word) => ({ value: word, label: word })),
    { value: null, short: "?", label: t("reviews.effort.none") },
  ];
}

/** A day, as the browser lets it be picked; the years before 2000 are half-typed ones. */
function Due({ value, commit }: { value: string | null; commit: (due: string | null) => void }): JSX.Element {
  const id = useId();
  const draft = useDraft<string | null>({
    value,
    show: (due) => due?.slice(0, 10) ?? "",
    read: (text) => (text === "" ? null : Number(text.slice(0, 4)) >= 2000 ? text : undefined),
    commit,
  });
  const late = value !== null && value.slice(0, 10) < new Date().toISOString().slice(0, 10);
  return (
    <div class="form-field due">
      <label for={id} class="field-label">
        {t("reviews.due")}
      </label>
      <input
        id={id}
        type="date"
        class="field-input"
        value={draft.text}
        aria-invalid={draft.problem}
        aria-describedby={`${id}-said`}
        onFocus={() => draft.focus()}
        onBlur={() => draft.blur()}
        onInput={(event) => draft.input(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.flush();
          else if (event.key === "Escape" && draft.revert()) event.stopPropagation();
        }}
      />
      <p class={`due-said ${late ? "is-late" : ""}`} id={`${id}-said`}>
        {draft.problem
          ? t("reviews.due.wrong")
          : value !== null && t("reviews.due.said", { date: day(value) })}
        {late && ` · ${t("reviews.due.late")}`}
      </p>
    </div>
  );
}
