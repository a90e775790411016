/** The fields of one step, in the order of the questions people ask: what, with which tools, how long, how it feels. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { stepActor } from "../../actions/verbs/step-actor";
import { stepChannel } from "../../actions/verbs/step-channel";
import type { Lane, Step } from "../../model/records";
import { halfOf } from "../../model/sheet";
import { t } from "../../text";
import { Check, Choices, Select } from "./controls/Choices";
import { DurationField, TextField } from "./controls/TextField";
import { Exchanges } from "./Exchanges";
import { fieldsOf } from "./fields";
import { Outgoing } from "./Outgoing";
import { ActorField, ChannelField, laneActorHint } from "./NameFields";
import { Questions } from "./Questions";
import { exchangesOf, usesOf } from "./records";
import { StepFindingsBrief } from "../findings/StepFindings";
import { Uses } from "./Uses";
import { choices, emotions, orUnknown } from "./words";

export function StepFields({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const state = editor.state.value;
  const field = fieldsOf(editor, "step", step);
  const lane = state.lane.get(step.lane);
  const role = roleOf(lane);
  const employee = role === "employee";
  const uses = usesOf(state, step.id);
  const exchanges = exchangesOf(state, step.id);
  return (
    <div class="fields">
      {(employee || uses.length > 0) && <Uses editor={editor} step={step} uses={uses} />}
      {role !== "evidence" && (
        <>
          <div class="field-row">
            <DurationField {...field("work_min", t("panel.field.work"))} />
            <DurationField
              {...field("wait_min", t("panel.field.wait"))}
              placeholder={t("panel.unknown.she")}
            />
          </div>
          <Outgoing editor={editor} step={step} />
          <Choices
            {...field("emotion", t("panel.field.emotion"))}
            choices={emotions(step.emotion)}
            className="emotions"
          />
          <TextField
            {...field("said", t("panel.field.said"))}
            lines="many"
            placeholder={t("panel.said.hint")}
            className="said"
          />
        </>
      )}
      <Check {...field("moment_of_truth", t("panel.field.moment_of_truth"))} className="truth" />
      {employee && <Questions editor={editor} step={step} exchanges={exchanges} />}
      <StepFindingsBrief editor={editor} step={step} />
      {role !== "evidence" && <Exchanges editor={editor} step={step} exchanges={exchanges} side={role} />}
      <details class="section" open>
        <summary>{t("panel.section.about")}</summary>
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
          <Select {...field("kind", t("panel.field.kind"))} choices={choices("step-kind")} />
          <Select {...field("basis", t("panel.field.basis"))} choices={choices("basis")} />
          {employee && (
            <>
              <Select {...field("standard", t("panel.field.standard"))} choices={orUnknown("standard")} />
              <Select
                {...field("measured_on", t("panel.field.measured_on"))}
                choices={orUnknown("measure")}
              />
            </>
          )}
          {(role === "customer" || step.expects !== null) && (
            <Select {...field("expects", t("panel.field.expects"))} choices={orUnknown("measure")} />
          )}
        </div>
        <TextField {...field("note", t("panel.field.note"))} lines="many" />
      </details>
    </div>
  );
}

type Role = "evidence" | "customer" | "employee";

/** Which fields a step has follows from where it stands. */
const roleOf = (lane: Lane | undefined): Role =>
  lane === undefined ? "employee" : lane.kind === "evidence" ? "evidence" : halfOf(lane.kind);
