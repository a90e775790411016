/** A step in the mirror: selected like a card of the sheet, and lit with what it is linked to. */
import { useComputed, type Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { stepRename } from "../../actions/verbs/step-rename";
import type { Step } from "../../model/records";
import type { Half } from "../../model/sheet";
import { duration, quoted, t } from "../../text";
import { focusCard } from "../panel/goto";
import { afterDrawing } from "../shell/arriving";
import { actorOf, titleOf } from "../panel/records";

interface Props {
  readonly editor: Editor;
  readonly step: Step;
  readonly half: Half;
  readonly moment: string;
  /** Whether Tab reaches it. */
  readonly entry: boolean;
  readonly renaming: Signal<string | null>;
}

export function MirrorCard({ editor, step, half, moment, entry, renaming }: Props): JSX.Element {
  const { session } = editor;
  const look = useComputed(() => {
    const { link, lane } = editor.state.value;
    const kind = lane.get(step.lane)?.kind;
    const tone = kind === "support" ? "support" : half;
    let now = `card card-${tone} mirror-card`;
    if (session.selection.value.has(step.id)) now += " selected";
    const focus = session.focus.value;
    const of = focus?.on === "cell" ? focus.step : null;
    const linked = [...link.values()].some(
      ({ source, target }) => (source === of && target === step.id) || (target === of && source === step.id),
    );
    if (linked) now += " linked";
    const lit = editor.findings.value.findings.find(({ fingerprint }) => fingerprint === session.lit.value);
    if (lit !== undefined)
      now += lit.steps.includes(step.id) || lit.touches.includes(step.id) ? " lit" : " dim";
    return now;
  });
  const typed = useComputed(() => renaming.value === step.id).value;
  const state = editor.state.value;
  const doer = half === "employee" ? titleOf(state, "actor", actorOf(state, step)) : "";
  const facts = [
    doer,
    step.work_min === null || step.work_min === 0 ? "" : duration(step.work_min),
    step.wait_min === null || step.wait_min === 0
      ? ""
      : t("sheet.card.wait", { time: duration(step.wait_min) }),
  ].filter((fact) => fact !== "");
  if (typed) return <Rename editor={editor} step={step} look={look.value} renaming={renaming} />;
  return (
    <button
      type="button"
      class={look}
      data-step={step.id}
      data-entry={entry ? "" : undefined}
      tabIndex={entry ? 0 : -1}
      aria-current={session.selection.value.has(step.id) ? "true" : undefined}
      onFocus={() => {
        const focus = session.focus.peek();
        if (focus?.on === "cell" && focus.step === step.id) return;
        session.focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: step.id };
      }}
      onClick={() => {
        session.select(step);
        if (session.panel.peek().open) session.panel.value = { open: true, tab: "step" };
      }}
    >
      <span class="card-title" dir="auto">
        {step.moment_of_truth && (
          <svg class="star" viewBox="0 0 11 11" aria-hidden="true">
            <path d="M5.500 0l1.600 3.500 3.900.500-2.900 2.600.800 3.900-3.400-1.900-3.400 1.900.800-3.900L0 4l3.900-.500z" />
          </svg>
        )}
        {step.title}
      </span>
      <span class="visually-hidden">
        {step.moment_of_truth ? `, ${t("sheet.card.truth")}` : ""}, {moment},{" "}
      </span>
      {facts.length > 0 && <span class="card-facts">{facts.join("\u00a0· ")}</span>}
      {step.said !== "" && (
        <span class="card-said" dir="auto">
          {quoted(step.said)}
        </span>
      )}
    </button>
  );
}

interface RenameProps {
  readonly editor: Editor;
  readonly step: Step;
  readonly look: string;
  readonly renaming: Signal<string | null>;
}

function Rename({ editor, step, look, renaming }: RenameProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const kept = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (keep: boolean, back: boolean): void => {
    if (kept.current) return;
    kept.current = true;
    if (keep) stepRename.run(editor, step.id, field.current?.value ?? "");
    renaming.value = null;
    if (back) afterDrawing(() => focusCard(step.id));
  };
  return (
    <div class={look} data-editing="">
      <input
        ref={field}
        class="field card-title"
        dir="auto"
        aria-label={t("sheet.rename")}
        defaultValue={step.title}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing) return;
          if (event.key === "Enter" || event.key === "Escape") {
            event.preventDefault();
            leave(event.key === "Enter", true);
          }
        }}
        onBlur={() => leave(true, false)}
      />
    </div>
  );
}
