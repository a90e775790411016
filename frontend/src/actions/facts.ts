/** Facts of the selected steps by one key: all get the same, as one change; what they are now is said. */
import { set, type Op, type Step } from "../model/records";
import { t } from "../text";
import type { Editor } from "./editor";
import { targetSteps } from "./targets";

type Fact = "kind" | "decides" | "basis" | "recovery" | "emotion";

/** Sets a field of each to what `value` gives; `said` words what a step has now. */
export function setFact<F extends Fact>(
  editor: Editor,
  field: F,
  value: (step: Step) => Step[F],
  said: (value: Step[F]) => string,
): void {
  const steps = targetSteps(editor);
  const ops: Op[] = [];
  for (const step of steps) {
    const next = value(step);
    if (next !== step[field]) ops.push(set("step", step.id, field, next));
  }
  const [first] = steps;
  if (first === undefined) return;
  if (ops.length > 0 && editor.submit(t(`actions.set.step.${field}`), ops) === null) return;
  const now = said(editor.state.value.step.get(first.id)?.[field] as Step[F]);
  editor.session.announce(
    steps.length === 1
      ? t("typing.said.fact", { title: first.title, fact: now })
      : t("typing.said.factMany", { n: steps.length, fact: now }),
  );
}

/** What follows in a round; of several steps, the first one's. */
export function nextOf<V>(editor: Editor, round: readonly V[], valueOf: (step: Step) => V): V | undefined {
  const [first] = targetSteps(editor);
  if (first === undefined) return undefined;
  return round[(round.indexOf(valueOf(first)) + 1) % round.length];
}

/** Makes the selected steps of this kind, or actions again where the first one is of it. */
export function toggleKind(editor: Editor, kind: "approval" | "decision"): void {
  const next = nextOf(editor, ["action", kind] as const, (step) => (step.kind === kind ? kind : "action"));
  if (next === undefined) return;
  setFact(
    editor,
    "kind",
    () => next,
    (now) => t(`typing.fact.kind.${now}`),
  );
}
