/** Every verb, found by its file: nobody keeps a list. */
import { GROUPS, type AnyAction, type Group } from "./action";

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("./verbs/*.ts", { eager: true });

const isAction = (value: unknown): value is AnyAction =>
  typeof value === "object" && value !== null && "id" in value && "run" in value && "keys" in value;

/** By group, then by id. */
export const actions: readonly AnyAction[] = Object.values(modules)
  .flatMap((module) => Object.values(module).filter(isAction))
  .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (a.id < b.id ? -1 : 1));

export const actionsOf = (group: Group): readonly AnyAction[] =>
  actions.filter((action) => action.group === group);
