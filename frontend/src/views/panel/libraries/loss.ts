/** What goes with an entry of the library when it is deleted, in a sentence; undo brings all of it back. */
import { list, t } from "../../../text";
import type { Usage } from "../../../model/usage";

/** What cannot be without the entry goes with it; everything else only stops naming it. */
const GOES: readonly Usage["how"][] = ["use", "exchange", "feeds", "fed", "passed"];

export function lossOf(usages: readonly Usage[]): string {
  const count = (...hows: readonly Usage["how"][]): number =>
    new Set(usages.filter(({ how }) => hows.includes(how)).map(({ by }) => by.id)).size;
  const [uses, exchanges] = [count("use"), count("exchange")];
  const feeds = count("feeds", "fed", "passed");
  const named = new Set(usages.filter(({ how }) => !GOES.includes(how)).map(({ by }) => by.id)).size;
  const gone = [
    uses > 0 ? t("library.loss.uses", { n: uses }) : "",
    exchanges > 0 ? t("library.loss.exchanges", { n: exchanges }) : "",
    feeds > 0 ? t("library.loss.feeds", { n: feeds }) : "",
  ].filter((part) => part !== "");
  return [
    gone.length > 0 ? t("library.loss.gone", { what: list(gone) }) : "",
    named > 0 ? t("library.loss.named", { n: named }) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
