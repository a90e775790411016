/** What is, beside what is aimed at: figures, findings that go, stay, come or only move, and the steps that change. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { askComparison, type Comparison, type Kept, type Side, type Twins } from "../../sync/diagnosis";
import type { Finding } from "../../sync/friction";
import { minutes, t } from "../../text";
import { shownDelta } from "../findings/Figures";
import { kindName } from "../findings/names";
import { afterDrawing } from "../shell/arriving";
import { CompareFlow } from "./CompareFlow";
import { CompareSteps } from "./CompareSteps";
import { Sheets } from "./Sheets";

export function Compare({ editor }: { editor: Editor }): JSX.Element {
  const twins = editor.twins.value;
  return (
    <div class="compare" tabIndex={-1}>
      <h2>{t("compare.title")}</h2>
      {twins === undefined ? (
        <p class="hint" role="status">
          {t("compare.waiting")}
        </p>
      ) : twins === null ? (
        <None editor={editor} />
      ) : (
        <Pair editor={editor} twins={twins} />
      )}
    </div>
  );
}

/** Leads to the list in which a target begins. */
function None({ editor: { session } }: { editor: Editor }): JSX.Element {
  const choose = (): void => {
    session.list.value = "all";
    session.tray.value = true;
    afterDrawing(() => document.querySelector<HTMLElement>(".tray .choose")?.focus());
  };
  return (
    <div class="compare-none">
      <p>{t("views.compare.none")}</p>
      <button type="button" class="button primary" onClick={choose}>
        {t("views.compare.choose")}
      </button>
    </div>
  );
}

function Pair({ editor, twins }: { editor: Editor; twins: Twins }): JSX.Element {
  const own = twins.targets.find(({ id }) => id === editor.config.blueprint);
  const [id, choose] = useState(own?.id ?? twins.targets[0]?.id ?? "");
  const target = twins.targets.find((one) => one.id === id);
  return (
    <>
      <p class="compare-pair">
        <span class="compare-side">{t("panel.word.state.as-is")}</span> {twins.asIs.title}
        <span class="compare-arrow" role="img" aria-label={t("diagnosis.becomes")}>
          →
        </span>
        <span class="compare-side to-be">{t("panel.word.state.to-be")}</span>{" "}
        {twins.targets.length < 2 ? (
          target?.title
        ) : (
          <select
            aria-label={t("compare.target")}
            value={id}
            onChange={({ currentTarget: { value } }) => choose(value)}
          >
            {twins.targets.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </p>
      <Answer key={id} editor={editor} asIs={twins.asIs.id} toBe={id} />
    </>
  );
}

function Answer({ editor, asIs, toBe }: { editor: Editor; asIs: string; toBe: string }): JSX.Element {
  const [answer, setAnswer] = useState<Comparison | "failed" | null>(null);
  const [round, setRound] = useState(0);
  const { seq } = editor.findings.value;
  useEffect(() => {
    const asking = new AbortController();
    askComparison(editor.api, { asIs, toBe, language: editor.language }, asking.signal).then(
      (next) => {
        if (!asking.signal.aborted) setAnswer(next);
      },
      () => {
        if (!asking.signal.aborted) setAnswer("failed");
      },
    );
    return () => asking.abort();
  }, [asIs, toBe, seq, round]);
  if (answer === null) {
    return (
      <p class="hint" role="status">
        {t("compare.waiting")}
      </p>
    );
  }
  if (answer === "failed") {
    return (
      <p class="hint" role="alert">
        {t("diagnosis.failed")}{" "}
        <button type="button" class="text-button" onClick={() => setRound(round + 1)}>
          {t("shell.retry")}
        </button>
      </p>
    );
  }
  const { resolved, worsened, fresh, kept, moved } = answer;
  return (
    <div class="compare-body">
      <p class="compare-summary" role="status">
        {[
          t("compare.count.resolved", { n: resolved.length }),
          t("compare.count.worsened", { n: worsened.length }),
          t("compare.count.new", { n: fresh.length }),
          t("compare.count.moved", { n: moved.length }),
          t("compare.count.kept", { n: kept.length }),
        ].join(" · ")}
      </p>
      <Sheets editor={editor} asIs={asIs} toBe={toBe} steps={answer.steps} />
      <CompareFlow editor={editor} before={answer.before} after={answer.after} />
      {moved.length > 0 && (
        <Group name="moved" mark="⇄" title={t("compare.moved")} hint={t("compare.moved.hint")}>
          {moved.map((one, at) => (
            <li key={at}>
              <p class="move">
                <Side side={one.from} by={one.from === "customer" ? one.customer_min : one.employee_min} />
                <span class="compare-arrow" role="img" aria-label={t("compare.moved.to")}>
                  →
                </span>
                <Side side={one.to} by={one.to === "customer" ? one.customer_min : one.employee_min} />
                <span>{one.sentence}</span>
              </p>
            </li>
          ))}
        </Group>
      )}
      <Findings name="resolved" mark="✓" title={t("compare.resolved")} findings={resolved} />
      <Findings name="worsened" mark="▲" title={t("compare.worsened")} findings={worsened} />
      <Findings name="new" mark="+" title={t("compare.new")} findings={fresh} />
      <CompareSteps editor={editor} steps={answer.steps} />
      {kept.length > 0 && (
        <details class="compare-kept">
          <summary>{t("compare.count.kept", { n: kept.length })}</summary>
          <ul>
            {kept.map((finding) => (
              <li key={finding.fingerprint}>
                <Said finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface GroupProps {
  readonly name: "moved" | "resolved" | "worsened" | "new";
  /** Tells the group apart without its colour. */
  readonly mark: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function Group({ name, mark, title, hint, children }: GroupProps): JSX.Element {
  return (
    <section class={`compare-group ${name}`} aria-labelledby={`compare-${name}`}>
      <h3 id={`compare-${name}`}>
        <span class="compare-mark" aria-hidden="true">
          {mark}
        </span>
        {title}
      </h3>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function Findings({
  findings,
  ...group
}: Omit<GroupProps, "children"> & { findings: readonly Finding[] }): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <Group {...group}>
      {findings.map((finding) => (
        <li key={finding.fingerprint}>
          <Said finding={finding} />
        </li>
      ))}
    </Group>
  );
}

function Said({ finding }: { finding: Finding | Kept }): JSX.Element {
  return (
    <p class="said">
      <b>{kindName(finding.detector)}</b> {finding.because}
      {"before" in finding && (
        <span class="said-change">
          {(["customer_min", "employee_min"] as const)
            .map((side) => ({ side, before: finding.before[side] ?? 0, after: finding[side] ?? 0 }))
            .filter(({ before, after }) => Math.abs(after - before) >= 0.05)
            .map(({ side, before, after }) =>
              t(`compare.${side}`, { before: minutes(before), after: minutes(after) }),
            )
            .join(" · ")}
        </span>
      )}
    </p>
  );
}

function Side({ side, by }: { side: Side; by: number }): JSX.Element {
  return (
    <span class={`move-side ${side}`}>
      {t(`compare.side.${side}`)} <b>{shownDelta({ before: 0, after: by, currency: null })}</b>
    </span>
  );
}
