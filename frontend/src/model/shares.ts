/** Shares of links: those below 1 out of one step are alternatives, so they add up to 1 at most; rework stays below 1. */
import type { Link, State } from "./records";
import { inOrder } from "./siblings";

/** By which shares may add up to more than 1: 0.1 + 0.2 + 0.7 does. */
const SLACK = 1e-9;

/** The first of these links that breaks the rules, or null. */
export function brokenShare(state: State, ids: Iterable<string>): Link | null {
  let columns: ReadonlyMap<string, number> | undefined;
  for (const id of ids) {
    const link = state.link.get(id);
    if (link?.share == null) continue;
    columns ??= columnOfMoments(state);
    if (
      isRework(state, columns, link)
        ? link.share >= 1
        : link.share < 1 && outgoing(state, columns, link) > 1 + SLACK
    ) {
      return link;
    }
  }
  return null;
}

/** Whether a link goes back: it says so, leads to its own step, or to an earlier moment of the sheet. */
function isRework(state: State, columns: ReadonlyMap<string, number>, link: Link): boolean {
  const column = (step: string): number => columns.get(state.step.get(step)?.moment ?? "") ?? 0;
  return link.kind === "rework" || link.source === link.target || column(link.target) < column(link.source);
}

function outgoing(state: State, columns: ReadonlyMap<string, number>, { source }: Link): number {
  let sum = 0;
  for (const link of state.link.values()) {
    if (link.source !== source || link.share === null || link.share >= 1) continue;
    if (!isRework(state, columns, link)) sum += link.share;
  }
  return sum;
}

function columnOfMoments(state: State): ReadonlyMap<string, number> {
  const rank = new Map(inOrder(state.phase.values()).map((phase, i) => [phase.id, i]));
  const phaseOf = (phase: string): number => rank.get(phase) ?? 0;
  const moments = inOrder(state.moment.values()).sort((a, b) => phaseOf(a.phase) - phaseOf(b.phase));
  return new Map(moments.map((moment, i) => [moment.id, i]));
}
