/** The values that a finding rests on, in words: ids by their titles, minutes and seconds with their units. */
import type { JSX } from "preact";
import type { State } from "../../model/records";
import { duration, isKey, NBSP, number, percent, t } from "../../text";
import { titleById } from "./names";

interface EvidenceProps {
  readonly state: State;
  readonly evidence: Readonly<Record<string, unknown>>;
}

export function Evidence({ state, evidence }: EvidenceProps): JSX.Element {
  const known = Object.entries(evidence).filter(([, value]) => !isEmpty(value));
  return (
    <dl class="evidence">
      {known.map(([key, value]) => (
        <div key={key}>
          <dt>{keyName(key)}</dt>
          <dd>
            {Array.isArray(value) && value.every(isObject) ? (
              <ul>
                {value.map((entry, at) => (
                  <li key={at}>{said(state, key, entry)}</li>
                ))}
              </ul>
            ) : (
              said(state, key, value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
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
  if (typeof value === "string") return titleById(state, value) ?? value;
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

function amount(key: string, value: number): string {
  if (key.endsWith("_min")) return duration(value);
  if (key.endsWith("_s") || key.startsWith("seconds")) return `${number(value)}${NBSP}s`;
  if (key.endsWith("_days") || key.startsWith("days")) return t("findings.days", { n: value });
  return key === "share" ? percent(value) : number(value);
}
