/** The questions about the sheet as a whole: what decides, who works in a lane, volumes, links, empty cells. */
import { BLUEPRINT } from "../records";
import { columnsOf, isRework } from "../shares";
import { inOrder } from "../siblings";
import { cellKey, type Open } from "./question";
import { about, type Lets, type Survey } from "./survey";

/** From so many steps without a doer on a lane is asked once instead of step by step. */
const MANY = 2;
/** A moment in which someone feels this low is decisive. */
const LOW = 1;

export const wholeQuestions = (view: Survey): Open[] => [
  ...sheetQuestions(view),
  ...laneQuestions(view),
  ...shareQuestions(view),
  ...blankQuestions(view),
];

function sheetQuestions({ state, customers, employees }: Survey): Open[] {
  const blueprint = state.blueprint.get(BLUEPRINT);
  if (blueprint === undefined) return [];
  const open: Open[] = [];
  const ask = (...[what, lets]: [Open["ask"], Lets]): void =>
    void open.push(
      about("blueprint", BLUEPRINT, what, what === "truth" ? customers.map(({ id }) => id) : [], lets),
    );
  if (customers.length > 1 && !customers.some((step) => step.moment_of_truth))
    ask("truth", {
      sure: ["unsupported-moment"],
      maybe: ["no-recovery", "single-point", "ambiguous-standard", "price"],
    });
  const people = [...state.actor.values()].some(
    ({ side, headcount }) => side !== "customer" && headcount !== null,
  );
  const timed = employees.some((step) => step.work_min !== null);
  if (blueprint.cases_per_month === null && employees.length > 0)
    ask(
      "cases_per_month",
      people && timed ? { sure: ["bottleneck", "price"] } : { maybe: ["bottleneck", "price"] },
    );
  if (blueprint.cost_per_hour === null && employees.length > 0)
    ask("cost_per_hour", blueprint.cases_per_month === null ? { maybe: ["price"] } : { sure: ["price"] });
  if (employees.length > 0 && ![...state.information.values()].some(({ kind }) => kind === "signal"))
    ask("signal", { maybe: ["feedback-latency"] });
  return open;
}

/** One answer for the lane where several of its steps have no doer. */
function laneQuestions(view: Survey): Open[] {
  return view.sheet.lanes.flatMap((lane) => {
    if (lane.actor !== null) return [];
    const own = view.employees.filter((step) => step.lane === lane.id && step.actor === null);
    if (own.length < MANY) return [];
    const tools = own.some((step) => view.uses(step.id).length > 0);
    const steps = own.map(({ id }) => id);
    const lets = {
      ...(tools ? { sure: ["tool-hops"] } : {}),
      maybe: ["tool-hops", "ping-pong", "handoff-chain", "bottleneck"],
    };
    return [{ ...about("lane", lane.id, "lane_actor", steps, lets), lane: lane.id }];
  });
}

/** The part of the cases that go back, where nobody has said it. */
function shareQuestions({ state }: Survey): Open[] {
  const columns = columnsOf(state);
  return inOrder(state.link.values()).flatMap((link) =>
    link.share === null && isRework(link, columns)
      ? [{ ...about("link", link.id, "share", [link.source], { sure: ["rework-loop"] }), step: link.source }]
      : [],
  );
}

/** Empty cells in the sight of the customer and right behind it, at the moments that decide. */
function blankQuestions({ sheet, touches }: Survey): Open[] {
  return sheet.moments.flatMap((moment) => {
    const standing = sheet.lanes.flatMap((lane) => sheet.cell(lane.id, moment.id));
    const felt = standing
      .filter((step) => touches.band(step) === "customer")
      .filter((step) => step.moment_of_truth || (step.emotion ?? 0) <= -LOW)
      .map(({ id }) => id);
    if (felt.length === 0) return [];
    return sheet.lanes
      .filter(({ kind }) => kind === "frontstage" || kind === "backstage")
      .filter((lane) => sheet.cell(lane.id, moment.id).length === 0 && !sheet.blank(lane.id, moment.id))
      .map((lane) => ({
        ...about("lane", lane.id, "blank", felt, { maybe: ["unsupported-moment", "orphan-work"] }),
        key: cellKey(lane.id, moment.id),
        lane: lane.id,
        moment: moment.id,
      }));
  });
}
