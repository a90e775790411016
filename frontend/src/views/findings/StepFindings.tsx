/** The findings of one step, in the panel: whole on their own tab, as sentences at the foot of the step's fields. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Step } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { kindName } from "./names";
import { Concerned, Detail, Reach } from "./parts";

export const findingsOf = (editor: Editor, step: Step): readonly Finding[] =>
  editor.findings.value.findings.filter((finding) => finding.steps.includes(step.id));

export function StepFindings({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const findings = findingsOf(editor, step);
  if (findings.length === 0) return <p class="hint">{t("findings.step.none")}</p>;
  return (
    <div class="step-findings">
      {findings.map((finding) => (
        <section key={finding.fingerprint} {...lighting(editor, finding)}>
          <Because finding={finding} />
          <Concerned editor={editor} steps={finding.steps.filter((id) => id !== step.id)} />
          <Reach editor={editor} finding={finding} />
          <Detail editor={editor} finding={finding} heading="h4" />
        </section>
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
        <div key={finding.fingerprint} {...lighting(editor, finding)}>
          <Because finding={finding} />
        </div>
      ))}
      <button
        type="button"
        class="text-button"
        onClick={() => (editor.session.panel.value = { open: true, tab: "findings" })}
      >
        {t("findings.step.more")}
      </button>
    </section>
  );
}

function Because({ finding }: { finding: Finding }): JSX.Element {
  return (
    <>
      <h3 class="field-label">
        {t("findings.numbered", { number: finding.number, kind: kindName(finding.detector) })}
      </h3>
      <p class="because">{finding.because}</p>
    </>
  );
}

/** Its path is lit while pointer or focus is inside. */
const lighting = ({ session }: Editor, { fingerprint }: Finding) => {
  const light = (): void => void (session.lit.value = fingerprint);
  const dark = (): void => {
    if (session.lit.peek() === fingerprint) session.lit.value = null;
  };
  return {
    "data-finding": fingerprint,
    onPointerEnter: light,
    onPointerLeave: dark,
    onFocusIn: light,
    onFocusOut: dark,
  };
};
