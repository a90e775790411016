/** How far the diagnosis has come: findings and unknowns now and at the start, and what the last answer brought. */
import type { JSX } from "preact";
import type { Interview } from "../../actions/interview/interview";
import type { Editor } from "../../actions/editor";
import type { Finding } from "../../sync/friction";
import { list, t } from "../../text";
import { grouped, kindName } from "../findings/names";

export function Counts({ editor, interview }: { editor: Editor; interview: Interview }): JSX.Element {
  const { findings, unknown, seq } = editor.findings.value;
  const known = seq >= 0;
  const listening = interview.heard.since > 0 || !known;
  return (
    <dl class="interview-counts" aria-label={t("interview.sharpen")} aria-busy={listening}>
      <Counted
        n={findings.length}
        before={interview.start.findings}
        what="interview.findings"
        known={known}
        mark
      />
      <Counted n={unknown.length} before={interview.start.unknown} what="interview.unknowns" known={known} />
    </dl>
  );
}

interface CountedProps {
  readonly n: number;
  readonly before: number;
  readonly what: "interview.findings" | "interview.unknowns";
  /** Something was judged: before that nothing is said of it. */
  readonly known: boolean;
  readonly mark?: boolean;
}

function Counted({ n, before, what, known, mark = false }: CountedProps): JSX.Element {
  // The room is told what is counted: of two bare numbers nobody knows which should grow and which should go.
  const mean =
    what === "interview.unknowns" && n === 0 ? "interview.unknowns.none" : (`${what}.mean` as const);
  return (
    <div>
      <dt>
        {mark && <span class="interview-diamond" aria-hidden="true" />}
        {t(what, { n })}
      </dt>
      <dd>
        {known && t(mean)}
        {n !== before && ` · ${t("interview.from", { before })}`}
      </dd>
    </div>
  );
}

/** The calm line: what the last answer revealed or ruled out, with the first finding in its own words. */
export function Revealing({ interview }: { interview: Interview }): JSX.Element {
  const { revealed, heard } = interview;
  const [first] = revealed?.came ?? [];
  return (
    <div class={`interview-revealed ${first === undefined ? "" : "has-findings"}`} role="status">
      {revealed === null ? (
        <p class="interview-listening">{heard.since > 0 ? t("interview.listening") : "\u00a0"}</p>
      ) : (
        <>
          <p>{lineOf(revealed)}</p>
          {first !== undefined && <p class="interview-because">{first.because}</p>}
        </>
      )}
    </div>
  );
}

function lineOf({ came, went, known, answers: n }: NonNullable<Interview["revealed"]>): string {
  const lines = [
    came.length > 0 ? t("interview.reveals", { n, kinds: kindsOf(came) }) : "",
    went.length > 0 ? t("interview.settles", { n, kinds: kindsOf(went) }) : "",
  ].filter((line) => line !== "");
  if (lines.length > 0) return lines.join(" · ");
  if (known < 0) return t("interview.opens", { n: -known });
  return known > 0 ? t("interview.known", { n: known }) : t("interview.nothing");
}

/** "Ressaisie ×2", "Outil lent". */
export const kindsIn = (findings: Iterable<Finding>): string[] =>
  grouped(findings, ({ detector }) => detector).map(([detector, all]) =>
    all.length === 1 ? kindName(detector) : t("interview.times", { kind: kindName(detector), n: all.length }),
  );
const kindsOf = (findings: Iterable<Finding>): string => list(kindsIn(findings));
