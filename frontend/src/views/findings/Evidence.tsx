/** The values that a finding rests on, in words: ids by their titles, minutes and seconds with their units. */
import type { JSX } from "preact";
import type { State } from "../../model/records";
import { duration, isKey, NBSP, number, percent, signed, t } from "../../text";
import { VALUES, word, type Words } from "../panel/words";
import { titleById } from "./names";

interface EvidenceProps {
  readonly state: State;
  readonly evidence: Readonly<Record<string, unknown>>;
}

export function Evidence({ state, evidence }: EvidenceProps): JSX.Element {
  const known = Object.entries(evidence).filter(([, value]) => !isEmpty(value));
  return (
    <dl class="evidence">
      {known.map(([key, value]) => {
        const entries = entriesOf(state, key, value);
        return (
          <div key={key}>
            <dt>{keyName(key)}</dt>
            <dd>
              {entries === null ? (
                said(state, key, value)
              ) : (
                <ul>
                  {entries.map((entry, at) => (
                    <li key={at}>{entry}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Records in a list, and values by id, each on a line of its own; null for what fits on one line. */
function entriesOf(state: State, key: string, value: unknown): readonly string[] | null {
  if (Array.isArray(value) && value.every(isObject)) return value.map((entry) => said(state, key, entry));
  if (!isObject(value)) return null;
  return Object.entries(value).map(([name, inner]) => said(state, key, { [name]: inner }));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === "" ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

function keyName(key: string): string {
  const own = `findings.evidence.${key}`;
  return isKey(own) ? t(own) : key.replace(/_/g, " ");
}

/** Keys whose value says by itself what it is, so that their name would only repeat it. */
const PLAIN = new Set(["step", "tool", "actor", "information", "work_min", "seconds"]);

function said(state: State, key: string, value: unknown): string {
  if (typeof value === "number") return amount(key, value);
  if (typeof value === "string") return titleById(state, value) ?? wordOf(key, value);
  if (typeof value === "boolean") return t(value ? "findings.yes" : "findings.no");
  if (Array.isArray(value)) {
    return value.map((one) => said(state, key, one)).join(key === "sequence" ? " → " : ", ");
  }
  if (!isObject(value)) return t("panel.unknown");
  return Object.entries(value)
    .filter(([, inner]) => !isEmpty(inner))
    .map(([name, inner]) => {
      const text = said(state, titleById(state, name) === null ? name : key, inner);
      return PLAIN.has(name)
        ? text
        : t("findings.pair", { name: titleById(state, name) ?? keyName(name), value: text });
    })
    .join(" · ");
}

/** Keys whose values are words of the document. */
const CHOICES: Readonly<Record<string, keyof Words>> = {
  decides: "decides",
  stakes: "stakes",
  recovery: "recovery",
  standard: "standard",
  state: "exchange-state",
  measured_on: "measure",
  expects: "measure",
};
function wordOf(key: string, value: string): string {
  const set = CHOICES[key];
  const known = set === undefined ? undefined : VALUES[set].find((one) => one === value);
  return set === undefined || known === undefined ? value : word(set, known);
}

function amount(key: string, value: number): string {
  if (key.endsWith("_min")) return duration(value);
  if (key.endsWith("_s") || key.startsWith("seconds")) return `${number(value)}${NBSP}s`;
  if (key.endsWith("_h")) return `${number(value)}${NBSP}h`;
  if (key.endsWith("_days_ago")) return t("findings.ago", { n: value });
  if (key.endsWith("_days")) return t("findings.days", { n: value });
  if (key === "share" || key === "utilisation" || (key === "limit" && value < 1)) return percent(value);
  return key === "emotion" || key === "customers" ? signed(value) : number(value);
}
