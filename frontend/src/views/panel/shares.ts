/** How the cases at a step divide among the links out of it: what its alternatives leave. */
import type { Link, State } from "../../model/records";
import { columnsOf, isRework } from "../../model/shares";
import { linksOut } from "./records";

export interface Division {
  readonly links: readonly Link[];
  readonly rework: ReadonlySet<string>;
  /** Links that a case takes at most one of. */
  readonly alternatives: readonly Link[];
  /** The part of the cases that takes none of them. */
  readonly rest: number;
}

export function divisionOf(state: State, step: string): Division {
  const links = linksOut(state, step);
  const columns = columnsOf(state);
  const rework = new Set(links.filter((link) => isRework(link, columns)).map(({ id }) => id));
  const alternatives = links.filter(({ id, share }) => !rework.has(id) && share !== null && share < 1);
  const taken = alternatives.reduce((sum, { share }) => sum + (share ?? 0), 0);
  // 0.3 + 0.6 + 0.1 leaves nothing, whatever the binary fractions say.
  return { links, rework, alternatives, rest: Math.max(0, Number((1 - taken).toPrecision(9))) };
}

/** The most that one link can take beside the others. */
export const mostFor = ({ rework, alternatives }: Division, link: Link): number =>
  rework.has(link.id)
    ? 0.999
    : Math.max(
        0,
        1 - alternatives.reduce((sum, one) => sum + (one.id === link.id ? 0 : (one.share ?? 0)), 0),
      );
