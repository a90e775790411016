/** What people said of friction, in words for lists: apart from its forms, which come with their first use. */
import type { Editor } from "../../actions/editor";
import type { Note, Review } from "../../model/records";
import { day, number, quoted, t } from "../../text";

/** Without a name the server has not answered yet, or nobody signed it. */
export const isMine = (editor: Editor, by: string): boolean =>
  by === "" || editor.config.person === undefined || by === editor.config.person;

/** How the page calls whoever wrote something. */
export const nameOf = (editor: Editor, by: string): string =>
  by === "" || by === editor.config.person ? t("reviews.note.you") : by;

/** As it is read: "how might we" begins the sentence, words that were heard stand in quotation marks. */
export function saidOf({ kind, text }: Pick<Note, "kind" | "text">): string {
  if (text === "") return "";
  if (kind === "verbatim") return /^[«“"]/.test(text) ? text : quoted(text);
  if (kind !== "how-might-we") return text;
  const prefix = t("reviews.prefix");
  const bare = text.replace(/^(…|\.\.\.)\s*/, "");
  return bare.toLowerCase().startsWith(prefix.toLowerCase()) ? bare : `${prefix} ${bare}`;
}

/** "Ana · pour le 12 mars 2026 · effort M", for lists. */
export function careOf({ owner, due, effort }: Pick<Review, "owner" | "due" | "effort">): string {
  const size = typeof effort === "number" ? `${number(effort)}\u00a0h` : effort;
  return [
    owner,
    due === null ? "" : t("reviews.due.said", { date: day(due) }),
    size === null || size === "" ? "" : t("reviews.effort.said", { effort: size }),
  ]
    .filter((part) => part !== "")
    .join("\u00a0· ");
}
