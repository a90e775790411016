/** The sheet: lanes by moments, with the links drawn over it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { laneAdd } from "../../actions/verbs/lane-add";
import { LANE_KINDS } from "../../model/records";
import { t } from "../../text";
import { firstLane } from "./cells";
import { Marks } from "../reviews/Marks";
import { columnsOf } from "./columns";
import { Feelings } from "./Feelings";
import { Head } from "./Head";
import { LaneRow, LineRow } from "./LaneRow";
import { type Life, bringToLife } from "./life";
import { CELL_X, CELL_Y } from "./measure";
import { Next } from "./Next";
import { type Scene, createScene } from "./scene";

export function Sheet({ editor }: { editor: Editor }) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  return (
    <div class="sheet" ref={setRoot}>
      {root !== null && <Canvas editor={editor} root={root} />}
    </div>
  );
}

function Canvas({ editor, root }: { editor: Editor; root: HTMLElement }) {
  const [parts] = useState(() => {
    const life: { current: Life | null } = { current: null };
    const scene = createScene(editor, root, {
      moved: () => life.current?.moved(),
      touched: () => life.current?.touched(),
      settle: () => life.current?.settle(),
    });
    return { scene, life };
  });
  const { scene, life } = parts;
  const shape = scene.shape.value;
  const { columns, spans } = columnsOf(shape);

  const canvas = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    scene.cells.update(); // rows may have come or gone
    life.current?.settle();
    life.current?.touched();
  });
  useLayoutEffect(() => {
    if (canvas.current === null || svg.current === null) return;
    const made = bringToLife(scene, root, canvas.current, svg.current);
    life.current = made;
    // Whoever opens an empty sheet came to type.
    const [lane, moment] = [firstLane(shape), shape.moments[0]];
    const empty = editor.state.peek().step.size === 0;
    if (empty && lane !== undefined && moment !== undefined && editor.session.focus.peek() === null) {
      editor.session.focus.value = { on: "cell", lane, moment: moment.id, step: null };
      made.settle();
    }
    return () => {
      life.current = null;
      made.end();
    };
  }, []);

  return (
    <div
      class="canvas"
      ref={canvas}
      role="grid"
      aria-label={t("sheet.name")}
      aria-description={t("sheet.keys")}
      aria-multiselectable="true"
      style={{
        "--columns": String(Math.max(1, columns.length)),
        "--cell-x": `${CELL_X}px`,
        "--cell-y": `${CELL_Y}px`,
      }}
    >
      <Head scene={scene} shape={shape} columns={columns} spans={spans} />
      <Feelings scene={scene} />
      {shape.lanes.map((lane, i) => {
        const line = shape.lines.find(({ below }) => below === i);
        return [
          <LaneRow key={lane.id} scene={scene} lane={lane} columns={columns} />,
          line !== undefined && (
            <LineRow key={`line ${line.kind}`} kind={line.kind} columns={columns.length} />
          ),
        ];
      })}
      <Next scene={scene} />
      <AddLane scene={scene} alone={shape.lanes.length === 0 || shape.moments.length === 0} />
      <div class="contents" role="row">
        <div class="contents" role="gridcell">
          <svg class="links" ref={svg} role="group" aria-label={t("links.name")} />
        </div>
      </div>
      <Marks scene={scene} />
    </div>
  );
}

function AddLane({ scene, alone }: { scene: Scene; alone: boolean }) {
  return (
    <div class="add-lane" role="row">
      <div class="contents" role="gridcell">
        <span class="add-lane-name">{t("sheet.add.lane")}</span>
        {LANE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="add-quiet"
            tabIndex={alone ? 0 : -1}
            onClick={() => laneAdd.run(scene.editor, { kind })}
          >
            + {t(`sheet.add.lane.${kind}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
