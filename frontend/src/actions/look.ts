/** How this person looks at sheets (for all blueprints), and what is folded (for each): kept in this browser. */
import { BLUEPRINT } from "../model/records";
import { isObject } from "../sync/api";
import { t } from "../text";
import type { Editor } from "./editor";
import { recall, remember } from "./kept";
import { LOOK, VIEWS, type Look, type Session, type View } from "./session";

/** "#table" -> "table"; anything else is the sheet. */
export const viewOf = (hash: string): View => VIEWS.find((view) => `#${view}` === hash) ?? "blueprint";
/** What stands at the end of the address in this view. */
export const hashOf = (view: View): string => (view === "blueprint" ? "" : `#${view}`);

/** Whether there is something to compare with. A target says so itself: the view is there from the first look. */
export const isPaired = ({ twins, state }: Editor): boolean =>
  twins.value === undefined ? state.value.blueprint.get(BLUEPRINT)?.as_is != null : twins.value !== null;

/** The views there are for this blueprint: one that stands alone is compared with nothing. */
export const viewsOf = (editor: Editor): readonly View[] =>
  VIEWS.filter((view) => view !== "compare" || isPaired(editor) || editor.session.view.value === "compare");

/** What is focused and selected stays so. */
export function showView({ session }: Editor, view: View): void {
  if (session.view.value === view) return;
  session.editing.value = null;
  session.view.value = view;
  session.announce(t(`actions.said.view.${view}`));
}

/** The parts of a card that can be left away. */
export const CARD_PARTS = ["times", "facts", "tools", "words"] as const;
export type CardPart = (typeof CARD_PARTS)[number];

export function recallLook(session: Session, blueprint: string): void {
  const kept = recall("look");
  if (isObject(kept)) {
    const parts = CARD_PARTS.map((part) => [part, typeof kept[part] === "boolean" ? kept[part] : LOOK[part]]);
    const density = kept.density === "compact" ? "compact" : "comfortable";
    session.look.value = { ...(Object.fromEntries(parts) as Record<CardPart, boolean>), density };
  }
  const folded = recall(`folded.${blueprint}`);
  if (Array.isArray(folded)) {
    session.folded.value = new Set(folded.filter((id): id is string => typeof id === "string"));
  }
}

/** Compact leaves away what cards say in words, rather than to cut it; asked for, it is there as a whole. */
export const denser = (density: Look["density"]): Partial<Look> => ({
  density,
  facts: density === "comfortable",
});

export function changeLook({ session }: Editor, change: Partial<Look>): void {
  session.look.value = { ...session.look.value, ...change };
  remember("look", session.look.value);
}

export function changeFolded({ session, config }: Editor, folded: ReadonlySet<string>): void {
  session.folded.value = folded;
  remember(`folded.${config.blueprint}`, folded.size === 0 ? null : [...folded]);
}
