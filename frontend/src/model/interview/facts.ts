/** The questions about single steps: who, what kind, with which tools and information, how long, how it feels. */
import type { Step } from "../records";
import { aboutStep, type Lets, type Survey } from "./survey";
import type { Ask, Open } from "./question";

/** What a title says of a step that still counts as plain action. */
const APPROVES =
  /\b(valid|approuv|approb|accord\b|autoris|sign(e|s|ature)s?\b|approv|authori[sz]|sanction|go.?ahead)/;
const SEARCHES = /\b(cherch|recherch|retrouv|search|look(s|ing)? (for|up)|finds?\b|locat|hunt)/;

export function stepQuestions(view: Survey): Open[] {
  return [
    ...view.customers.flatMap((step) => customerQuestions(view, step)),
    ...view.employees.flatMap((step) => employeeQuestions(view, step)),
  ];
}

function customerQuestions(view: Survey, step: Step): Open[] {
  const open: Open[] = [];
  const ask = (what: Ask, lets: Lets): void => void open.push(aboutStep(step, what, lets));
  const { touches, state } = view;
  const tellings = new Set(
    [...state.exchange.values()].flatMap((one) => (one.how === "tells" ? one.step : [])),
  );
  if (unlinked(view, step)) ask("follows", { sure: ["unsupported-moment"], maybe: ["invisible-wait"] });
  if (touches.requests.has(step.id) && !view.exchanges(step.id).some(({ how }) => how === "tells"))
    ask("tells", tellings.size > 0 ? { sure: ["customer-repeats"] } : { maybe: ["customer-repeats"] });
  if (step.emotion === null) ask("emotion", { maybe: ["mirror-dip", "price"] });
  if (step.expects === null && touches.of(step.id).truths.size > 0)
    ask("expects", { maybe: ["misaligned-objective"] });
  if (step.work_min === null && step.kind === "action") ask("work_min", { maybe: ["price"] });
  return open;
}

function employeeQuestions(view: Survey, step: Step): Open[] {
  const open: Open[] = [];
  const ask = (what: Ask, lets: Lets): void => void open.push(aboutStep(step, what, lets));
  const { touches, state } = view;
  const uses = view.uses(step.id);
  const truths = touches.of(step.id).truths;
  if (view.actor(step) === null)
    ask("actor", {
      ...(uses.length > 0 ? { sure: ["tool-hops"] } : {}),
      maybe: ["ping-pong", "handoff-chain", "bottleneck", ...(truths.size > 0 ? ["single-point"] : [])],
    });
  if (unlinked(view, step))
    ask("follows", { sure: ["orphan-work"], maybe: ["handoff-chain", "invisible-wait"] });
  const title = plain(step.title);
  if (step.kind === "action" && APPROVES.test(title)) {
    const another = view.employees.some(
      (other) => other.id !== step.id && (other.kind === "approval" || APPROVES.test(plain(other.title))),
    );
    ask("approval", another ? { sure: ["approval-stacking"] } : { maybe: ["approval-stacking"] });
  }
  if (step.kind === "action" && SEARCHES.test(title))
    ask("search", step.work_min === null ? { maybe: ["search-time"] } : { sure: ["search-time"] });
  if (uses.length === 0 && step.kind !== "automatic" && !view.machine(step))
    ask("uses", { maybe: ["tool-latency", "re-entry", "tool-hops"] });
  if (view.machine(step)) return open;

  if (!view.exchanges(step.id).some(({ how }) => how === "needs"))
    ask("needs", { maybe: ["information-gap", ...(state.information.size > 0 ? ["access-gap"] : [])] });
  if (step.kind !== "approval" && step.stakes !== "major") {
    if (step.decides === null) ask("decides", by(step.stakes === "minor", "autonomy-gap"));
    else if (step.decides === "asks" && step.stakes === null) ask("stakes", { sure: ["autonomy-gap"] });
  }
  if (step.recovery === null && mayRecover(view, truths)) ask("recovery", { maybe: ["no-recovery"] });
  if (step.work_min === null)
    ask("work_min", { maybe: ["bottleneck", "price", ...(step.kind === "search" ? ["search-time"] : [])] });
  if (step.wait_min === null && view.lane(step)?.kind !== "frontstage")
    ask("wait_min", { maybe: ["invisible-wait"] });
  if (step.emotion === null && touches.of(step.id).depth >= 1) ask("emotion", { sure: ["mirror-dip"] });
  if (step.standard === null && truths.size > 0) ask("standard", { sure: ["ambiguous-standard"] });
  if (step.measured_on === null && truths.size > 0) ask("measured_on", { maybe: ["misaligned-objective"] });
  return open;
}

const by = (sure: boolean, detector: string): Lets => (sure ? { sure: [detector] } : { maybe: [detector] });

/** Without accents and case, so that one pattern finds "Validé" and "valide". */
const plain = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** In a sheet that has other steps to be linked to. */
const unlinked = ({ touches, state }: Survey, step: Step): boolean =>
  state.step.size > 1 && !touches.linked.has(step.id);

/** Whether for some moment of truth that the step works for nobody is known yet who can put it right. */
const mayRecover = ({ touches, state }: Survey, truths: ReadonlySet<string>): boolean =>
  [...truths].some((truth) =>
    [...(touches.work.get(truth) ?? [])].every((step) => state.step.get(step)?.recovery !== "possible"),
  );
