/** Several steps at once: what they have in common, set for all of them in one change, and what can be done with them. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { stepDelete } from "../../actions/verbs/step-delete";
import { stepDuplicate } from "../../actions/verbs/step-duplicate";
import { stepsSet, type ForAll } from "../../actions/verbs/steps-set";
import type { Step } from "../../model/records";
import { t } from "../../text";
import { Choices, Select } from "./controls/Choices";
import { Combobox } from "./controls/Combobox";
import type { FieldProps } from "./controls/TextField";
import { focusCard } from "./goto";
import { ActorField, ChannelField } from "./NameFields";
import { options } from "./records";
import { choices, emotions } from "./words";

/** Stands for "they differ", which no choice is. */
const MIXED = "\u0000mixed";
type Mixed = typeof MIXED;

export function StepsFields({ editor, steps }: { editor: Editor; steps: readonly Step[] }): JSX.Element {
  const ids = steps.map(({ id }) => id);
  const setAll = (what: ForAll): void => stepsSet.run(editor, ids, what);
  const common = <F extends keyof Step>(field: F): Step[F] | Mixed => {
    const [first] = steps;
    return first !== undefined && steps.every((step) => step[field] === first[field]) ? first[field] : MIXED;
  };
  /** What a control of one field needs; a value that no choice has shows none as chosen. */
  const field = <F extends "kind" | "basis" | "emotion" | "moment_of_truth">(
    name: F,
    label: string,
  ): FieldProps<Step[F] | Mixed> => ({
    label: common(name) === MIXED ? t("panel.steps.differ", { label }) : label,
    place: `steps/${name}`,
    value: common(name),
    // The types of field and value agree by construction; TypeScript can't follow them through the union.
    commit: (value) => (value === MIXED ? undefined : setAll({ field: name, value } as ForAll)),
  });
  const name = (which: "actor" | "channel", label: string, hint: string) => {
    const value = common(which);
    return {
      editor,
      label,
      place: `steps/${which}`,
      value: value === MIXED ? null : value,
      placeholder: value === MIXED ? t("panel.steps.several") : hint,
    };
  };
  const kind = field("kind", t("panel.field.kind"));
  return (
    <div class="fields">
      <p class="hint">{t("panel.steps.hint")}</p>
      <Choices {...field("basis", t("panel.field.basis"))} choices={choices("basis")} />
      <Choices
        {...field("emotion", t("panel.field.emotion"))}
        className="emotions"
        choices={emotions(null)}
      />
      <Truth {...field("moment_of_truth", t("panel.field.moment_of_truth"))} />
      <div class="field-pair">
        <ActorField
          {...name("actor", t("panel.field.actor"), t("panel.steps.lane"))}
          choose={(chosen) => setAll({ field: "actor", name: chosen })}
        />
        <ChannelField
          {...name("channel", t("panel.field.channel"), t("panel.none"))}
          choose={(chosen) => setAll({ field: "channel", name: chosen })}
        />
        <Select
          {...kind}
          choices={[
            ...(kind.value === MIXED ? [{ value: MIXED, label: t("panel.steps.several") } as const] : []),
            ...choices("step-kind"),
          ]}
        />
        <Combobox
          label={t("panel.steps.use")}
          place="steps/uses"
          placeholder={t("panel.use.hint")}
          options={options(editor.state.value, "tool")}
          pick={(id) => setAll({ field: "uses", name: { id } })}
          make={(title) => setAll({ field: "uses", name: { title } })}
        />
      </div>
      <div class="field-row buttons">
        <button type="button" class="button" onClick={() => stepDuplicate.run(editor)}>
          {t("panel.steps.duplicate")}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            stepDelete.run(editor, ids);
            focusCard(null);
          }}
        >
          {t("panel.steps.delete")}
        </button>
      </div>
    </div>
  );
}

function Truth(props: FieldProps<boolean | Mixed>): JSX.Element {
  return (
    <Choices
      {...props}
      value={props.value === MIXED ? MIXED : props.value ? "yes" : "no"}
      commit={(value) => props.commit(value === "yes")}
      choices={[
        { value: "yes", label: t("panel.yes") },
        { value: "no", label: t("panel.no") },
      ]}
    />
  );
}
