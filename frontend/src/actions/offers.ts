/** What can be offered by name, in the menu and the palette: actions that know by themselves what to act on. */
import type { AnyAction } from "./action";
import type { Editor } from "./editor";
import { actions } from "./registry";
import { isKey, t } from "../text";

/** One way to run an action: "Move the step" has four, one a direction. */
export interface Offer {
  /** The action's id, with its arguments where it has any. */
  readonly id: string;
  readonly action: AnyAction;
  readonly title: string;
  readonly args: readonly unknown[];
  /** In the notation of `Action.keys`; the first one is the one to show. */
  readonly keys: readonly string[];
}

/** Whether an action knows by itself what to act on; the others are of the panel or of a gesture. */
export const isComplete = (action: AnyAction): boolean =>
  action.run.length <= 1 || Object.values(action.keys).some((args) => args.length === 0);

/** Every way to run every action that needs no word more, in the order of the menu. */
export function offers(): readonly Offer[] {
  return actions.flatMap((action) => {
    const ways = new Map<string, Offer>();
    for (const [key, args] of Object.entries(action.keys)) {
      const id = args.length === 0 ? action.id : `${action.id} ${args.map(String).join(" ")}`;
      const known = ways.get(id);
      ways.set(id, { id, action, args, title: titleOf(action, args), keys: [...(known?.keys ?? []), key] });
    }
    if (ways.size === 0 && isComplete(action)) {
      ways.set(action.id, { id: action.id, action, args: [], title: t(action.label), keys: [] });
    }
    return [...ways.values()];
  });
}

/** "Déplacer l’étape, à gauche": what a direction is called, where the argument has a name. */
function titleOf(action: AnyAction, args: readonly unknown[]): string {
  const names = args.flatMap((arg) => {
    const key = `palette.way.${String(arg)}`;
    return isKey(key) ? t(key) : [];
  });
  return [t(action.label), ...names].join(", ");
}

/** Why an action can't run now, in words: what must be selected or focused first. */
export function reason(editor: Editor, action: AnyAction): string | null {
  if (action.enabled(editor)) return null;
  const key = `palette.why.${action.scope}`;
  return t(isKey(key) ? key : "palette.why.page");
}
