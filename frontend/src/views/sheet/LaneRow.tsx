/** One lane: its label, which stays at the left. Its cells are filled in by `cells.ts`. */
import { computed } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { laneAdd } from "../../actions/verbs/lane-add";
import type { Lane } from "../../model/records";
import type { LineKind, Sheet } from "../../model/sheet";
import { t } from "../../text";
import type { Column } from "./columns";
import type { Names } from "./facts";
import { Field } from "./Field";
import { FoldButton } from "./FoldButton";
import { Tools, useHeader } from "./header";
import type { Scene } from "./scene";

interface Props {
  readonly scene: Scene;
  readonly lane: Lane;
  readonly columns: readonly Column[];
}

export function LaneRow({ scene, lane, columns }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    scene.cells.row(lane.id, row.current);
    return () => scene.cells.row(lane.id, null);
  }, []);
  return (
    <div class={`row lane lane-${lane.kind}`} role="row" data-row={lane.id} ref={row}>
      <LaneHead scene={scene} lane={lane} columns={columns} />
    </div>
  );
}

/** The lane's own actor, or else those of its steps. */
function doersOf(sheet: Sheet, lane: Lane, columns: readonly Column[], names: Names): string {
  const own = lane.actor === null ? undefined : names.actor.get(lane.actor);
  if (own !== undefined) return own.title;
  const titles = new Set<string>();
  for (const { moment } of columns) {
    if (moment === null) continue;
    for (const step of sheet.cell(lane.id, moment.id)) {
      const actor = step.actor === null ? undefined : names.actor.get(step.actor);
      if (actor !== undefined) titles.add(actor.title);
    }
  }
  return [...titles].join(", ");
}

function LaneHead({ scene, lane, columns }: Props) {
  const { look, editing } = useHeader(scene, "lane", lane.id, "label");
  const doers = useMemo(
    () => computed(() => doersOf(scene.editor.sheet.value, lane, columns, scene.parts.value.names)),
    [lane, columns],
  ).value;
  useLayoutEffect(() => scene.touched(), [doers]); // it may take more lines
  return (
    <div
      class={look}
      role="rowheader"
      data-header="lane"
      data-editing={editing.value ? "" : undefined}
      data-id={lane.id}
      tabIndex={-1}
    >
      {editing.value ? (
        <Field
          scene={scene}
          editing={{ on: "lane", id: lane.id }}
          value={lane.title}
          label={t("sheet.rename")}
          class="label-title"
        />
      ) : (
        <span class="label-title" dir="auto">
          {lane.title}
        </span>
      )}
      {doers !== "" && (
        <span class="label-note" dir="auto">
          {doers}
        </span>
      )}
      <Tools
        more={<FoldButton editor={scene.editor} id={lane.id} title={lane.title} />}
        scene={scene}
        on="lane"
        id={lane.id}
        title={lane.title}
        add={t("sheet.add.laneAfter", { title: lane.title })}
        onAdd={() => laneAdd.run(scene.editor, { after: lane.id })}
      />
    </div>
  );
}

/** A line of the blueprint between two lanes, with its name, which stays in sight. */
export function LineRow({ kind, columns }: { kind: LineKind; columns: number }) {
  return (
    <div class={`line-row ${kind}`} role="row">
      <Stroke />
      <div class="line-label" role="rowheader" aria-colspan={columns + 1}>
        <Stroke />
        <span class="line-name">{t(`sheet.line.${kind}`)}</span>
      </div>
    </div>
  );
}

const Stroke = () => (
  <svg aria-hidden="true">
    <line x1="0" y1="50%" x2="100%" y2="50%" />
  </svg>
);
