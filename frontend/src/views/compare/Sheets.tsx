/** The two sheets on one set of columns: today above the target, lane by lane or one below the other, with what changed marked. */
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { stateOf } from "../../model/draft";
import type { Lane, State, Step } from "../../model/records";
import { halfOf, sheetOf, type Half } from "../../model/sheet";
import { isObject } from "../../sync/api";
import type { StepChange } from "../../sync/diagnosis";
import { minutes as minutesText, t } from "../../text";
import { align, type Aligned, type Pair } from "./align";
import { fieldTitle, told } from "./fields";

interface Props {
  readonly editor: Editor;
  readonly asIs: string;
  readonly toBe: string;
  readonly steps: readonly StepChange[];
}
type When = "before" | "after";

/** As many changed fields as a card says; the list below says all. */
const MOST = 3;
const MARKS = { added: "+", removed: "−", changed: "≠" } as const;

export function Sheets({ editor, asIs, toBe, steps }: Props): JSX.Element | null {
  const own = editor.config.blueprint;
  const other = own === asIs ? toBe : asIs;
  const { seq } = editor.findings.value;
  const [read, setRead] = useState<State | null>(null);
  const [stacked, setStacked] = useState(false);
  const [changedOnly, setChangedOnly] = useState(false);
  useEffect(() => {
    const asking = new AbortController();
    editor.api.get(`/api/blueprints/${encodeURIComponent(other)}/records/`, asking.signal).then(
      (body) => {
        if (asking.signal.aborted || !isObject(body) || !isObject(body.records)) return;
        setRead(stateOf(body.records));
      },
      () => undefined, // figures and lists are there without it
    );
    return () => asking.abort();
  }, [other, seq]);
  const mine = editor.sheet.value;
  const aligned = useMemo(() => {
    if (read === null) return null;
    const theirs = sheetOf(read);
    return own === asIs ? align(mine, theirs) : align(theirs, mine);
  }, [read, mine, own, asIs]);
  if (aligned === null) return null;
  const changes = new Map(steps.map((one) => [one.step, one]));
  const rows = stacked
    ? (["before", "after"] as const).flatMap((when) => aligned.lanes.map((lane) => ({ lane, when })))
    : aligned.lanes.flatMap((lane) => (["before", "after"] as const).map((when) => ({ lane, when })));
  return (
    <section class="compare-sheets" aria-label={t("compare.sheets")}>
      <div class="compare-tools">
        <p class="compare-legend">
          {(["added", "removed", "changed"] as const).map((change) => (
            <span key={change}>
              <span class={`compare-sign ${change}`} aria-hidden="true">
                {MARKS[change]}
              </span>{" "}
              {t(`compare.step.${change}`)}
            </span>
          ))}
        </p>
        <label class="check">
          <input type="checkbox" checked={changedOnly} onChange={() => setChangedOnly(!changedOnly)} />
          <span>{t("compare.only")}</span>
        </label>
        <label class="check">
          <input type="checkbox" checked={stacked} onChange={() => setStacked(!stacked)} />
          <span>{t("compare.stacked")}</span>
        </label>
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      <div class="compare-scroll" tabIndex={0} role="group" aria-label={t("compare.sheets")}>
        <table
          class="compare-table"
          style={{
            "--compare-columns": `150px repeat(${aligned.moments.length}, minmax(136px, 1fr))`,
            "--compare-least": `${150 + 136 * aligned.moments.length}px`,
          }}
        >
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t("panel.tab.lane")}</span>
              </th>
              {aligned.moments.map((moment) => (
                <MomentHead key={moment.key} moment={moment} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lane, when }, at) => (
              <Row
                key={`${lane.key} ${when}`}
                state={editor.state.value}
                aligned={aligned}
                lane={lane}
                when={when}
                changes={changes}
                changedOnly={changedOnly}
                parts={stacked && at === aligned.lanes.length}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function MomentHead({ moment }: { moment: Aligned["moments"][number] }): JSX.Element {
  const { before, after, minutes } = moment;
  const title = (after ?? before)?.title ?? "";
  const change = before === null ? "added" : after === null ? "removed" : null;
  const said = (value: number | null | undefined): string => (value == null ? "–" : minutesText(value));
  return (
    <th scope="col" class={change ?? ""}>
      <Mark change={change} />
      <span dir="auto">{title}</span>
      {(["customer", "employee"] as const satisfies readonly Half[]).map((half) => {
        const [a, b] = [said(minutes.before?.[half]), said(minutes.after?.[half])];
        return (
          <span key={half} class={`compare-minutes of-${half}`}>
            <span class="visually-hidden">{t(`sheet.feelings.${half}`)}</span>
            {a === b ? a : `${a} → ${b}`}
          </span>
        );
      })}
    </th>
  );
}

interface RowProps {
  readonly state: State;
  readonly aligned: Aligned;
  readonly lane: Pair<Lane>;
  readonly when: When;
  readonly changes: ReadonlyMap<string, StepChange>;
  readonly changedOnly: boolean;
  /** Whether the second sheet begins here. */
  readonly parts: boolean;
}

function Row({ state, aligned, lane, when, changes, changedOnly, parts }: RowProps): JSX.Element | null {
  const record = lane[when] ?? lane.after ?? lane.before;
  if (record === null) return null;
  const tone =
    record.kind === "evidence" ? "evidence" : record.kind === "support" ? "support" : halfOf(record.kind);
  return (
    <tr class={`compare-row ${when} tone-${tone} ${parts ? "parts" : ""}`}>
      <th scope="row">
        <span class="compare-lane" dir="auto">
          {record.title}
        </span>
        <span class={`compare-side ${when === "after" ? "to-be" : ""}`}>
          {t(when === "before" ? "panel.word.state.as-is" : "panel.word.state.to-be")}
        </span>
      </th>
      {aligned.moments.map((moment) => (
        <td key={moment.key}>
          {aligned.cell(when, lane, moment).map((step) => {
            const change = changes.get(step.id);
            if (changedOnly && change === undefined) return null;
            return <Card key={step.id} state={state} step={step} change={change} when={when} />;
          })}
        </td>
      ))}
    </tr>
  );
}

interface CardProps {
  readonly state: State;
  readonly step: Step;
  readonly change: StepChange | undefined;
  readonly when: When;
}

function Card({ state, step, change, when }: CardProps): JSX.Element {
  const kind = change?.change ?? null;
  const fields = kind === "changed" && when === "after" ? Object.entries(change?.fields ?? {}) : [];
  return (
    <div class={`compare-card ${kind ?? "same"}`}>
      <Mark change={kind} />
      <span class="compare-title" dir="auto">
        {step.title}
      </span>
      {fields.slice(0, MOST).map(([field, { before, after }]) => (
        <span key={field} class="compare-field">
          {fieldTitle(field)}
          {Array.isArray(before) || Array.isArray(after)
            ? ""
            : ` ${told(state, field, before)} → ${told(state, field, after)}`}
        </span>
      ))}
      {fields.length > MOST && (
        <span class="compare-field">{t("compare.more", { n: fields.length - MOST })}</span>
      )}
    </div>
  );
}

/** A sign with its word: never the colour alone. */
function Mark({ change }: { change: StepChange["change"] | null }): JSX.Element | null {
  if (change === null) return null;
  return (
    <span class={`compare-sign ${change}`}>
      <span aria-hidden="true">{MARKS[change]}</span>
      <span class="visually-hidden">{t(`compare.step.${change}`)} </span>
    </span>
  );
}
