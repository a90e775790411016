/** The emotion band: what customer and employees feel at each moment. */
import { useComputed } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Gesture } from "../../interactions/gesture";
import type { Moment } from "../../model/records";
import type { Curve } from "../../model/sheet";
import { signed, t } from "../../text";
import { createBands } from "./band";
import { HEIGHT, curvePath, labelsOf, yOf } from "./curve";
import { Points } from "./Points";
import type { Scene } from "./scene";

const SCALE = [2, 1, 0, -1, -2];

export function Feelings({ scene }: { scene: Scene }) {
  const [bands] = useState(createBands);
  const band = useComputed(() => bands(scene.editor.sheet.value)).value;
  const { moments } = band;
  const { gesture } = scene.interactions;
  const now = useComputed(() => (gesture.value.kind === "feeling" ? gesture.value : null)).value;
  const curves = now === null ? band.curves : band.curves.map((curve) => dragged(curve, now, moments));
  const centres = scene.centres.value;
  return (
    <div class="row feelings" role="row">
      <div class="label" role="rowheader">
        <span class="label-title">{t("sheet.feelings")}</span>
        <span class="label-note">{t("sheet.feelings.whose")}</span>
        <span class="scale" aria-hidden="true">
          {SCALE.map((value) => (
            <span style={{ top: `${yOf(value)}px` }}>{signed(value)}</span>
          ))}
        </span>
      </div>
      <div
        class="plot"
        role="gridcell"
        aria-colspan={Math.max(1, moments.length)}
        style={{ height: `${HEIGHT}px` }}
      >
        <span class="visually-hidden">{curves.map((curve) => spoken(curve, moments)).join(". ")}</span>
        <svg aria-hidden="true">
          {SCALE.map((value) => (
            <line class={value === 0 ? "zero" : "grid"} x1="0" x2="100%" y1={yOf(value)} y2={yOf(value)} />
          ))}
          {curves.map((curve) => (
            <path class={`curve ${curve.half}`} d={curvePath(curve.points, centres)} />
          ))}
          {curves.map((curve) =>
            curve.points.map((value, i) => {
              const x = centres[i];
              if (value === null || x === undefined) return null;
              return curve.half === "customer" ? (
                <circle class="mark customer" cx={x - 4} cy={yOf(value)} r="5" />
              ) : (
                <rect class="mark employee" x={x} y={yOf(value) - 4.5} width="9" height="9" />
              );
            }),
          )}
        </svg>
        <Points scene={scene} band={band} curves={curves} centres={centres} />
        {curves.map((curve, i) =>
          labelsOf(curve, curves[1 - i]).map((label) => (
            <span
              class={`curve-name ${curve.half} ${label.side}`}
              style={{ left: `${centres[label.at] ?? 0}px`, top: `${label.y}px` }}
              dir="auto"
              aria-hidden="true"
            >
              {label.text}
            </span>
          )),
        )}
      </div>
    </div>
  );
}

/** A curve as it would be, were the point that is dragged let go now. */
function dragged(
  curve: Curve,
  now: Extract<Gesture, { kind: "feeling" }>,
  moments: readonly Moment[],
): Curve {
  if (curve.half !== now.half) return curve;
  return {
    ...curve,
    points: curve.points.map((value, i) => (moments[i]?.id === now.moment ? now.value : value)),
  };
}

function spoken(curve: Curve, moments: readonly Moment[]): string {
  const said = moments.flatMap(({ title }, i) => {
    const value = curve.points[i] ?? null;
    return value === null ? [] : [t("sheet.feelings.at", { moment: title, value: signed(value) })];
  });
  return `${t(`sheet.feelings.${curve.half}`)} ${said.length === 0 ? t("sheet.feelings.none") : said.join(", ")}`;
}
