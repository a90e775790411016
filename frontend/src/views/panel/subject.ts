/** What the panel is about: the finding that is open, else what is selected, else the blueprint itself. */
import type { Session } from "../../actions/session";
import type { Lane, Link, Moment, Phase, State, Step } from "../../model/records";
import type { Concern, Concerns } from "../../actions/concerns";
import type { Flagging } from "../../actions/session";
import type { Finding } from "../../sync/friction";

export type Subject =
  | { readonly kind: "finding"; readonly record: Finding }
  | { readonly kind: "flag"; readonly concern: Extract<Concern, { kind: "flag" }> }
  | { readonly kind: "waiting"; readonly concern: Extract<Concern, { kind: "waiting" }> }
  /** A flag that is being raised. */
  | { readonly kind: "flagging"; readonly flagging: Flagging }
  | { readonly kind: "step"; readonly record: Step }
  | { readonly kind: "steps"; readonly records: readonly Step[] }
  | { readonly kind: "link"; readonly record: Link }
  | { readonly kind: "lane"; readonly record: Lane }
  | { readonly kind: "moment"; readonly record: Moment }
  | { readonly kind: "phase"; readonly record: Phase }
  | { readonly kind: "cell"; readonly record: Cell }
  | { readonly kind: "blueprint" };

/** A cell in which no card stands. */
export interface Cell {
  readonly lane: string;
  readonly moment: string;
}

/** Read inside a component or a computed: it follows session and records. */
export function subjectOf(session: Session, state: State, concerns: Concerns): Subject {
  const concern = concerns.of(session.opened.value);
  if (concern?.kind === "finding") return { kind: "finding", record: concern.finding };
  if (concern?.kind === "flag") return { kind: "flag", concern };
  if (concern?.kind === "waiting") return { kind: "waiting", concern };
  const flagging = session.flagging.value;
  if (flagging !== null) return { kind: "flagging", flagging };
  const link = state.link.get(session.selectedLink.value ?? "");
  if (link !== undefined) return { kind: "link", record: link };
  const steps = [...session.selection.value]
    .map((id) => state.step.get(id))
    .filter((step) => step !== undefined);
  const [step] = steps;
  if (steps.length > 1) return { kind: "steps", records: steps };
  if (step !== undefined) return { kind: "step", record: step };
  return headerOf(session, state) ?? { kind: "blueprint" };
}

function headerOf(session: Session, state: State): Subject | null {
  const focus = session.focus.value;
  if (focus === null) return null;
  if (focus.on === "cell") {
    const { lane, moment, step } = focus;
    const stands = step !== null || !state.lane.has(lane) || !state.moment.has(moment);
    const empty =
      !stands && ![...state.step.values()].some((one) => one.lane === lane && one.moment === moment);
    return empty ? { kind: "cell", record: { lane, moment } } : null;
  }
  if (focus.on === "lane") {
    const record = state.lane.get(focus.id);
    return record === undefined ? null : { kind: "lane", record };
  }
  if (focus.on === "moment") {
    const record = state.moment.get(focus.id);
    return record === undefined ? null : { kind: "moment", record };
  }
  const record = state.phase.get(focus.id);
  return record === undefined ? null : { kind: "phase", record };
}
