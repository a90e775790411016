/** What the cards show besides their own record, by step: kept the same from state to state where nothing changed. */
import { type ReadonlySignal, computed } from "@preact/signals-core";
import type { Editor } from "../../actions/editor";
import type { Exchange, Link, Use } from "../../model/records";
import type { Finding } from "../../sync/friction";
import type { Names } from "./facts";
import { type Groups, createGroups, keepEqual } from "./grouped";

export interface Parts {
  readonly uses: Groups<Use>;
  readonly exchanges: Groups<Exchange>;
  /** Flow links that lead to a step with a share of their own. */
  readonly shared: Groups<Link>;
  readonly findings: Groups<Finding>;
  readonly names: Names;
}

export const NONE: readonly never[] = [];

export function createParts({ state, flagged: shown }: Editor): ReadonlySignal<Parts> {
  const usesOf = createGroups<Use>((use) => [use.step]);
  const exchangesOf = createGroups<Exchange>((exchange) => [exchange.step]);
  const sharesOf = createGroups<Link>((link) =>
    link.kind === "flow" && link.share !== null && link.share < 1 ? [link.target] : [],
  );
  let names: Names | null = null;
  let flagged: Groups<Finding> = new Map();
  const found = computed(() => (flagged = keepEqual(flagged, byStep(shown.value), reads)));
  let last: Parts | null = null;
  return computed(() => {
    const now = state.value;
    const { actor, channel, tool, information } = now;
    if (
      names?.actor !== actor ||
      names.channel !== channel ||
      names.tool !== tool ||
      names.information !== information
    ) {
      names = { actor, channel, tool, information };
    }
    const parts: Parts = {
      uses: usesOf(now.use),
      exchanges: exchangesOf(now.exchange),
      shared: sharesOf(now.link),
      findings: found.value,
      names,
    };
    // The same object while its parts are: then no cell is drawn again.
    const before = last;
    if (before !== null && PARTS.every((part) => before[part] === parts[part])) return before;
    return (last = parts);
  });
}

const PARTS: readonly (keyof Parts)[] = ["uses", "exchanges", "shared", "findings", "names"];

/** Every answer brings new objects; a card shows no more of a finding than this. */
const reads = (a: Finding, b: Finding | undefined): boolean =>
  a.fingerprint === b?.fingerprint && a.because === b.because;

function byStep(findings: readonly Finding[]): Groups<Finding> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const step of finding.steps) {
      const group = groups.get(step);
      if (group === undefined) groups.set(step, [finding]);
      else group.push(finding);
    }
  }
  return groups;
}
