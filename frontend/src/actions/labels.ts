/** What a change is called in the history and in the log: the verb's name with what it was done to. */
import { BLUEPRINT, fieldOf, type AnyRecord, type Op, type State, type Type } from "../model/records";
import { quoted, t } from "../text";

/** The server takes labels to 200 letters. */
const LONGEST = 190;
const TITLE = 48;
/** "Delete 3 steps". */
const COUNTED = /(^|\s)\d+\s/;

/**
 * "Move the step “Calls”", "Change the feeling (“Calls”)", "Change the channel (3)". A label that names or counts its
 * subjects already, or whose subject has no name, stays as it is.
 */
export function labelled(label: string, ops: readonly Op[], before: State): string {
  const named = [
    ...new Set(ops.filter((op) => !isAside(op, ops)).flatMap((op) => subjectOf(op, ops, before))),
  ];
  const [only] = named;
  if (only === undefined) return label;
  if (named.length > 1) return COUNTED.test(label) ? label : t("history.several", { label, n: named.length });
  const title = short(only);
  if (label.includes(title)) return label;
  const direct = ops.every(isDirect);
  return t(direct ? "history.direct" : "history.about", { label, title: quoted(title) }).slice(0, LONGEST);
}

/** "annuler : déplacer…": a label within a sentence begins small, unless it begins with an abbreviation. */
export const within = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLocaleLowerCase() + label.slice(1) : label;

/** Neighbours that got new places, and records that had to be made first, are not what was done. */
function isAside(op: Op, ops: readonly Op[]): boolean {
  if (op.op === "set" && op.field === "order")
    return ops.some((other) => !(other.op === "set" && other.field === "order"));
  const made = op.op === "put" && ["tool", "information", "actor", "channel", "phase"].includes(op.type);
  return made && ops.some((other) => other !== op && other.type !== op.type);
}

const isDirect = (op: Op): boolean =>
  TITLED.includes(op.type) &&
  (op.op !== "set" || ["title", "order", "lane", "moment", "phase", "kind"].includes(op.field));

const TITLED: readonly Type[] = [
  "phase",
  "moment",
  "lane",
  "actor",
  "channel",
  "tool",
  "information",
  "step",
];

/** The title of what an op is about: the record's own, else that of the step it belongs to. */
function subjectOf(op: Op, ops: readonly Op[], before: State): string[] {
  const record: AnyRecord | undefined =
    op.op === "put" ? (op.record as unknown as AnyRecord) : before[op.type].get(op.id);
  if (record === undefined || record.id === BLUEPRINT) return [];
  const own = fieldOf(record, "title");
  if (typeof own === "string" && TITLED.includes(op.type)) return own === "" ? [] : [own];
  if (op.type === "link") {
    const [source, target] = [fieldOf(record, "source"), fieldOf(record, "target")].map((id) =>
      titleOf(String(id), ops, before),
    );
    return source === undefined || target === undefined ? [] : [`${short(source)} → ${short(target)}`];
  }
  const step = fieldOf(record, "step");
  const title = typeof step === "string" ? titleOf(step, ops, before) : undefined;
  return title === undefined ? [] : [title];
}

function titleOf(step: string, ops: readonly Op[], before: State): string | undefined {
  const known = before.step.get(step)?.title;
  if (known !== undefined) return known;
  const made = ops.find((op) => op.op === "put" && op.type === "step" && op.record.id === step);
  return made?.op === "put"
    ? (fieldOf(made.record as unknown as AnyRecord, "title") as string | undefined)
    : undefined;
}

const short = (title: string): string =>
  title.length > TITLE ? `${title.slice(0, TITLE - 1).trimEnd()}…` : title;
