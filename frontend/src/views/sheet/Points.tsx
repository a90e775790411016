/**
 * What can be set in the emotion band: a slider for each point, known or not, and the ground on which a missing one is set.
 * Tab reaches one slider a curve; left and right lead along it, up and down set it.
 */
import { useState } from "preact/hooks";
import { within } from "../../actions/feelings";
import { feelingSet } from "../../actions/verbs/feeling-set";
import type { Curve, Half } from "../../model/sheet";
import { signed, t } from "../../text";
import type { Band } from "./band";
import { HEIGHT, ROOM, yOf } from "./curve";
import type { Scene } from "./scene";

interface Props {
  readonly scene: Scene;
  readonly band: Band;
  /** Those of the band, or one of them as it would be were the point that is dragged let go now. */
  readonly curves: readonly Curve[];
  readonly centres: readonly number[];
}
interface Ghost {
  readonly at: number;
  readonly half: Half;
  readonly value: number;
}

export function Points({ scene, band, curves, centres }: Props) {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  return (
    <>
      <div class="band" data-band style={{ top: `${ROOM}px`, height: `${HEIGHT - 2 * ROOM}px` }} />
      {band.moments.map((moment, at) => {
        const missing = curves
          .filter(({ half, points }) => points[at] == null && (band.felt[half][at]?.steps ?? 0) > 0)
          .map(({ half }) => half);
        const [left, right] = bordersOf(centres, at);
        if (missing.length === 0 || right <= left) return null;
        const aim = (event: PointerEvent): void => {
          const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
          const y = ((event.clientY - box.top) / box.height) * HEIGHT;
          const value = within(Math.round(2 - (y - ROOM) / ((HEIGHT - 2 * ROOM) / 4))) + 0;
          const half = halfAt(missing, event.clientX < box.left + box.width / 2);
          if (ghost?.at !== at || ghost.half !== half || ghost.value !== value) setGhost({ at, half, value });
        };
        return (
          <div
            key={moment.id}
            class="feel"
            data-feel={moment.id}
            data-missing={missing.join(" ")}
            style={{ left: `${left}px`, width: `${right - left}px` }}
            onPointerMove={aim}
            onPointerLeave={() => setGhost(null)}
          />
        );
      })}
      {ghost !== null && scene.interactions.gesture.value.kind === "idle" && (
        <span
          class={`feeling-ghost ${ghost.half}`}
          aria-hidden="true"
          style={placed(centres[ghost.at] ?? 0, ghost.half, ghost.value)}
        >
          {signed(ghost.value)}
        </span>
      )}
      {curves.map((curve) => (
        <Sliders key={curve.half} scene={scene} band={band} curve={curve} centres={centres} />
      ))}
    </>
  );
}

const halfAt = (missing: readonly Half[], left: boolean): Half =>
  missing.length === 1 ? (missing[0] ?? "customer") : left ? "customer" : "employee";

/** Half of a column that has no neighbour to tell where it ends. */
const ALONE = 78;

/** From the middle between its neighbours to the middle on the other side. */
function bordersOf(centres: readonly number[], at: number): readonly [number, number] {
  const x = centres[at];
  if (x === undefined) return [0, 0];
  const [before, after] = [centres[at - 1], centres[at + 1]];
  const reach = ((after ?? x + 2 * ALONE) - x) / 2;
  const left = before === undefined ? x - reach : (before + x) / 2;
  return [left, after === undefined ? x + (x - left) : (x + after) / 2];
}

/** The customer's mark stands a little before the middle, the employees' a little after. */
const placed = (x: number, half: Half, value: number): { left: string; top: string } => ({
  left: `${half === "customer" ? x - 4 : x + 4.5}px`,
  top: `${yOf(value)}px`,
});

function Sliders({ scene, band, curve, centres }: Omit<Props, "curves"> & { readonly curve: Curve }) {
  const { half, points } = curve;
  const set = band.moments.flatMap((moment, at) => {
    const { steps = 0, known = 0 } = band.felt[half][at] ?? {};
    return steps === 0 ? [] : [{ moment, at, n: points[at] == null ? 0 : known }];
  });
  const [stood, setStood] = useState(0);
  const entry = Math.min(stood, set.length - 1);
  const keyDown = (event: KeyboardEvent, index: number): void => {
    const one = set[index];
    if (one === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const value = points[one.at] ?? null;
    const sliders = (event.currentTarget as HTMLElement).parentElement;
    const go = (to: number): void => {
      sliders
        ?.querySelectorAll<HTMLElement>(`[data-feeling="${half}"]`)
        [Math.min(set.length - 1, Math.max(0, to))]?.focus();
    };
    const write = (next: number | null): void => feelingSet.run(scene.editor, half, one.moment.id, next);
    if (event.key === "ArrowUp") write(value === null ? 0 : within(value + 1));
    else if (event.key === "ArrowDown") write(value === null ? 0 : within(value - 1));
    else if (event.key === "Home") write(-2);
    else if (event.key === "End") write(2);
    else if (event.key === "Delete" || event.key === "Backspace") write(null);
    else if (event.key === "ArrowLeft") go(index - 1);
    else if (event.key === "ArrowRight") go(index + 1);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the sheet behind it has these keys too
  };
  return (
    <>
      {set.map(({ moment, at, n }, index) => {
        const value = points[at] ?? null;
        const x = centres[at];
        if (x === undefined) return null;
        const name = t("direct.feeling", { half: t(`sheet.feelings.${half}`), moment: moment.title });
        return (
          <span
            key={moment.id}
            class={value === null ? `feeling ${half} unknown` : `feeling ${half}`}
            data-feeling={half}
            data-at={moment.id}
            role="slider"
            tabIndex={index === entry ? 0 : -1}
            aria-label={name}
            aria-orientation="vertical"
            aria-valuemin={-2}
            aria-valuemax={2}
            aria-valuenow={value ?? 0}
            aria-valuetext={
              value === null
                ? t("sheet.feelings.none")
                : n > 1
                  ? t("direct.feeling.mean", { value: signed(value), n })
                  : signed(value)
            }
            title={n > 1 ? t("direct.feeling.mean", { value: signed(value ?? 0), n }) : undefined}
            style={placed(x, half, value ?? 0)}
            onFocus={() => setStood(index)}
            onKeyDown={(event) => keyDown(event, index)}
          />
        );
      })}
    </>
  );
}
