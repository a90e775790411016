/** The words of the shorthand that stand for a fact, in French and English: "/d" or "/décision" is a decision. */
import type { ExchangeState, InformationKind, Measure, Side, Step } from "./records";

/** A field of a step that one word sets; `measure` is what the doer is judged on, or what the customer expects. */
export type Fact =
  | {
      [F in "kind" | "decides" | "stakes" | "recovery" | "standard" | "basis"]: {
        readonly field: F;
        readonly value: NonNullable<Step[F]>;
      };
    }["kind" | "decides" | "stakes" | "recovery" | "standard" | "basis"]
  | { readonly field: "measure"; readonly value: Measure };

/** A letter where the fact has one, then its words. Any beginning that belongs to one fact only will do too. */
export const FACT_WORDS: readonly (readonly [Fact, readonly string[]])[] = [
  [{ field: "kind", value: "approval" }, ["a", "accord", "validation", "approbation", "approval"]],
  [{ field: "kind", value: "decision" }, ["d", "décision", "decision"]],
  [{ field: "kind", value: "search" }, ["s", "recherche", "search"]],
  [{ field: "kind", value: "wait" }, ["w", "attente", "wait"]],
  [{ field: "kind", value: "automatic" }, ["x", "automatique", "automatic"]],
  [{ field: "kind", value: "action" }, ["action"]],
  [{ field: "decides", value: "asks" }, ["q", "demande", "asks"]],
  [{ field: "decides", value: "within-limits" }, ["l", "limites", "limits"]],
  [{ field: "decides", value: "alone" }, ["seul", "alone"]],
  [{ field: "stakes", value: "minor" }, ["m", "mineur", "minor"]],
  [{ field: "stakes", value: "major" }, ["majeur", "major"]],
  [{ field: "recovery", value: "possible" }, ["r", "rattrapable", "recoverable"]],
  [{ field: "recovery", value: "none" }, ["i", "irrattrapable", "irrecoverable"]],
  [{ field: "standard", value: "clear" }, ["c", "clair", "clear"]],
  [{ field: "standard", value: "ambiguous" }, ["f", "flou", "fuzzy", "ambigu", "ambiguous"]],
  [{ field: "standard", value: "none" }, ["n", "sans-standard", "no-standard"]],
  [{ field: "basis", value: "observed" }, ["o", "observé", "observed"]],
  [{ field: "basis", value: "assumed" }, ["supposé", "assumed"]],
  [{ field: "basis", value: "proposed" }, ["p", "proposé", "proposed"]],
  [{ field: "measure", value: "speed" }, ["vitesse", "speed"]],
  [{ field: "measure", value: "occupancy" }, ["occupation", "occupancy"]],
  [{ field: "measure", value: "volume" }, ["volume"]],
  [{ field: "measure", value: "accuracy" }, ["e", "exactitude", "accuracy"]],
  [{ field: "measure", value: "resolution" }, ["résolution", "resolution"]],
  [{ field: "measure", value: "value" }, ["valeur", "value"]],
];

export const SIDE_WORDS: readonly (readonly [Side, readonly string[]])[] = [
  ["customer", ["client", "customer"]],
  ["employee", ["employé", "employee"]],
  ["partner", ["partenaire", "partner"]],
  ["system", ["système", "system"]],
];
export const STATE_WORDS: readonly (readonly [ExchangeState, readonly string[]])[] = [
  ["ok", ["ok"]],
  ["missing", ["manque", "missing"]],
  ["late", ["tard", "late"]],
  ["wrong-format", ["format"]],
  ["contradictory", ["contradictoire", "contradictory"]],
];
export const INFORMATION_WORDS: readonly (readonly [InformationKind, readonly string[]])[] = [
  ["data", ["donnée", "data"]],
  ["knowledge", ["savoir", "connaissance", "knowledge"]],
  ["standard", ["standard", "norme"]],
  ["signal", ["signal"]],
];

/** Case, accents and the two apostrophes make no difference when a person names something. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();

/** What a word stands for: itself, else the only thing of the list that begins so. */
export function meaningOf<T>(words: readonly (readonly [T, readonly string[]])[], word: string): T | null {
  const typed = fold(word);
  if (typed === "") return null;
  const whole = words.find(([, names]) => names.some((name) => fold(name) === typed));
  if (whole !== undefined) return whole[0];
  const begun = words.filter(([, names]) => names.some((name) => fold(name).startsWith(typed)));
  return begun.length === 1 ? (begun[0]?.[0] ?? null) : null;
}
