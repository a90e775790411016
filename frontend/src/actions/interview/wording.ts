/** A question in words that a room understands: it names the step, the tool or the information, never a field. */
import { FORMS, takenBy, type Choice } from "../../model/interview/forms";
import { placeOf, type Question } from "../../model/interview/question";
import { fieldOf, type AnyRecord, type State, type Step } from "../../model/records";
import { duration, isKey, list, number, percent, t, type Key, type Values } from "../../text";

/** « Dans quel outil se fait « Consulte le stock » ? » */
export function sentenceOf(state: State, question: Question): string {
  const { ask } = question;
  const customer = sideOf(state, question) === "customer";
  const own = `interview.ask.${ask}.customer`;
  return t(customer && isKey(own) ? own : `interview.ask.${ask}`, valuesOf(state, question));
}

/** Where and who, above the question: moment, lane, doer. */
export function whereOf(state: State, question: Question): string[] {
  const step = state.step.get(question.step ?? "");
  const moment = state.moment.get(question.moment ?? "")?.title;
  const lane = state.lane.get(question.lane ?? "")?.title;
  const who = step === undefined ? null : doerOf(state, step);
  const parts = [moment, lane, who].filter((part): part is string => part != null && part !== "");
  if (question.ask === "lane_actor") return [moreOf(state, question)];
  if (parts.length > 0) return parts;
  if (question.steps.length === 0 || question.ask === "truth")
    return [state.blueprint.values().next().value?.title ?? ""];
  return [moreOf(state, question)];
}

/** "Consulte le stock et 2 autres étapes". */
function moreOf(state: State, { steps }: Question): string {
  const titles = steps.flatMap((id) => state.step.get(id)?.title ?? []);
  const [first = ""] = titles;
  return titles.length < 2 ? first : t("interview.where.steps", { first, n: titles.length - 1 });
}

/** What the change is called in undo and in the log. */
export function labelOf(state: State, question: Question): string {
  const { step, tool, information, lane, actor } = valuesOf(state, question);
  const of = { step, tool, information, lane, actor }[ABOUT[question.ask] ?? "step"];
  const what = t(`interview.fact.${question.ask}`);
  return of === undefined || of === ""
    ? t("interview.label", { what })
    : t("interview.label.of", { what, of });
}
const ABOUT: Readonly<Partial<Record<Question["ask"], "tool" | "information" | "lane" | "actor">>> = {
  latency_s: "tool",
  access: "tool",
  delay_min: "information",
  held_in: "information",
  reviewed_days_ago: "information",
  reader: "information",
  lane_actor: "lane",
  blank: "lane",
  headcount: "actor",
};

/** A choice in a word or two, as the room would say it. */
export function choiceOf(question: Question, value: Choice): string {
  const { ask } = question;
  const set = ask === "expects" ? "measured_on" : value === true || value === false ? "yesno" : ask;
  const key = `interview.choice.${set}.${String(value)}`;
  return isKey(key) ? t(key) : String(value);
}

/** What "none" is called here: no tool, nowhere, everyone. */
export const noneOf = ({ ask }: Question): string => {
  const key = `interview.none.${ask}`;
  return t(isKey(key) ? key : "interview.none");
};

/** What has been answered already, in words; empty where nothing is known yet. */
export function saidOf(state: State, question: Question): string {
  const form = FORMS[question.ask];
  const taken = takenBy(state, question);
  if (taken.size > 0) return list([...taken].map((id) => titleOf(state, id)));
  const { type, field } = placeOf(question);
  const record = (state[type] as ReadonlyMap<string, AnyRecord> | undefined)?.get(question.id);
  const value = record === undefined ? null : (fieldOf(record, field) ?? null);
  if (value === null || value === "") return "";
  if (field === "kind") return value === question.ask ? choiceOf(question, true) : "";
  if (Array.isArray(value)) return list(value.map((id) => titleOf(state, String(id))));
  if (form.kind === "names") return titleOf(state, typeof value === "string" ? value : "");
  if (form.kind === "choice")
    return typeof value === "string" || typeof value === "number" ? choiceOf(question, value) : "";
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  if (form.kind === "minutes") return duration(value);
  if (form.kind === "seconds") return duration(value / 60);
  return form.kind === "share" ? percent(value) : number(value);
}

const titleOf = (state: State, id: string): string =>
  state.tool.get(id)?.title ??
  state.information.get(id)?.title ??
  state.actor.get(id)?.title ??
  state.channel.get(id)?.title ??
  "";

/** How an answer is typed, where it is typed. */
export function hintOf(question: Question): string {
  const form = FORMS[question.ask];
  if (form.kind === "choice") return "";
  const several = (form.kind === "names" || form.kind === "steps") && form.several;
  const key: Key = several ? `interview.hint.${form.kind}.several` : `interview.hint.${form.kind}`;
  return t(key);
}

/** "customer" or "employee": whose step it is about; null where it is about none. */
export function sideOf(state: State, { step, lane }: Question): "customer" | "employee" | null {
  const kind = state.lane.get(state.step.get(step ?? "")?.lane ?? lane ?? "")?.kind;
  if (kind === undefined) return null;
  return kind === "customer" || kind === "evidence" ? "customer" : "employee";
}

/** "Claire, 41 ans" is called Claire. */
function doerOf(state: State, step: Step): string | null {
  const id = step.actor ?? state.lane.get(step.lane)?.actor ?? null;
  const title = id === null ? undefined : state.actor.get(id)?.title;
  return title?.split(",")[0]?.trim() ?? null;
}

function valuesOf(state: State, question: Question): Record<string, string> & Values {
  const { id, step: at } = question;
  const step = state.step.get(at ?? "");
  const exchange = state.exchange.get(id);
  const link = state.link.get(id);
  const tool = state.tool.get(state.use.get(id)?.tool ?? id);
  const information = state.information.get(exchange?.information ?? id);
  const customer = sideOf(state, question) === "customer";
  const who = step === undefined ? null : doerOf(state, step);
  return {
    step: step?.title ?? "",
    who: who ?? t(customer ? "interview.who.customer" : "interview.who.employee"),
    tool: tool?.title ?? "",
    information: information?.title ?? "",
    lane: state.lane.get(id)?.title ?? "",
    actor: state.actor.get(id)?.title ?? "",
    moment: state.moment.get(question.moment ?? "")?.title ?? "",
    target: state.step.get(link?.target ?? "")?.title ?? "",
    currency: state.blueprint.values().next().value?.currency ?? "",
  };
}
