/** The middle of the mirror: minutes as bars back to back on the fold, the two feelings beyond them. For the eye only. */
import type { JSX } from "preact";
import type { Half } from "../../model/sheet";
import { minutes as minutesText, signed, t } from "../../text";
import { barHeight, type Column, feltAt, meets, mostOf, type Room, runs, smooth, total } from "./geometry";

/** Width of the column of labels. */
export const LABEL = 140;
/** From the fold to the bars, and from the longest bar to the feelings. */
const FOLD = 19;
const GAP = 12;
const WIDE = 34;

interface Props {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly room: Room;
  readonly near: string | null;
  readonly enter: (moment: string) => void;
}

export function Skyline({ columns, width, room, near, enter }: Props): JSX.Element {
  const { bar, curve } = room;
  const middle = FOLD + bar + GAP + curve;
  const height = 2 * middle;
  const across = LABEL + columns.length * width;
  const most = mostOf(columns);
  const x = (at: number): number => LABEL + (at + 0.5) * width;
  /** `away` pixels from the fold: up for the customer, down for the employees. */
  const y = (half: Half, away: number): number => middle + (half === "customer" ? -away : away);
  const felt = (half: Half, emotion: number): number => y(half, FOLD + bar + GAP + feltAt(emotion, room));
  return (
    <svg class="mirror-skyline" width={across} height={height} aria-hidden="true">
      <defs>
        {HALVES.map((half) => (
          <pattern
            key={half}
            id={`mirror-wait-${half}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${half === "customer" ? 45 : -45})`}
          >
            <rect class="hatch-ground" width="5" height="5" />
            <rect class={`hatch ${half}`} width="1.8" height="5" />
          </pattern>
        ))}
      </defs>
      {HALVES.map((half) => (
        <rect
          key={half}
          class={`mirror-ground ${half}`}
          x={0}
          y={half === "customer" ? 0 : middle}
          width={across}
          height={middle}
        />
      ))}
      {columns.map((column, at) => (
        <rect
          key={column.moment}
          class={column.moment === near ? "mirror-strip near" : "mirror-strip"}
          x={LABEL + at * width}
          y={0}
          width={width}
          height={height}
          onPointerEnter={() => enter(column.moment)}
        />
      ))}
      {columns.map((column, at) => (
        <line
          key={column.moment}
          class="mirror-column"
          x1={LABEL + at * width}
          x2={LABEL + at * width}
          y1={0}
          y2={height}
        />
      ))}
      {HALVES.map((half) => (
        <g key={half}>
          <line class="mirror-zero" x1={LABEL} x2={across} y1={felt(half, 0)} y2={felt(half, 0)} />
          {SCALE.map((value) => (
            <text key={value} class="mirror-scale" x={LABEL - 10} y={felt(half, value) + 4}>
              {signed(value)}
            </text>
          ))}
          <text class={`mirror-caption ${half}`} x={16} y={felt(half, 0) + 4}>
            {t("sheet.feelings")}
          </text>
          <text class={`mirror-caption ${half}`} x={16} y={y(half, FOLD + bar / 2) + 4}>
            {t("mirror.minutes")}
          </text>
        </g>
      ))}
      {columns.map(
        (column, at) =>
          meets(column) && (
            <line
              key={column.moment}
              class="mirror-meet"
              x1={x(at)}
              x2={x(at)}
              y1={
                column.customer.emotion === null
                  ? y("customer", FOLD)
                  : felt("customer", column.customer.emotion)
              }
              y2={
                column.employee.emotion === null
                  ? y("employee", FOLD)
                  : felt("employee", column.employee.emotion)
              }
            />
          ),
      )}
      {HALVES.map((half) => (
        <g key={half} class={`mirror-felt ${half}`}>
          {runs(
            columns.map(({ [half]: { emotion } }, at) =>
              emotion === null ? null : { x: x(at), y: felt(half, emotion) },
            ),
          ).map((run) => (
            <g key={run[0]?.x}>
              <path
                class="area"
                d={`${smooth(run)}L${run.at(-1)?.x ?? 0} ${felt(half, 0)}L${run[0]?.x ?? 0} ${felt(half, 0)}Z`}
              />
              <path class={`curve ${half}`} d={smooth(run)} />
              {run.map((point) =>
                half === "customer" ? (
                  <circle key={point.x} class="mark customer" cx={point.x} cy={point.y} r="5.5" />
                ) : (
                  <rect
                    key={point.x}
                    class="mark employee"
                    x={point.x - 5}
                    y={point.y - 5}
                    width="10"
                    height="10"
                  />
                ),
              )}
            </g>
          ))}
        </g>
      ))}
      {columns.map((column, at) =>
        HALVES.map((half) => {
          const { minutes } = column[half];
          const sum = total(minutes);
          if (sum === 0) {
            // Something happens here, and nobody has said how long it takes.
            return column[half].steps.length === 0 ? null : (
              <text
                key={`${column.moment} ${half}`}
                class="mirror-unknown"
                x={x(at) + 15}
                y={y(half, FOLD + 9) + 4}
              >
                ?
              </text>
            );
          }
          const high = barHeight(sum, most, room);
          const work = high * ((minutes.work ?? 0) / sum);
          const top = (away: number): number =>
            half === "customer" ? y(half, away) : y(half, FOLD + high) - (away - FOLD);
          const left = x(at) - WIDE / 2;
          return (
            <g key={`${column.moment} ${half}`} class={`mirror-bar ${half}`}>
              {work > 0 && (
                <rect
                  class="work"
                  x={left}
                  width={WIDE}
                  y={half === "customer" ? y(half, FOLD + work) : y(half, FOLD)}
                  height={work}
                />
              )}
              {high - work > 0.5 && (
                <rect
                  class="wait"
                  x={left}
                  width={WIDE}
                  y={half === "customer" ? top(FOLD + high) : y(half, FOLD + work)}
                  height={high - work}
                  fill={`url(#mirror-wait-${half})`}
                />
              )}
              <text
                class="mirror-minutes"
                x={x(at) + WIDE / 2 + 6}
                y={y(half, FOLD + Math.max(10, Math.min(high - 4, bar))) + 4}
              >
                {minutesText(sum)}
              </text>
            </g>
          );
        }),
      )}
      <line class="mirror-line" x1={0} x2={across} y1={middle} y2={middle} />
      <g class="mirror-line-name" transform={`translate(8 ${middle})`}>
        <rect x="0" y="-11" width={LABEL - 6} height="22" rx="11" />
        <text x={(LABEL - 6) / 2} y="4">
          {t("sheet.line.visibility")}
        </text>
      </g>
    </svg>
  );
}

const HALVES: readonly Half[] = ["customer", "employee"];
const SCALE = [2, 0, -2];
