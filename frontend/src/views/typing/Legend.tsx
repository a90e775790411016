/** The legend of the shorthand, over the page; what is being typed waits behind it. */
import type { JSX } from "preact";
import { FACT_WORDS } from "../../model/shorthand-words";
import { isKey, language, t } from "../../text";
import { Dialog } from "../shell/Dialog";
import { factText } from "./chips";

export const LEGEND = [
  "actor",
  "tool",
  "types",
  "reads",
  "needs",
  "held",
  "times",
  "emotion",
  "truth",
  "channel",
  "said",
  "share",
  "link",
] as const;

export function Legend({ close }: { close: () => void }): JSX.Element {
  return (
    // Its keys are its own: the sheet below takes Escape for another thing.
    <div onKeyDown={(event) => event.stopPropagation()} onPointerDown={(event) => event.stopPropagation()}>
      <Dialog title={t("typing.legend.title")} class="typing-legend" close={close}>
        <p>{t("typing.legend.intro")}</p>
        <dl class="typing-tokens">
          {LEGEND.map((token) => (
            <div key={token}>
              <dt>
                <code>{exampleOf(token)}</code>
              </dt>
              <dd>{t(`typing.legend.${token}`)}</dd>
            </div>
          ))}
        </dl>
        <h3>{t("typing.legend.words")}</h3>
        <dl class="typing-words">
          {FACT_WORDS.map(([fact, words]) => (
            <div key={words[0]}>
              <dt>
                <code>/{wordOf(words)}</code>
              </dt>
              <dd>{factText(fact.field, fact.value)}</dd>
            </div>
          ))}
        </dl>
        <button
          type="button"
          class="button"
          onClick={(event) => event.currentTarget.closest("dialog")?.close()}
        >
          {t("typing.legend.back")}
        </button>
      </Dialog>
    </div>
  );
}

/** Signs are the same in every language. */
const SIGNS: Readonly<Record<string, string>> = { emotion: ":(( :( :| :) :))", truth: "*", share: "30%" };

export function exampleOf(token: (typeof LEGEND)[number]): string {
  const key = `typing.legend.${token}.example`;
  return SIGNS[token] ?? (isKey(key) ? t(key) : "");
}

/** The letter where it has one, else the word of the reader's language. */
const wordOf = (words: readonly string[]): string =>
  (words[0]?.length === 1 ? words[0] : language() === "fr" ? words[0] : words.at(-1)) ?? "";
