/** About a step: who does it, by which channel, how we know, against which standard, and where it stands. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { stepActor } from "../../actions/verbs/step-actor";
import { stepChannel } from "../../actions/verbs/step-channel";
import { stepPlace } from "../../actions/verbs/step-place";
import type { Step } from "../../model/records";
import { t } from "../../text";
import { Choices, Select } from "./controls/Choices";
import { TextField } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { ActorField, ChannelField, laneActorHint } from "./NameFields";
import type { Role } from "./StepFields";
import { choices, orUnknown } from "./words";

export function About({ editor, step, role }: { editor: Editor; step: Step; role: Role }): JSX.Element {
  const field = fieldsOf(editor, "step", step);
  const lane = editor.state.value.lane.get(step.lane);
  const standard = field("standard", t("panel.field.standard"));
  return (
    <details class="section about" open>
      <summary>{t("panel.section.about")}</summary>
      <div class="fields">
        <div class="field-pair">
          <ActorField
            editor={editor}
            {...field("actor", t("panel.field.actor"))}
            placeholder={laneActorHint(editor, lane?.actor ?? null)}
            choose={(name) => stepActor.run(editor, step.id, name)}
          />
          <ChannelField
            editor={editor}
            {...field("channel", t("panel.field.channel"))}
            choose={(name) => stepChannel.run(editor, step.id, name)}
          />
        </div>
        <Choices {...field("basis", t("panel.field.basis"))} choices={choices("basis")} className="thirds" />
        {(role === "employee" || step.standard !== null) && (
          <Choices
            {...standard}
            choices={choices("standard")}
            className="answers"
            forget={() => standard.commit(null)}
          />
        )}
        <div class="field-pair">
          <Select {...field("kind", t("panel.field.kind"))} choices={choices("step-kind")} />
          {(role === "employee" || step.measured_on !== null) && (
            <Select {...field("measured_on", t("panel.field.measured_on"))} choices={orUnknown("measure")} />
          )}
          {(role === "customer" || step.expects !== null) && (
            <Select {...field("expects", t("panel.field.expects"))} choices={orUnknown("measure")} />
          )}
        </div>
        <TextField {...field("note", t("panel.field.note"))} lines="many" />
        <Place editor={editor} step={step} />
      </div>
    </details>
  );
}

/** Its cell, for those who don't drag. */
function Place({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const { lanes, moments } = editor.sheet.value;
  const field = fieldsOf(editor, "step", step);
  const listed = (records: readonly { readonly id: string; readonly title: string }[]) =>
    records.map(({ id, title }) => ({ value: id, label: title }));
  const { lane, moment } = step;
  return (
    <div class="field-pair">
      <Select
        {...field("lane", t("panel.field.lane"))}
        choices={listed(lanes)}
        commit={(value) => stepPlace.run(editor, [step.id], { lane: value, moment })}
      />
      <Select
        {...field("moment", t("panel.field.moment"))}
        choices={listed(moments)}
        commit={(value) => stepPlace.run(editor, [step.id], { lane, moment: value })}
      />
    </div>
  );
}
