/** Fields of a step as a document holds them, in words: a field that is left out has its default. */
import { FIELDS } from "../../model/schema";
import type { State } from "../../model/records";
import { duration, isKey, number, t, type Key } from "../../text";
import { titleById } from "../findings/names";
import { VALUES, word, type Words } from "../panel/words";

const TITLES: Readonly<Record<string, Key>> = {
  work_min: "panel.field.work",
  wait_min: "panel.field.wait",
  information: "panel.field.exchanges",
};

export function fieldTitle(field: string): string {
  const key = TITLES[field] ?? `panel.field.${field}`;
  return isKey(key) ? t(key) : field;
}

/** Fields whose values are words of the document. */
const CHOICES: Readonly<Record<string, keyof Words>> = {
  kind: "step-kind",
  basis: "basis",
  decides: "decides",
  stakes: "stakes",
  recovery: "recovery",
  standard: "standard",
  measured_on: "measure",
  expects: "measure",
  how: "how",
  state: "exchange-state",
};

/** `value` of `field` for people; `undefined` is the default, and what is unknown says so. */
export function told(state: State, field: string, value: unknown): string {
  const given = value === undefined || value === null ? (FIELDS.step[field]?.fallback ?? null) : value;
  if (given === null || given === "") return t("panel.unknown");
  if (typeof given === "number") return field.endsWith("_min") ? duration(given) : number(given);
  if (typeof given === "boolean") return t(given ? "findings.yes" : "findings.no");
  if (typeof given === "string") return titleById(state, given) ?? wordOf(field, given);
  if (typeof given !== "object") return t("panel.unknown");
  // An exchange or a use: what it is of comes first, then how it is done.
  return Object.entries(given)
    .filter(([name]) => !name.startsWith("x-"))
    .map(([name, inner]) => told(state, name, inner))
    .join(", ");
}

function wordOf(field: string, value: string): string {
  const set = CHOICES[field];
  const known = set === undefined ? undefined : VALUES[set].find((one) => one === value);
  return set === undefined || known === undefined ? value : word(set, known);
}
