/** Pieces of a finding that lists and panel share: its flag, its reason, the steps concerned, the ways out. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { findingOpen } from "../../actions/verbs/finding-open";
import { halfOf } from "../../model/sheet";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { goTo } from "../panel/goto";
import { afterDrawing } from "../shell/arriving";
import { isPriced, WHAT_IF } from "./names";

/** The yellow diamond with the finding's number; hollow where no finding is behind what it stands for. */
export const Flag = ({ number }: { number: number | null }): JSX.Element => (
  <span class={number === null ? "finding-flag hollow" : "finding-flag"} aria-hidden="true">
    <span>{number ?? "?"}</span>
  </span>
);

/** The reason, in full for who hears it, in two lines at most for the eye; it opens the finding in the panel. */
export function Because({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element {
  const { fingerprint, number, because } = finding;
  return (
    <button
      type="button"
      class="because"
      data-entry
      title={because}
      aria-expanded={editor.session.opened.value === fingerprint}
      onClick={() => findingOpen.run(editor, fingerprint)}
    >
      <span class="visually-hidden">{t("findings.number", { number })} </span>
      {because}
    </button>
  );
}

/** "Et sans ?": opens the finding and leads to the figures without it. Nothing where it has no price in time. */
export function Without({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element | null {
  const { fingerprint, number } = finding;
  if (!isPriced(finding)) return null;
  return (
    <button
      type="button"
      class="button small without"
      onClick={() => {
        if (editor.session.opened.value !== fingerprint) findingOpen.run(editor, fingerprint);
        afterDrawing(() => document.getElementById(WHAT_IF)?.focus());
      }}
    >
      {t("diagnosis.without")}
      <span class="visually-hidden"> {t("diagnosis.without.number", { number })}</span>
    </button>
  );
}

/** The steps concerned; each leads to its card. */
export function Concerned({
  editor,
  steps,
  most = Infinity,
}: {
  editor: Editor;
  steps: readonly string[];
  /** Where there is little room: beyond so many their number is told. */
  most?: number;
}): JSX.Element | null {
  const { step, lane } = editor.state.value;
  const every = steps.map((id) => step.get(id)).filter((one) => one !== undefined);
  const known = every.length > most ? every.slice(0, most - 1) : every;
  if (known.length === 0) return null;
  return (
    <ul class="concerned" aria-label={t("findings.concerned")}>
      {known.map((one) => {
        const kind = lane.get(one.lane)?.kind;
        return (
          <li key={one.id}>
            <button
              type="button"
              class={`step-chip ${kind === undefined ? "" : halfOf(kind)}`}
              onClick={() => goTo(editor, { type: "step", id: one.id })}
            >
              {one.moment_of_truth && (
                <>
                  <span aria-hidden="true">★{"\u00a0"}</span>
                  <span class="visually-hidden">{t("findings.truth")} </span>
                </>
              )}
              {one.title}
            </button>
          </li>
        );
      })}
      {known.length < every.length && (
        <li class="hint">{t("findings.unknown.more", { n: every.length - known.length })}</li>
      )}
    </ul>
  );
}

/** Whom it touches: "touche 2 étapes client · ★ moment de vérité". */
export function Reach({ finding }: { finding: Finding }): JSX.Element | null {
  if (finding.touches.length === 0) return null;
  return (
    <p class="reach">
      {t("findings.touches", { n: finding.touches.length })}
      {finding.moments_of_truth.length > 0 && (
        <>
          {"\u00a0· "}
          <strong>
            <span aria-hidden="true">★{"\u00a0"}</span>
            {t("findings.truth")}
          </strong>
        </>
      )}
    </p>
  );
}

interface FixText {
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
}
/** The ways out, as far as this page understands them. */
export const fixesOf = (finding: Finding): readonly FixText[] =>
  finding.fixes.map((fix) => ({
    title: text(fix["title"]),
    sentence: text(fix["sentence"]),
    source: text(fix["source"]),
  }));
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The ways out, each with its sentence, and the sources they are taken from. */
export function Fixes({ finding }: { finding: Finding }): JSX.Element | null {
  const fixes = fixesOf(finding);
  const sources = [...new Set(fixes.map(({ source }) => source))].filter((source) => source !== "");
  if (fixes.length === 0) return null;
  return (
    <>
      <ul class="fixes">
        {fixes.map(({ title, sentence }) => (
          <li key={title}>
            <b>{title}</b> {sentence}
          </li>
        ))}
      </ul>
      {sources.map((source) => (
        <p key={source} class="source">
          {t("findings.source", { source })}
        </p>
      ))}
    </>
  );
}
