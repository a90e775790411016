/** Three irritants of the customer, each with the obstacle of the team that lies behind it. */
import type { JSX } from "preact";
import { isDismissed } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import type { Finding } from "../../sync/friction";
import type { Pair } from "../../sync/prices";
import { minutes, NBSP, t } from "../../text";
import { goTo } from "../panel/goto";
import { actorOf, titleOf } from "../panel/records";
import { useLight } from "./light";
import { kindName } from "./names";
import { Because, fixesOf, Flag, Without } from "./parts";
import { decideByKey } from "../reviews/keys";
import { Said } from "../reviews/Rows";
import { Price } from "./Price";

/** Those that stand in the tray: an obstacle that was dismissed takes its irritant with it. */
export function pairsOf({ findings, concerns, state }: Editor): readonly Pair[] {
  const { step } = state.value;
  const dismissed = (finding: string | null): boolean => {
    const concern = concerns.value.of(finding);
    return concern !== null && isDismissed(concern);
  };
  return (findings.value.prices?.pairs ?? []).filter(
    ({ irritant, finding }) => step.has(irritant) && !dismissed(finding),
  );
}

export function Pairs({ editor }: { editor: Editor }): JSX.Element {
  const { findings } = editor.findings.value;
  const pairs = pairsOf(editor);
  if (pairs.length === 0) return <p class="hint tray-empty">{t("diagnosis.pairs.none")}</p>;
  return (
    <ol class="pairs">
      {pairs.map((pair) => (
        <Row
          key={pair.irritant}
          editor={editor}
          pair={pair}
          finding={findings.find(({ fingerprint }) => fingerprint === pair.finding) ?? null}
        />
      ))}
    </ol>
  );
}

function Row(props: { editor: Editor; pair: Pair; finding: Finding | null }): JSX.Element {
  const { editor, pair, finding } = props;
  const light = useLight(editor, finding?.fingerprint ?? null);
  const concern = editor.concerns.value.of(finding?.fingerprint ?? null);
  const lit = finding !== null && editor.session.lit.value === finding.fingerprint;
  return (
    <li
      class={`pair ${lit ? "is-lit" : ""}`}
      {...light}
      onKeyDown={finding === null ? undefined : decideByKey(editor, finding.fingerprint)}
    >
      <Flag number={finding?.number ?? null} />
      <Irritant editor={editor} pair={pair} />
      <span class="pair-arrow" aria-hidden="true">
        ←
      </span>
      {finding === null ? (
        <p class="pair-unexplained">{t("diagnosis.pair.unexplained")}</p>
      ) : (
        <>
          <div class="finding-why">
            <Because editor={editor} finding={finding} />
            <Way finding={finding} />
            {concern !== null && <Said editor={editor} concern={concern} />}
          </div>
          <Price editor={editor} finding={finding} />
          <Without editor={editor} finding={finding} />
        </>
      )}
    </li>
  );
}

/** Kind and first way out: "Outil lent · Accélérer « Stock mobile »". */
export function Way({ finding }: { finding: Finding }): JSX.Element {
  const [fix] = fixesOf(finding);
  return (
    <p class="finding-kind" title={fix?.sentence}>
      {kindName(finding.detector)}
      {fix !== undefined && `${NBSP}· ${fix.sentence}`}
    </p>
  );
}

/** What hurts the customer: the step, who, and what it weighs. */
function Irritant({ editor, pair }: { editor: Editor; pair: Pair }): JSX.Element | null {
  const state = editor.state.value;
  const step = state.step.get(pair.irritant);
  if (step === undefined) return null;
  const lost = pair.minutes_per_case ?? 0;
  const facts = [
    lost >= 0.05 && t("diagnosis.irritant.loses", { minutes: minutes(lost) }),
    !step.moment_of_truth && titleOf(state, "actor", actorOf(state, step)),
  ].filter((fact) => fact !== false && fact !== "");
  return (
    <div class="irritant">
      <button
        type="button"
        class="irritant-title"
        title={pair.sentence}
        onClick={() => goTo(editor, { type: "step", id: step.id })}
      >
        {step.title}
      </button>
      <p class="finding-kind">
        {step.moment_of_truth && (
          <strong class="irritant-truth">
            <span aria-hidden="true">★{NBSP}</span>
            {t("findings.truth")}
          </strong>
        )}
        {step.moment_of_truth && facts.length > 0 && `${NBSP}· `}
        {facts.join(`${NBSP}· `)}
      </p>
    </div>
  );
}
