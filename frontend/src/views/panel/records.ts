/** Looks up what belongs to a step, tool or piece of information, in its order on the sheet. */
import type { Exchange, Feed, Link, State, Step, Use } from "../../model/records";
import { inOrder } from "../../model/siblings";
import type { Option } from "./controls/Combobox";

const where = <R extends { readonly id: string; readonly order: string }>(
  records: ReadonlyMap<string, R>,
  holds: (record: R) => boolean,
): R[] => inOrder([...records.values()].filter(holds));

export const usesOf = (state: State, step: string): Use[] => where(state.use, (use) => use.step === step);
export const exchangesOf = (state: State, step: string): Exchange[] =>
  where(state.exchange, (exchange) => exchange.step === step);
export const linksOut = (state: State, step: string): Link[] =>
  where(state.link, (link) => link.source === step);
export const feedsOf = (state: State, tool: string): Feed[] =>
  where(state.feed, (feed) => feed.tool === tool);

/** The actor of a step: its own, else its lane's; null is unknown. */
export const actorOf = (state: State, step: Step): string | null =>
  step.actor ?? state.lane.get(step.lane)?.actor ?? null;

export type Titled = "actor" | "channel" | "tool" | "information" | "phase";

/** The records of a type as what a combobox offers. */
export const options = (state: State, type: Titled): Option[] =>
  inOrder(state[type].values()).map(({ id, title }) => ({ id, title }));

/** The title of a record, or of nothing where it is gone. */
export const titleOf = (state: State, type: Titled | "step" | "lane" | "moment", id: string | null): string =>
  (id !== null && state[type].get(id)?.title) || "";
