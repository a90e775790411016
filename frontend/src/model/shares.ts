/** The rules on the shares of links, for the links that a change touched or turned round. */
import type { Draft } from "./draft";
import { ChangeError } from "./errors";
import type { Link, State, Type } from "./records";
import { inOrder } from "./siblings";

/** By which shares may add up to more than 1: 0.1 + 0.2 + 0.7 does. */
const SLACK = 1e-9;

/** Remembers which links may go another way, or be shared otherwise, once this field is set. */
export function noteWhatMoves(draft: Draft, type: Type, id: string, field: string): void {
  if (type === "link" && ["source", "target", "kind", "share"].includes(field)) {
    const link = draft.state.link.get(id);
    if (link !== undefined) draft.sources.add(link.source);
  } else if (type === "step" && field === "moment") {
    draft.moved.add(id);
  } else if ((type === "phase" || type === "moment") && (field === "order" || field === "phase")) {
    draft.columnsChanged = true;
  }
}

/** Shares below 1 out of one step are alternatives and add up to 1 at most; rework stays below 1. Names the link. */
export function checkShares(draft: Draft): void {
  const links = linksToCheck(draft);
  if (links.length === 0) return;
  const columns = columnsOf(draft.state);
  const sums = new Map<string, number>();
  for (const link of inOrder(links)) {
    const share = link.share ?? 1;
    if (isRework(link, columns)) {
      if (share >= 1) throw new ChangeError(`link.${link.id}.share`, "rework-share");
    } else if (share < 1) {
      const sum = (sums.get(link.source) ?? 0) + share;
      if (sum > 1 + SLACK) throw new ChangeError(`link.${link.id}.share`, "share-sum");
      sums.set(link.source, sum);
    }
  }
}

/** The links with a share out of any step of which a link was touched or may have turned round. */
function linksToCheck({ state, sources, moved, columnsChanged }: Draft): readonly Link[] {
  if (sources.size === 0 && moved.size === 0 && !columnsChanged) return [];
  const shared = [...state.link.values()].filter((link) => link.share !== null);
  if (columnsChanged) return shared;
  const touched = new Set(sources);
  for (const { source, target } of shared) if (moved.has(source) || moved.has(target)) touched.add(source);
  return shared.filter((link) => touched.has(link.source));
}

/** Whether a link goes back: it says so, leads to its own step, or to an earlier moment of the sheet. */
export const isRework = ({ kind, source, target }: Link, columns: ReadonlyMap<string, number>): boolean =>
  kind === "rework" || source === target || (columns.get(target) ?? 0) < (columns.get(source) ?? 0);

/** For each step the position of its moment on the sheet. */
export function columnsOf({ phase, moment, step }: State): ReadonlyMap<string, number> {
  const rank = new Map(inOrder(phase.values()).map((one, at) => [one.id, at]));
  const moments = inOrder(moment.values());
  moments.sort((a, b) => (rank.get(a.phase) ?? 0) - (rank.get(b.phase) ?? 0));
  const column = new Map(moments.map((one, at) => [one.id, at]));
  return new Map([...step.values()].map((one) => [one.id, column.get(one.moment) ?? 0]));
}
