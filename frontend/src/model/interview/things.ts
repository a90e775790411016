/** The questions about what steps share: what is typed where, tools, information, people. */
import type { Actor, Exchange, Information, Step, Tool } from "../records";
import { inOrder } from "../siblings";
import type { Open } from "./question";
import { about, aboutStep, type Lets, type Survey } from "./survey";

export function thingQuestions(view: Survey): Open[] {
  const { state } = view;
  return [
    ...view.employees.flatMap((step) => [...typed(view, step), ...exchanged(view, step)]),
    ...view.customers.flatMap((step) => exchanged(view, step)),
    ...inOrder(state.tool.values()).flatMap((tool) => toolQuestions(view, tool)),
    ...inOrder(state.information.values()).flatMap((information) => informationQuestions(view, information)),
    ...inOrder(state.actor.values()).flatMap((actor) => actorQuestions(view, actor)),
  ];
}

/** What is typed into each tool that a person uses: only two such answers together show the same typed twice. */
function typed(view: Survey, step: Step): Open[] {
  if (view.machine(step)) return [];
  const known = view.exchanges(step.id);
  const tools = new Set<string>();
  return view.uses(step.id).flatMap((use) => {
    if (tools.has(use.tool) || known.some(({ tool, how }) => tool === use.tool && how === "types")) return [];
    tools.add(use.tool);
    const elsewhere = [...view.state.exchange.values()].some(
      ({ how, tool }) => how === "types" && tool !== null && tool !== use.tool,
    );
    const held = [...view.state.information.values()].some(
      ({ held_in }) => held_in !== null && held_in !== use.tool,
    );
    const lets = elsewhere || held ? { sure: ["re-entry"] } : { maybe: ["re-entry"] };
    return [aboutStep(step, "types", lets, ["use", use.id])];
  });
}

function exchanged(view: Survey, step: Step): Open[] {
  return view.exchanges(step.id).flatMap((exchange) => {
    const on = ["exchange", exchange.id] as const;
    const open: Open[] = [];
    if (exchange.how === "types" && exchange.tool === null)
      open.push(aboutStep(step, "exchange_tool", { sure: ["re-entry"], maybe: ["access-gap"] }, on));
    if (exchange.how !== "needs") return open;
    if (exchange.state === null) open.push(aboutStep(step, "state", { sure: ["information-gap"] }, on));
    if (exchange.as === "") open.push(aboutStep(step, "as", { maybe: ["information-gap"] }, on));
    if (exchange.within_min === null) open.push(aboutStep(step, "within_min", freshness(view, exchange), on));
    return open;
  });
}

/** How fresh it must be says something only beside how old it is. */
const freshness = ({ state }: Survey, { information }: Exchange): Lets =>
  state.information.get(information)?.delay_min == null
    ? { maybe: ["information-gap"] }
    : { sure: ["information-gap"] };

function toolQuestions(view: Survey, tool: Tool): Open[] {
  const using = view.employees.filter((step) => view.uses(step.id).some((use) => use.tool === tool.id));
  if (using.length === 0) return [];
  const steps = using.map(({ id }) => id);
  const open: Open[] = [];
  if (tool.latency_s === null) {
    const felt = using.some(
      (step) => view.lane(step)?.kind === "frontstage" || view.touches.of(step.id).depth > 0,
    );
    open.push(
      about("tool", tool.id, "latency_s", steps, felt ? { sure: ["tool-latency"] } : { maybe: ["price"] }),
    );
  }
  const people = new Set([...view.state.actor.values()].filter(({ side }) => side === "employee"));
  if (tool.actors === null && people.size > 1)
    open.push(about("tool", tool.id, "access", steps, { maybe: ["access-gap"] }));
  return open;
}

function informationQuestions(view: Survey, information: Information): Open[] {
  const all = [...view.state.exchange.values()].filter((one) => one.information === information.id);
  const ways = (...how: string[]): Exchange[] => all.filter((one) => how.includes(one.how));
  const steps = [...new Set(all.map(({ step }) => step))];
  const open: Open[] = [];
  const ask = (...[what, lets]: [Open["ask"], Lets]): void =>
    void open.push(about("information", information.id, what, steps, lets));
  const relied = ways("reads", "needs");
  const { kind, delay_min, held_in, reviewed_days_ago } = information;
  if (held_in === null && kind === "data" && view.state.tool.size > 0 && ways("types", "needs").length > 0)
    ask("held_in", { maybe: ["re-entry", "access-gap"] });
  if (delay_min === null && kind === "signal" && relied.length > 0)
    ask("delay_min", { sure: ["feedback-latency"] });
  if (delay_min === null && kind === "data" && ways("needs").length > 0) {
    const awaited = ways("needs").some(({ within_min }) => within_min !== null);
    ask("delay_min", awaited ? { sure: ["information-gap"] } : { maybe: ["information-gap"] });
  }
  if (reviewed_days_ago === null && (kind === "knowledge" || kind === "standard") && relied.length > 0)
    ask("reviewed_days_ago", { sure: ["stale-knowledge"] });
  if (kind === "signal" && relied.length === 0) ask("reader", { sure: ["feedback-latency"] });
  return open;
}

function actorQuestions(view: Survey, actor: Actor): Open[] {
  if (actor.headcount !== null || actor.side === "customer" || actor.side === "system") return [];
  const steps = view.employees.filter((step) => view.actor(step) === actor.id).map(({ id }) => id);
  if (steps.length === 0) return [];
  const truths = steps.some((step) => view.touches.of(step).truths.size > 0);
  const busy = view.state.blueprint.values().next().value?.cases_per_month != null;
  const lets = busy ? { sure: ["bottleneck"] } : { maybe: ["bottleneck"] };
  return [
    about(
      "actor",
      actor.id,
      "headcount",
      steps,
      truths ? { ...lets, maybe: [...(lets.maybe ?? []), "single-point"] } : lets,
    ),
  ];
}
