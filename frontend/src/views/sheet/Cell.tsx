/** Where a lane and a moment meet: its cards one below the other, or the ground on which one is typed. */
import { useComputed } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { Lane, Moment, Step } from "../../model/records";
import { t } from "../../text";
import { Card, type CardProps } from "./Card";
import { Field } from "./Field";
import { NONE, type Parts } from "./parts";
import type { Scene } from "./scene";

interface Props {
  readonly scene: Scene;
  readonly lane: Lane;
  readonly moment: Moment;
  readonly steps: readonly Step[];
  readonly blank: boolean;
  readonly column: number;
  readonly parts: Parts;
  readonly hint: boolean;
}

const TONES: Readonly<Record<Lane["kind"], CardProps["tone"]>> = {
  evidence: "evidence",
  customer: "customer",
  frontstage: "employee",
  backstage: "employee",
  support: "support",
};

export function Cell({ scene, lane, moment, steps, blank, column, parts, hint }: Props) {
  const { session } = scene.editor;
  const renamed = useComputed(() => {
    const { value } = session.editing;
    return value?.on === "step" && steps.some((step) => step.id === value.id) ? value.id : null;
  });
  const draft = useComputed(() => {
    const { value } = session.editing;
    return value?.on === "new" && value.lane === lane.id && value.moment === moment.id ? value : null;
  });
  useLayoutEffect(() => {
    scene.settle();
    scene.moved();
  }, [renamed.value, draft.value]);
  const values = { lane: lane.title, moment: moment.title };
  const empty = steps.length === 0;
  // With cards in it, they and the headers say what it is.
  const label = empty ? t(blank ? "sheet.cell.blank" : "sheet.cell.empty", values) : undefined;
  return (
    <div
      class="cell"
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={label}
      data-lane={lane.id}
      data-moment={moment.id}
      data-empty={empty && !blank && !hint && draft.value === null ? "" : undefined}
      tabIndex={-1}
      style={{ gridColumn: String(2 * column + 3) }}
    >
      {steps.map((step) => (
        <Card
          key={step.id}
          scene={scene}
          step={step}
          tone={TONES[lane.kind]}
          byOther={step.actor !== null && step.actor !== lane.actor}
          uses={parts.uses.get(step.id) ?? NONE}
          exchanges={parts.exchanges.get(step.id) ?? NONE}
          shared={parts.shared.get(step.id) ?? NONE}
          findings={parts.findings.get(step.id) ?? NONE}
          names={parts.names}
          editing={renamed.value === step.id}
        />
      ))}
      {draft.value !== null && (
        <div class={`card card-${TONES[lane.kind]} draft`} data-editing="">
          <Field
            scene={scene}
            editing={draft.value}
            value={draft.value.text}
            label={t("sheet.new")}
            class="card-title"
          />
        </div>
      )}
      {hint && !blank && draft.value === null && (
        <span class="hint" aria-hidden="true">
          {t("sheet.write")}
        </span>
      )}
      {blank && empty && draft.value === null && (
        <span class="blank" aria-hidden="true">
          {t("sheet.blank")}
        </span>
      )}
    </div>
  );
}
