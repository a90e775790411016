/** A lane, a moment or a phase: its title, what it belongs to, and its removal with what stands in it. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { headerRemove } from "../../actions/verbs/header-remove";
import { laneActor } from "../../actions/verbs/lane-actor";
import type { Lane, Moment, Phase } from "../../model/records";
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import { Select } from "./controls/Choices";
import { fieldsOf } from "./fields";
import { focusCard } from "./goto";
import { ActorField } from "./NameFields";
import { choices } from "./words";

export function LaneFields({ editor, lane }: { editor: Editor; lane: Lane }): JSX.Element {
  const field = fieldsOf(editor, "lane", lane);
  const steps = [...editor.state.value.step.values()].filter((step) => step.lane === lane.id).length;
  return (
    <div class="fields">
      <Select {...field("kind", t("panel.field.lane_kind"))} choices={choices("lane-kind")} />
      <p class="hint">{t("panel.lane.kind.hint")}</p>
      <ActorField
        editor={editor}
        {...field("actor", t("panel.field.lane_actor"))}
        choose={(name) => laneActor.run(editor, lane.id, name)}
      />
      <Remove editor={editor} type="lane" id={lane.id} steps={steps} />
    </div>
  );
}

export function MomentFields({ editor, moment }: { editor: Editor; moment: Moment }): JSX.Element {
  const state = editor.state.value;
  const field = fieldsOf(editor, "moment", moment);
  const phases = inOrder(state.phase.values()).map(({ id, title }) => ({ value: id, label: title }));
  const steps = [...state.step.values()].filter((step) => step.moment === moment.id).length;
  return (
    <div class="fields">
      <Select {...field("phase", t("panel.field.phase"))} choices={phases} />
      <Remove editor={editor} type="moment" id={moment.id} steps={steps} />
    </div>
  );
}

export function PhaseFields({ editor, phase }: { editor: Editor; phase: Phase }): JSX.Element {
  const state = editor.state.value;
  const moments = new Set(
    [...state.moment.values()].filter((moment) => moment.phase === phase.id).map(({ id }) => id),
  );
  const steps = [...state.step.values()].filter((step) => moments.has(step.moment)).length;
  return (
    <div class="fields">
      <p class="hint">{t("panel.phase.moments", { n: moments.size })}</p>
      <Remove editor={editor} type="phase" id={phase.id} steps={steps} />
    </div>
  );
}

interface RemoveProps {
  readonly editor: Editor;
  readonly type: "lane" | "moment" | "phase";
  readonly id: string;
  /** How many steps go with it: said beside the button, since undo is the way back. */
  readonly steps: number;
}

function Remove({ editor, type, id, steps }: RemoveProps): JSX.Element {
  return (
    <div class="removal">
      <button
        type="button"
        class="button danger"
        onClick={() => {
          headerRemove.run(editor, { on: type, id });
          focusCard(null);
        }}
      >
        {t(`actions.${type}.remove`)}
      </button>
      {steps > 0 && <p class="hint">{t("panel.remove.steps", { n: steps })}</p>}
    </div>
  );
}
