/** The typed fields: texts, titles, durations, shares, numbers, each with its way to be read and shown. */
import type { JSX } from "preact";
import { t } from "../../../text";
import {
  readLatency,
  readMinutes,
  readNumber,
  readShare,
  showLatency,
  showMinutes,
  showNumber,
  showShare,
} from "./reading";
import { Typed, type FieldProps } from "./Typed";

export type { FieldProps } from "./Typed";

const same = (text: string): string => text;

/** Any text, kept as it was typed. */
export const TextField = (props: FieldProps<string> & { readonly lines?: "many" }): JSX.Element => (
  <Typed {...props} show={same} read={same} wrong="" />
);

/** A title: never empty, and one line whatever was pasted. */
export const TitleField = (props: FieldProps<string> & { readonly lines?: "wrap" }): JSX.Element => (
  <Typed
    {...props}
    show={same}
    read={(text) => text.replace(/\s+/g, " ").trim() || undefined}
    wrong={t("panel.wrong.title")}
  />
);

/** A currency: three letters as in "EUR", however they are typed; other marks that a file may hold are kept. */
export const CodeField = (props: FieldProps<string>): JSX.Element => (
  <Typed
    {...props}
    amount
    show={same}
    read={(text) =>
      CODES[text.trim()] ?? (/^[a-z]{3}$/i.test(text.trim()) ? text.trim().toUpperCase() : undefined)
    }
    wrong={t("panel.wrong.currency")}
  />
);
const CODES: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };

type Amount = number | null;

export const DurationField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    echo
    show={showMinutes}
    read={readMinutes}
    wrong={t("panel.wrong.duration")}
  />
);

export const LatencyField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    echo
    show={showLatency}
    read={readLatency}
    wrong={t("panel.wrong.duration")}
  />
);

/** A part of cases. `most`: what the alternatives leave; more than that, but for all of them, is told and not sent. */
export const ShareField = ({
  most = 1,
  all = true,
  tooMuch,
  ...props
}: FieldProps<Amount> & {
  readonly most?: number;
  readonly all?: boolean;
  readonly tooMuch?: string;
}): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    echo
    show={showShare}
    read={(text) => {
      const share = readShare(text);
      const fits = share === null || share === undefined || share <= most + SLACK || (all && share === 1);
      return fits ? share : undefined;
    }}
    wrong={tooMuch ?? t("panel.wrong.share")}
  />
);
/** 0.1 + 0.2 + 0.7 is more than 1. */
const SLACK = 1e-9;

export const NumberField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    show={showNumber}
    read={readNumber}
    wrong={t("panel.wrong.number")}
  />
);

/** A number that must be known: an empty field is refused, not taken for unknown. */
export const CountField = (
  props: FieldProps<number> & { readonly read: (text: string) => number | null | undefined },
): JSX.Element => (
  <Typed
    {...props}
    amount
    show={showNumber}
    read={(text) => props.read(text) ?? undefined}
    wrong={t("panel.wrong.number")}
  />
);

/** A limit of a detector, as a number or as a part of something; empty stands for its default. */
export const LimitField = ({
  share,
  ...props
}: FieldProps<Amount> & { readonly share: boolean }): JSX.Element => (
  <Typed
    {...props}
    amount
    show={share ? showShare : showNumber}
    read={share ? readShare : readNumber}
    wrong={t(share ? "panel.wrong.share" : "panel.wrong.number")}
  />
);
