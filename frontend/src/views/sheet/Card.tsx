/** A step as a card. It reads signals, so Preact draws it again only where its own props or signals changed. */
import { useComputed } from "@preact/signals";
import type { Editor } from "../../actions/editor";
import { findingOpen } from "../../actions/verbs/finding-open";
import type { Exchange, Link, Step, Use } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { NBSP, t } from "../../text";
import { type Names, type Times, factsOf, labelOf, pillsOf, timesOf } from "./facts";
import { Field } from "./Field";
import type { Scene } from "./scene";

/** Stands at the end of a line, never at the beginning of one. */
const SEPARATOR = `${NBSP}· `;

export interface CardProps {
  readonly scene: Scene;
  readonly step: Step;
  readonly tone: "customer" | "employee" | "support" | "evidence";
  /** Whether another than the lane's actor does it. */
  readonly byOther: boolean;
  readonly uses: readonly Use[];
  readonly exchanges: readonly Exchange[];
  readonly shared: readonly Link[];
  readonly findings: readonly Finding[];
  readonly names: Names;
  readonly editing: boolean;
}

export function Card(props: CardProps) {
  const { scene, step, tone, byOther, uses, exchanges, shared, findings, names, editing } = props;
  const look = useComputed(() => scene.look(step.id, tone));
  const [only, another] = shared;
  const share = only !== undefined && another === undefined ? only.share : null;
  const times = timesOf(step);
  const facts = factsOf(step, exchanges, share, byOther, names);
  const pills = pillsOf(step, uses, names);
  return (
    <div
      class={look}
      data-step={step.id}
      data-editing={editing ? "" : undefined}
      role="group"
      aria-roledescription={t("sheet.card.role")}
      aria-label={labelOf(step, times, facts, pills, findings.length)}
      tabIndex={-1}
    >
      {editing ? (
        <Field
          scene={scene}
          editing={{ on: "step", id: step.id }}
          value={step.title}
          label={t("sheet.rename")}
          class="card-title"
        />
      ) : (
        <div class={findings.length > 0 ? "card-title flagged" : "card-title"} dir="auto">
          {step.moment_of_truth && <Star />}
          {step.title}
        </div>
      )}
      {(times !== null || facts.length > 0) && (
        <div class="card-facts" dir="auto">
          {times !== null && <TimesLine times={times} />}
          {times !== null && facts.length > 0 && SEPARATOR}
          {facts.join(SEPARATOR)}
        </div>
      )}
      {pills.length > 0 && (
        <div class="card-pills">
          {pills.map((pill) => (
            <span class={`pill ${pill.kind}`} title={pill.label} dir="auto">
              {pill.text}
            </span>
          ))}
        </div>
      )}
      {findings.length > 0 && <Diamond editor={scene.editor} findings={findings} />}
      <button
        type="button"
        class="handle"
        data-handle
        tabIndex={-1}
        aria-label={t("sheet.card.link")}
        onClick={() => scene.interactions.link(step.id)}
      />
    </div>
  );
}

/** Work, then the wait as a hatched bar as long as it is. */
function TimesLine({ times: { work, wait, bar } }: { times: Times }) {
  return (
    <>
      {work !== null && (
        <span class="time" title={t("sheet.card.work", { time: work })}>
          {work}
        </span>
      )}
      {work !== null && wait !== null && " + "}
      {wait !== null && (
        <span class="time" title={t("sheet.card.wait", { time: wait })}>
          <span class="wait-bar" style={{ width: `${bar}px` }} />
          {wait}
        </span>
      )}
    </>
  );
}

const Star = () => (
  <svg class="star" viewBox="0 0 11 11" aria-hidden="true">
    <path d="M5.5 0l1.6 3.5 3.9.5-2.9 2.6.8 3.9-3.4-1.9-3.4 1.9.8-3.9L0 4l3.9-.5z" />
  </svg>
);

/** One a card, with the count; each finding behind it has its mark. Pressed again and again it opens one after the other. */
function Diamond({ editor, findings }: { editor: Editor; findings: readonly Finding[] }) {
  const { session } = editor;
  const label = t("sheet.card.findings", { n: findings.length });
  const press = (event: MouseEvent): void => {
    const at = findings.findIndex((finding) => finding.fingerprint === session.opened.value);
    const next = findings[(at + 1) % findings.length];
    const id = (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-step]")?.dataset.step;
    const step = id === undefined ? undefined : editor.state.value.step.get(id);
    if (step !== undefined) session.select(step);
    if (next === undefined) return;
    findingOpen.run(editor, next.fingerprint);
    session.announce(next.because);
  };
  return (
    <button
      type="button"
      class="flag"
      tabIndex={-1}
      aria-label={label}
      title={findings.map((finding) => finding.because).join("\n")}
      onClick={press}
    >
      <span class="flag-count">{findings.length}</span>
      {findings.map((finding) => (
        <span data-finding={finding.fingerprint} hidden />
      ))}
    </button>
  );
}
