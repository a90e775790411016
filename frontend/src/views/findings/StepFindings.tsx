/** The findings of one step, in the panel: whole on their own tab, as sentences at the foot of the step's fields. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { findingOpen } from "../../actions/verbs/finding-open";
import type { Step } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { useLight } from "./light";
import { kindName } from "./names";
import { Concerned, Reach } from "./parts";
import { Said } from "../reviews/Rows";
import { Price } from "./Price";

export const findingsOf = (editor: Editor, step: Step): readonly Finding[] =>
  editor.findings.value.findings.filter((finding) => finding.steps.includes(step.id));

export function StepFindings({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const findings = findingsOf(editor, step);
  if (findings.length === 0) return <p class="hint">{t("findings.step.none")}</p>;
  return (
    <div class="step-findings">
      {findings.map((finding) => (
        <One key={finding.fingerprint} editor={editor} finding={finding}>
          <Concerned editor={editor} steps={finding.steps.filter((id) => id !== step.id)} />
          <Reach finding={finding} />
          <Price editor={editor} finding={finding} />
        </One>
      ))}
    </div>
  );
}

/** Only what is wrong, and a way to the rest. */
export function StepFindingsBrief({ editor, step }: { editor: Editor; step: Step }): JSX.Element | null {
  const findings = findingsOf(editor, step);
  if (findings.length === 0) return null;
  return (
    <section class="step-findings">
      {findings.map((finding) => (
        <One key={finding.fingerprint} editor={editor} finding={finding} />
      ))}
    </section>
  );
}

function One(props: { editor: Editor; finding: Finding; children?: JSX.Element[] }): JSX.Element {
  const { editor, finding, children } = props;
  const concern = editor.concerns.value.of(finding.fingerprint);
  return (
    <section {...useLight(editor, finding.fingerprint)}>
      <h3 class="field-label">
        {t("findings.numbered", { number: finding.number, kind: kindName(finding.detector) })}
      </h3>
      <p class="because">{finding.because}</p>
      {concern !== null && <Said editor={editor} concern={concern} />}
      {children}
      <button type="button" class="text-button" onClick={() => findingOpen.run(editor, finding.fingerprint)}>
        {t("findings.step.more")}
        <span class="visually-hidden"> {t("diagnosis.without.number", { number: finding.number })}</span>
      </button>
    </section>
  );
}
