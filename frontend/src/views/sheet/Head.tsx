/** Phases as chevrons, moments below them with their minutes per case: stays in sight while the sheet scrolls. */
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { momentAdd } from "../../actions/verbs/moment-add";
import { phaseAdd } from "../../actions/verbs/phase-add";
import { zoomPhase } from "../../actions/verbs/zoom-phase";
import type { Moment } from "../../model/records";
import type { Shape } from "../../model/sheet";
import { NBSP, minutes as minutesText, t } from "../../text";
import { type Column, type Span } from "./columns";
import { Field } from "./Field";
import { FoldButton } from "./FoldButton";
import { Tools, useHeader } from "./header";
import type { Scene } from "./scene";

interface Props {
  readonly scene: Scene;
  readonly shape: Shape;
  readonly columns: readonly Column[];
  readonly spans: readonly Span[];
}

export function Head({ scene, shape, columns, spans }: Props) {
  const { editor } = scene;
  const heads = scene.heads.value;
  // Tab reaches one place of the grid; while it has none, these.
  const tabIndex = shape.lanes.length === 0 || shape.moments.length === 0 ? 0 : -1;
  return (
    <div class="head" role="rowgroup">
      <div class="row phases" role="row">
        <div class="corner" role="presentation" />
        {spans.map((span) => (
          <PhaseHead key={span.phase.id} scene={scene} span={span} />
        ))}
        <div class="end" role="gridcell">
          <button
            type="button"
            class="add-end"
            tabIndex={tabIndex}
            title={t("sheet.add.phase")}
            aria-label={t("sheet.add.phase")}
            onClick={() => phaseAdd.run(editor, { after: shape.phases.at(-1)?.phase.id ?? null })}
          >
            <span aria-hidden="true">+</span>
            <span class="add-name">{t("sheet.add.phase")}</span>
          </button>
        </div>
      </div>
      <div class="row moments" role="row">
        <div class="corner" role="columnheader">
          {t("sheet.minutes")}
        </div>
        {columns.map(({ key, phase, moment }, i) =>
          moment === null ? (
            <div key={key} class="moment" role="gridcell" style={{ gridColumn: String(2 * i + 3) }}>
              <button
                type="button"
                class="add-quiet"
                tabIndex={tabIndex}
                title={t("sheet.add.momentIn", { title: phase.title })}
                onClick={() => momentAdd.run(editor, { phase: phase.id })}
              >
                + {t("sheet.add.moment")}
              </button>
            </div>
          ) : (
            <MomentHead key={key} scene={scene} moment={moment} column={i} whole={i < heads} />
          ),
        )}
        <div class="end" role="gridcell">
          <button
            type="button"
            class="add-end"
            tabIndex={tabIndex}
            title={t("sheet.add.moment")}
            aria-label={t("sheet.add.moment")}
            onClick={() => momentAdd.run(editor, after(shape.moments.at(-1)))}
          >
            <span aria-hidden="true">+</span>
            <span class="add-name">{t("sheet.add.moment")}</span>
          </button>
        </div>
      </div>
    </div>
  );
}

const after = (moment: Moment | undefined): { after?: string } =>
  moment === undefined ? {} : { after: moment.id };

function PhaseHead({ scene, span: { phase, first, count } }: { scene: Scene; span: Span }) {
  const { look, editing } = useHeader(scene, "phase", phase.id, "phase");
  return (
    <div
      class={look}
      role="columnheader"
      aria-colspan={count}
      aria-label={t("sheet.phase", { title: phase.title })}
      data-header="phase"
      data-editing={editing.value ? "" : undefined}
      data-id={phase.id}
      tabIndex={-1}
      style={{ gridColumn: `${2 * first + 3} / span ${2 * count - 1}` }}
    >
      {editing.value ? (
        <Field
          scene={scene}
          editing={{ on: "phase", id: phase.id }}
          value={phase.title}
          label={t("sheet.rename")}
          class="phase-title"
        />
      ) : (
        <span class="phase-title" dir="auto">
          {phase.title}
        </span>
      )}
      <Tools
        scene={scene}
        on="phase"
        id={phase.id}
        title={phase.title}
        add={t("sheet.add.phaseAfter", { title: phase.title })}
        onAdd={() => phaseAdd.run(scene.editor, { after: phase.id })}
        more={
          <>
            <FoldButton editor={scene.editor} id={phase.id} title={phase.title} />
            <button
              type="button"
              class="tool-button"
              tabIndex={-1}
              title={t("direct.zoom.phaseNamed", { title: phase.title })}
              aria-label={t("direct.zoom.phaseNamed", { title: phase.title })}
              onClick={() => zoomPhase.run(scene.editor, phase.id)}
            >
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 3.5V1h2.5M6.5 1H9v2.5M9 6.5V9H6.5M3.5 9H1V6.5" />
              </svg>
            </button>
          </>
        }
      />
    </div>
  );
}

interface MomentProps {
  readonly scene: Scene;
  readonly moment: Moment;
  readonly column: number;
  /** Else it has its title alone. */
  readonly whole: boolean;
}

function MomentHead({ scene, moment, column, whole }: MomentProps) {
  const { look, editing } = useHeader(scene, "moment", moment.id, "moment");
  return (
    <div
      class={look}
      role="columnheader"
      aria-colindex={column + 2}
      data-header="moment"
      data-editing={editing.value ? "" : undefined}
      data-id={moment.id}
      tabIndex={-1}
      style={{ gridColumn: String(2 * column + 3) }}
    >
      {editing.value ? (
        <Field
          scene={scene}
          editing={{ on: "moment", id: moment.id }}
          value={moment.title}
          label={t("sheet.rename")}
          class="moment-title"
        />
      ) : (
        <span class="moment-title" dir="auto">
          {moment.title}
        </span>
      )}
      <span class="minutes">{whole ? <BothMinutes scene={scene} moment={moment} /> : NBSP}</span>
      {whole && (
        <Tools
          scene={scene}
          on="moment"
          id={moment.id}
          title={moment.title}
          add={t("sheet.add.momentAfter", { title: moment.title })}
          onAdd={() => momentAdd.run(scene.editor, { after: moment.id })}
        />
      )}
      {whole && (
        <span class="resize" data-resize={moment.id} title={t("direct.column.drag")} aria-hidden="true" />
      )}
    </div>
  );
}

function BothMinutes({ scene, moment }: Pick<MomentProps, "scene" | "moment">) {
  const { sheet } = scene.editor;
  const now = useMemo(
    () => computed(() => sheet.value.minutes[sheet.value.moments.indexOf(moment)]),
    [moment],
  ).value;
  const customer = said(now?.customer);
  const employee = said(now?.employee);
  return (
    <>
      <span class="of-customer" title={t("sheet.minutes.customer", { minutes: customer })}>
        {customer}
      </span>
      <span class="of-employee" title={t("sheet.minutes.employee", { minutes: employee })}>
        {employee}
      </span>
    </>
  );
}

const said = (value: number | null | undefined): string =>
  value == null ? t("sheet.minutes.unknown") : minutesText(value);
