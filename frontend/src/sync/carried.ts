/**
 * Findings and what they cost are answered apart. Where both come together a finding stays the object that it was as far
 * as it says the same, and so do its parts: then the next answer is compared without looking into them.
 */
import { says } from "./again";
import type { Analysis, Finding } from "./friction";

/** Findings without prices keep those that they had, and their places: a list must not be shuffled twice an edit. */
export function carried(next: Analysis, before: Analysis): Analysis {
  if (next.prices !== null || before.prices === null) return next;
  const places = placesOf(before.findings);
  const stayed: (Finding | undefined)[] = before.findings.map(() => undefined);
  const came: Finding[] = [];
  for (const finding of next.findings) {
    const at = places.get(finding.fingerprint);
    const old = at === undefined ? undefined : before.findings[at];
    if (at === undefined || old === undefined) came.push(finding);
    else stayed[at] = joined(finding, old, old);
  }
  const findings = stayed.filter((finding) => finding !== undefined).concat(came);
  return { ...next, findings, prices: before.prices };
}

/** With the minutes that `from`, an answer about an older state, knows. */
export function repriced(analysis: Analysis, from: Analysis): Analysis {
  const findings = analysis.findings.map((finding) =>
    joined(finding, finding, sameOf(finding, from.findings) ?? finding),
  );
  return { ...analysis, findings, prices: from.prices };
}

/** An answer that says everything, in its own order. */
export function priced(next: Analysis, before: Analysis): Analysis {
  const findings = next.findings.map((finding) => {
    const old = sameOf(finding, before.findings);
    return old === undefined ? finding : joined(finding, old, finding);
  });
  return { ...next, findings };
}

/** What `finding` says with the minutes of `from`; in the words of `old` where they are the same. */
function joined(finding: Finding, old: Finding, { customer_min, employee_min }: Finding): Finding {
  const said = says(finding, old, MINUTES) ? old : finding;
  const same = said.customer_min === customer_min && said.employee_min === employee_min;
  return same ? said : { ...said, customer_min, employee_min };
}
const MINUTES: ReadonlySet<string> = new Set<keyof Finding>(["customer_min", "employee_min"]);

/** The one of the same fingerprint. */
function sameOf({ fingerprint }: Finding, findings: readonly Finding[]): Finding | undefined {
  const at = placesOf(findings).get(fingerprint);
  return at === undefined ? undefined : findings[at];
}

/** Where each finding stands: most answers leave the list as it is. */
function placesOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  let places = known.get(findings);
  if (places === undefined) {
    places = new Map(findings.map(({ fingerprint }, at) => [fingerprint, at]));
    known.set(findings, places);
  }
  return places;
}
const known = new WeakMap<readonly Finding[], ReadonlyMap<string, number>>();
