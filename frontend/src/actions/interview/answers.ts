/** What an answer changes: the ops of one change, made from the question and what was said. */
import { newId } from "../../model/ids";
import { FORMS, type Choice } from "../../model/interview/forms";
import { placeOf, type Question } from "../../model/interview/question";
import { put, set, type How, type Op, type State } from "../../model/records";
import { named, type Named, type NamedType } from "../named";

export type Answer =
  | { readonly kind: "choice"; readonly value: Choice }
  /** Minutes, seconds, days, a share, a count: as the field holds them. */
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "names"; readonly names: readonly Named[] }
  | { readonly kind: "steps"; readonly steps: readonly string[] }
  /** There is none, nothing, nowhere; of an access: everyone has it. */
  | { readonly kind: "none" };

/** Empty: nothing is to be changed; the question is settled all the same. */
export function opsOf(state: State, question: Question, answer: Answer): readonly Op[] {
  switch (answer.kind) {
    case "choice":
      return chosen(question, answer.value);
    case "number":
      return field(question, answer.value);
    case "text":
      return written(state, question, answer.text);
    case "names":
      return answer.names.length === 0 ? [] : naming(state, question, answer.names);
    case "steps":
      return answer.steps.flatMap((step) => picked(question, step));
    case "none":
      return question.ask === "blank"
        ? [put("blank", { id: newId(), lane: question.id, moment: momentOf(question) })]
        : [];
  }
}

function chosen(question: Question, value: Choice): readonly Op[] {
  if (question.ask === "approval" || question.ask === "search")
    return value === true ? [set("step", question.id, "kind", question.ask)] : [];
  return field(question, value);
}

/** Of which type of record a question sets a field. */
function field(question: Question, value: unknown): readonly Op[] {
  const { type, field: name } = placeOf(question);
  return [{ op: "set", type, id: question.id, field: name, value }];
}

function written(state: State, question: Question, text: string): readonly Op[] {
  const said = text.trim();
  if (said === "") return [];
  if (question.ask !== "blank") return field(question, said);
  const [lane, moment] = [question.id, momentOf(question)];
  return state.lane.has(lane) ? [put("step", { id: newId(), lane, moment, title: said })] : [];
}

const momentOf = ({ moment }: Question): string => moment ?? "";

function naming(state: State, question: Question, names: readonly Named[]): readonly Op[] {
  const form = FORMS[question.ask];
  if (form.kind !== "names") return [];
  const { made, ids } = found(state, form.type, names, question);
  const [first] = ids;
  if (first === undefined) return [];
  const step = question.step ?? "";
  const tells = (how: How, tool: string | null): Op[] =>
    ids.map((information) => put("exchange", { id: newId(), step, information, how, tool }));
  switch (question.ask) {
    case "uses":
      return [...made, ...ids.map((tool) => put("use", { id: newId(), step, tool }))];
    case "types":
      return [...made, ...tells("types", state.use.get(question.id)?.tool ?? null)];
    case "tells":
    case "needs":
      return [...made, ...tells(question.ask, null)];
    case "access":
      return [...made, ...field(question, ids)];
    case "signal":
      return made.length > 0 ? made : [set("information", first, "kind", "signal")];
    default:
      return [...made, ...field(question, first)];
  }
}

/** The records of these names, each once; those that are new are put first. */
function found(
  state: State,
  type: NamedType,
  names: readonly Named[],
  { ask }: Question,
): { readonly made: readonly Op[]; readonly ids: readonly string[] } {
  const fresh = ask === "signal" ? { kind: "signal" as const } : {};
  const made: Op[] = [];
  const ids = new Set<string>();
  const titles = new Set<string>();
  for (const name of names) {
    if ("title" in name && titles.has(name.title.trim().toLocaleLowerCase())) continue;
    if ("title" in name) titles.add(name.title.trim().toLocaleLowerCase());
    const one = named(state, type, name, fresh);
    if (one === null) continue;
    made.push(...one.ops);
    ids.add(one.id);
  }
  return { made, ids: [...ids] };
}

function picked(question: Question, step: string): readonly Op[] {
  if (question.ask === "truth") return [set("step", step, "moment_of_truth", true)];
  if (question.ask === "reader")
    return [put("exchange", { id: newId(), step, information: question.id, how: "reads" })];
  return [put("link", { id: newId(), source: step, target: question.id })];
}
