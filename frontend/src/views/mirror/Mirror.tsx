/**
 * The mirror: one episode folded along the line of visibility. The customer above, the employees below; their minutes
 * stand back to back on the fold, their feelings face each other, and pain comes close to it from both sides.
 */
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { commandFor } from "../../actions/keyboard";
import { findingOpen } from "../../actions/verbs/finding-open";
import { ARROWS } from "../../interactions/walking";
import type { Half } from "../../model/sheet";
import type { Finding } from "../../sync/friction";
import { minutes as minutesText, signed, t } from "../../text";
import { focusCard } from "../panel/goto";
import { afterDrawing } from "../shell/arriving";
import { actorOf, titleOf } from "../panel/records";
import { flagText } from "../sheet/card";
import { columnsOf, neighbour, roomFor, total, type Column, type Side } from "./geometry";
import { LABEL, Skyline } from "./Skyline";
import { MirrorCard } from "./MirrorCard";

const LEAST = 148;

export function Mirror({ editor }: { editor: Editor }): JSX.Element {
  const { session } = editor;
  const root = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const near = useSignal<string | null>(null);
  const renaming = useSignal<string | null>(null);
  const sheet = editor.sheet.value;
  const state = editor.state.value;
  const columns = columnsOf(state, sheet, editor.flagged.value);
  const focus = session.focus.value;
  const stands = focus?.on === "cell" ? focus.moment : focus?.on === "moment" ? focus.id : null;
  const step = focus?.on === "cell" ? focus.step : null;
  const firsts = columns.flatMap(({ customer, employee }) => [
    ...customer.steps.slice(-1),
    ...employee.steps,
  ]);
  const shown = columns.some(({ customer, employee }) =>
    [...customer.steps, ...employee.steps].some(({ id }) => id === step),
  );
  const entry = shown ? step : (firsts[0]?.id ?? null);
  const width =
    columns.length === 0 ? LEAST : Math.max(LEAST, Math.floor((room.width - LABEL - 2) / columns.length));

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const look = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    look();
    return () => resized.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = root.current;
    const fold = element?.querySelector<HTMLElement>(".mirror-fold");
    if (element == null || fold == null || room.width === 0) return;
    // The fold is what one came to see.
    element.scrollTop = fold.offsetTop + fold.offsetHeight / 2 - element.clientHeight / 2;
    if (document.activeElement === document.body && step !== null) focusCard(step);
  }, [room.width === 0]);

  const go = (id: string): void => {
    const to = editor.state.peek().step.get(id);
    if (to === undefined) return;
    session.select(to);
    afterDrawing(() => focusCard(id));
    session.announce(`${to.title}, ${state.moment.get(to.moment)?.title ?? ""}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.step : undefined;
    if (id === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (event.altKey) {
      const run = arrow === undefined ? commandFor(editor, event) : null;
      if (run === null) return;
      event.preventDefault();
      run();
    } else if (arrow !== undefined) {
      event.preventDefault();
      const to = neighbour(columns, id, arrow);
      if (to !== null) go(to);
    } else if (event.key === "F2") {
      event.preventDefault();
      renaming.value = id;
    }
  };

  const cards = (half: Half): JSX.Element => (
    <div class={`mirror-row ${half}`}>
      <div class="mirror-label">
        <span class="mirror-who">{t(`sheet.feelings.${half}`)}</span>
        <span class="mirror-names">{namesOf(editor, columns, half)}</span>
      </div>
      {columns.map(({ moment, title, [half]: side }) => (
        <div
          key={moment}
          class={moment === (near.value ?? stands) ? "mirror-cell near" : "mirror-cell"}
          role="group"
          aria-label={t(`mirror.cell.${half}`, { moment: title })}
          onPointerEnter={() => (near.value = moment)}
        >
          {(half === "customer" ? side.steps.toReversed() : side.steps).map((one) => (
            <MirrorCard
              key={one.id}
              editor={editor}
              step={one}
              half={half}
              moment={title}
              entry={one.id === entry}
              renaming={renaming}
            />
          ))}
        </div>
      ))}
    </div>
  );
  return (
    <div
      class="mirror"
      ref={root}
      onKeyDown={onKeyDown}
      onPointerLeave={() => (near.value = null)}
      aria-description={t("mirror.keys")}
      role="group"
      aria-label={t("views.mirror")}
    >
      {columns.length === 0 && <p class="table-none">{t("table.empty")}</p>}
      <div
        class="mirror-sheet"
        style={{ "--mirror-columns": `${LABEL}px repeat(${columns.length}, ${width}px)` }}
      >
        <div class="mirror-head mirror-row">
          <div class="mirror-label" />
          {sheet.phases.map(({ phase, moments }) =>
            moments.length === 0 ? null : (
              <div key={phase.id} class="phase" style={{ gridColumn: `span ${moments.length}` }}>
                <span class="phase-title" dir="auto">
                  {phase.title}
                </span>
              </div>
            ),
          )}
          <div class="mirror-label mirror-break" />
          {columns.map((column) => (
            <div
              key={column.moment}
              class={column.moment === (near.value ?? stands) ? "mirror-moment near" : "mirror-moment"}
              dir="auto"
              onPointerEnter={() => (near.value = column.moment)}
            >
              {column.title}
              <span class="visually-hidden">{spoken(column)}</span>
            </div>
          ))}
        </div>
        {cards("customer")}
        <div class="mirror-fold">
          <Skyline
            columns={columns}
            width={width}
            room={roomFor(room.height)}
            near={near.value ?? stands}
            enter={(moment) => (near.value = moment)}
          />
          {columns.map((column, at) =>
            column.findings.length === 0 ? null : (
              <Diamond
                key={column.moment}
                editor={editor}
                findings={column.findings}
                x={LABEL + (at + 0.5) * width}
                title={column.title}
              />
            ),
          )}
        </div>
        {cards("employee")}
      </div>
      <p class="mirror-legend">
        <span class="key work" aria-hidden="true" /> {t("mirror.legend.work")}
        <span class="key wait" aria-hidden="true" /> {t("mirror.legend.wait")}
        <span class="key meet" aria-hidden="true" /> {t("mirror.legend.meet")}
        <span class="mirror-note">{t("mirror.legend.note")}</span>
      </p>
    </div>
  );
}

function spoken({ customer, employee, findings }: Column): string {
  const of = (side: Side): string =>
    [
      total(side.minutes) > 0 ? minutesText(total(side.minutes)) : t("panel.unknown"),
      side.emotion === null ? "" : t("mirror.felt", { value: signed(side.emotion) }),
    ]
      .filter((part) => part !== "")
      .join(", ");
  return t("mirror.spoken", {
    customer: of(customer),
    employee: of(employee),
    findings: t("sheet.card.findings", { n: findings.length }),
  });
}

/** Who acts on this side, those with the most steps first. */
function namesOf({ state }: Editor, columns: readonly Column[], half: Half): string {
  const counts = new Map<string, number>();
  for (const { [half]: side } of columns) {
    for (const step of side.steps) {
      const name = titleOf(state.value, "actor", actorOf(state.value, step));
      if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return names.length > 4 ? `${names.slice(0, 4).join(", ")}…` : names.join(", ");
}

interface DiamondProps {
  readonly editor: Editor;
  readonly findings: readonly Finding[];
  readonly x: number;
  readonly title: string;
}

/** One a moment: pressed again and again it opens one after the other. */
function Diamond({ editor, findings, x, title }: DiamondProps): JSX.Element {
  const { session } = editor;
  return (
    <button
      type="button"
      class="flag mirror-flag"
      style={{ left: `${x}px` }}
      aria-label={t("mirror.findings", { n: findings.length, moment: title })}
      title={findings.map((finding) => finding.because).join("\n")}
      onClick={() => {
        const at = findings.findIndex(({ fingerprint }) => fingerprint === session.opened.value);
        const next = findings[(at + 1) % findings.length];
        if (next === undefined) return;
        findingOpen.run(editor, next.fingerprint);
        session.announce(next.because);
      }}
      onPointerEnter={() => (session.pointed.value = findings[0]?.fingerprint ?? null)}
      onPointerLeave={() => (session.pointed.value = null)}
    >
      <span class="flag-count">{flagText(findings)}</span>
    </button>
  );
}
