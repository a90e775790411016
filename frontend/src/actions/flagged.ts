/** Which findings have a flag on the sheet. */
import type { Analysis, Finding } from "../sync/friction";
import { type Concerns, isDismissed } from "./concerns";
import type { Session } from "./session";

/**
 * All that are not dismissed; or, where that was chosen and the pairs are known, of these those of the three pairs and
 * those that people confirmed.
 */
export function flaggedOf(
  { prices }: Pick<Analysis, "prices">,
  { findings }: Pick<Concerns, "findings">,
  flags: Session["flags"]["value"],
): readonly Finding[] {
  const paired = new Set(prices?.pairs.map(({ finding }) => finding));
  const few = flags === "three" && prices !== null;
  return findings
    .filter((one) => {
      if (isDismissed(one)) return false;
      return !few || paired.has(one.id) || one.review?.status === "confirmed";
    })
    .map(({ finding }) => finding);
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
