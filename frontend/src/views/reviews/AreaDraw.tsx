/** An area is drawn: over the sheet lies a pane on which pointer and arrows choose cells; Enter or letting go flags it. */
import type { JSX, TargetedPointerEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { flagOpen } from "../../actions/verbs/flag-open";
import { areaOf, beginArea, stepArea, type Drawn } from "../../interactions/area";
import { createEdges } from "../../interactions/edges";
import { cardSpotAt } from "../../interactions/hit";
import { ARROWS } from "../../interactions/walking";
import { t } from "../../text";
import { focusCard } from "../panel/goto";
import type { Scene } from "../sheet/scene";
import { areaName } from "./flags";
import { areaBox } from "./placing";

const NOBODY: ReadonlySet<string> = new Set();

export function AreaDraw({ scene }: { scene: Scene }): JSX.Element | null {
  const { editor } = scene;
  const { session } = editor;
  const sheet = editor.sheet.value;
  const pane = useRef<HTMLDivElement>(null);
  const pressed = useRef<ReturnType<typeof createEdges> | null>(null);
  const [drawn, draw] = useState<Drawn | null>(() => beginArea(sheet, session.focus.peek()));
  // Before the next key: an arrow pressed right away draws, instead of walking on the sheet.
  useLayoutEffect(() => {
    pane.current?.focus({ preventScroll: true });
    return () => pressed.current?.stop();
  }, []);
  if (drawn === null) return null;

  const area = areaOf(sheet, drawn);
  const box = areaBox(scene.plan.value, sheet, area);
  const step = session.focus.peek();
  const leave = (): void => {
    session.drawing.value = false;
    session.announce(t("reviews.area.left"));
    focusCard(step?.on === "cell" ? step.step : null);
  };
  const done = (last: Drawn): void => {
    session.drawing.value = false;
    flagOpen.run(editor, { on: session.flagging.peek()?.on ?? [], area: areaOf(sheet, last) });
  };
  const cellAt = ({ clientX, clientY }: PointerEvent): Drawn["to"] | null =>
    cardSpotAt(clientX, clientY, NOBODY);
  const onPointerDown = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    const cell = cellAt(event);
    event.stopPropagation(); // the sheet would be moved
    if (event.button !== 0 || cell === null) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const root = event.currentTarget.closest<HTMLElement>(".sheet");
    pressed.current = createEdges(root ?? event.currentTarget, () => undefined);
    draw({ from: cell, to: cell });
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    if (pressed.current === null) return;
    pressed.current.at(event.clientX, event.clientY);
    const cell = cellAt(event);
    if (cell !== null) draw({ from: drawn.from, to: cell });
  };
  const onPointerUp = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    if (pressed.current === null) return;
    pressed.current.stop();
    pressed.current = null;
    event.stopPropagation();
    done(drawn);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined && event.key !== "Enter" && event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") done(drawn);
    else if (arrow === undefined) leave();
    else {
      const next = stepArea(sheet, drawn, arrow, event.shiftKey);
      draw(next);
      session.announce(t("reviews.area.said", { area: areaName(editor.state.value, areaOf(sheet, next)) }));
    }
  };
  return (
    <div
      ref={pane}
      class="area-pane"
      role="application"
      tabIndex={0}
      aria-label={t("reviews.area.draw")}
      aria-description={t("reviews.area.how")}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={leave}
      onKeyDown={onKeyDown}
    >
      {box !== null && (
        <div
          class="mark-area is-draft"
          style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.w}px`, height: `${box.h}px` }}
        />
      )}
      <p class="area-how" aria-hidden="true">
        {t("reviews.area.how")}
      </p>
    </div>
  );
}
