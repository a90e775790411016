/** The fields of one step, in the order of the questions people ask: what, with which tools, how long, how it feels. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Lane, Step } from "../../model/records";
import { halfOf } from "../../model/sheet";
import { t } from "../../text";
import { StepFindingsBrief } from "../findings/StepFindings";
import { About } from "./About";
import { Check, Choices } from "./controls/Choices";
import { DurationField, TextField } from "./controls/TextField";
import { Exchanges } from "./Exchanges";
import { fieldsOf } from "./fields";
import { Outgoing } from "./Outgoing";
import { Questions } from "./Questions";
import { exchangesOf, usesOf } from "./records";
import { Uses } from "./Uses";
import { emotions } from "./words";

export function StepFields({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const state = editor.state.value;
  const field = fieldsOf(editor, "step", step);
  const lane = state.lane.get(step.lane);
  const role = roleOf(lane);
  const uses = usesOf(state, step.id);
  const exchanges = exchangesOf(state, step.id);
  return (
    <div class="fields">
      {(role === "employee" || uses.length > 0) && <Uses editor={editor} step={step} uses={uses} />}
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
      {(role === "employee" || asksFor(step)) && (
        <Questions editor={editor} step={step} exchanges={exchanges} />
      )}
      <StepFindingsBrief editor={editor} step={step} />
      {role !== "evidence" && <Exchanges editor={editor} step={step} exchanges={exchanges} side={role} />}
      <About editor={editor} step={step} role={role} />
    </div>
  );
}

export type Role = "evidence" | "customer" | "employee";

/** Which fields a step has follows from where it stands. */
const roleOf = (lane: Lane | undefined): Role =>
  lane === undefined ? "employee" : lane.kind === "evidence" ? "evidence" : halfOf(lane.kind);

/** A file may answer for a customer's step what is asked of employees: then it can be seen and taken back. */
const asksFor = ({ decides, stakes, recovery }: Step): boolean =>
  decides !== null || stakes !== null || recovery !== null;
