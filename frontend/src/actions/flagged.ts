/** Which findings have a flag on the sheet. */
import type { State } from "../model/records";
import type { Analysis, Finding } from "../sync/friction";
import type { Session } from "./session";

/** All; or, where that was chosen and the pairs are known, those of the three pairs and those that people confirmed. */
export function flaggedOf(
  { findings, prices }: Analysis,
  { review }: Pick<State, "review">,
  flags: Session["flags"]["value"],
): readonly Finding[] {
  if (flags === "all" || prices === null) return findings;
  const paired = new Set(prices.pairs.map(({ finding }) => finding));
  return findings.filter(
    ({ fingerprint }) => paired.has(fingerprint) || review.get(fingerprint)?.status === "confirmed",
  );
}

const FLAGS = "rectoverso.flags.";

/** What was chosen on this page the last time; a browser that keeps nothing shows all. */
export function recallFlags(blueprint: string): "all" | "three" {
  try {
    return localStorage.getItem(FLAGS + blueprint) === "three" ? "three" : "all";
  } catch {
    return "all";
  }
}

export function rememberFlags(blueprint: string, flags: "all" | "three"): void {
  try {
    localStorage.setItem(FLAGS + blueprint, flags);
  } catch {
    // Nothing is lost but the habit.
  }
}
