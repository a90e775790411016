/** The words of the document's fixed choices, as lists for radios and selects. */
import type { Records, Type } from "../../model/records";
import { isKey, signed, t } from "../../text";
import type { Choice } from "./controls/Choices";

type Value<T extends Type, F extends keyof Records[T]> = NonNullable<Records[T][F]> & string;

/** The values of every choice, in the order in which they are offered. */
export interface Words {
  "step-kind": Value<"step", "kind">;
  basis: Value<"step", "basis">;
  decides: Value<"step", "decides">;
  stakes: Value<"step", "stakes">;
  recovery: Value<"step", "recovery">;
  standard: Value<"step", "standard">;
  measure: Value<"step", "measured_on">;
  how: Value<"exchange", "how">;
  "exchange-state": Value<"exchange", "state">;
  "link-kind": Value<"link", "kind">;
  "lane-kind": Value<"lane", "kind">;
  side: Value<"actor", "side">;
  "information-kind": Value<"information", "kind">;
  state: Value<"blueprint", "state">;
  language: Value<"blueprint", "language">;
}
export const VALUES: { readonly [S in keyof Words]: readonly Words[S][] } = {
  "step-kind": ["action", "decision", "approval", "search", "wait", "evidence", "automatic"],
  basis: ["observed", "assumed", "proposed"],
  decides: ["alone", "within-limits", "asks"],
  stakes: ["minor", "major"],
  recovery: ["possible", "none"],
  standard: ["clear", "ambiguous", "none"],
  measure: ["speed", "occupancy", "volume", "accuracy", "resolution", "value"],
  how: ["needs", "reads", "types", "tells", "learns"],
  "exchange-state": ["ok", "missing", "late", "wrong-format", "contradictory"],
  "link-kind": ["flow", "rework"],
  "lane-kind": ["evidence", "customer", "frontstage", "backstage", "support"],
  side: ["customer", "employee", "partner", "system"],
  "information-kind": ["data", "knowledge", "standard", "signal"],
  state: ["as-is", "to-be"],
  language: ["fr", "en"],
};

export function word<S extends keyof Words>(set: S, value: Words[S]): string {
  const key = `panel.word.${set}.${value}`;
  return isKey(key) ? t(key) : value;
}

export const choices = <S extends keyof Words>(set: S): Choice<Words[S]>[] =>
  VALUES[set].map((value) => ({ value, label: word(set, value) }));

/** The same with "unknown", which stands for null. */
export const orUnknown = <S extends keyof Words>(set: S): Choice<Words[S] | null>[] => [
  { value: null, label: t("panel.unknown") },
  ...choices(set),
];

/** From -2 to +2 and unknown; a value between, as a file may hold one, is offered too while it stands. */
export function emotions(current: number | null): Choice<number | null>[] {
  const whole = [-2, -1, 0, 1, 2];
  const values =
    current === null || whole.includes(current) ? whole : [...whole, current].sort((a, b) => a - b);
  return [
    ...values.map((value) => {
      const key = `panel.emotion.${value}`;
      return {
        value,
        short: signed(value),
        label: isKey(key) ? `${signed(value)}, ${t(key)}` : signed(value),
      };
    }),
    { value: null, short: "?", label: t("panel.unknown") },
  ];
}
