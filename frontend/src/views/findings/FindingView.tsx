/** One finding in the panel: why, what it costs, what if it were gone, where it leads, what shows it, the ways out. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { detectorsOpen } from "../../actions/verbs/detectors-open";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { Evidence } from "./Evidence";
import { isPriced, kindName } from "./names";
import { Concerned, Fixes, Reach } from "./parts";
import { ReviewView } from "../reviews/ReviewView";
import { decideByKey } from "../reviews/keys";
import { Price } from "./Price";
import { WhatIfOne } from "./WhatIf";

export function FindingView({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element {
  const { detector, steps, evidence, touches, fingerprint } = finding;
  const concern = editor.concerns.value.of(fingerprint);
  const pair = editor.findings.value.prices?.pairs.find((one) => one.finding === fingerprint);
  const others = touches.filter((id) => !steps.includes(id) && id !== pair?.irritant);
  return (
    <div class="finding-view" onKeyDown={decideByKey(editor, fingerprint)}>
      <p class="because">{finding.because}</p>
      <Price editor={editor} finding={finding} />
      {concern !== null && <ReviewView editor={editor} concern={concern} />}
      {isPriced(finding) && <WhatIfOne editor={editor} fingerprint={fingerprint} />}
      {pair !== undefined && (
        <>
          <h3>{t("diagnosis.irritant")}</h3>
          <Concerned editor={editor} steps={[pair.irritant]} />
        </>
      )}
      <h3>{t("findings.concerned")}</h3>
      <Concerned editor={editor} steps={steps} />
      <Reach finding={finding} />
      <h3>{t("findings.fixes")}</h3>
      <Fixes finding={finding} />
      <h3>{t("findings.evidence")}</h3>
      <Evidence state={editor.state.value} evidence={evidence} />
      {others.length > 0 && (
        <>
          <h3>{t("findings.touched")}</h3>
          <Concerned editor={editor} steps={others} />
        </>
      )}
      <p class="finding-more">
        <a href={`/friction/${encodeURIComponent(detector)}/`} target="_blank" rel="noopener">
          {t("diagnosis.explained", { kind: kindName(detector) })}
          <span class="visually-hidden"> {t("diagnosis.tab")}</span>
        </a>
        <button type="button" class="text-button" onClick={() => detectorsOpen.run(editor)}>
          {t("actions.detectors")}
        </button>
      </p>
    </div>
  );
}
