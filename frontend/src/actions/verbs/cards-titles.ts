/** Shows nothing but titles on the cards; again: what they usually say. */
import type { Action } from "../action";
import { CARD_PARTS, changeLook } from "../look";
import { LOOK } from "../session";

export const cardsTitles: Action = {
  id: "cards-titles",
  label: "actions.cards.titles",
  group: "view",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor) {
    const bare = CARD_PARTS.every((part) => !editor.session.look.value[part]);
    const { times, facts, tools, words } = LOOK;
    changeLook(
      editor,
      bare ? { times, facts, tools, words } : { times: false, facts: false, tools: false, words: false },
    );
  },
};
