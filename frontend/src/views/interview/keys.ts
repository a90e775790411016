/** The keys of the interview: one answers, Enter on nothing passes, Backspace on nothing goes back, "?" is "nobody knows". */
import { keyOf } from "../../actions/keyboard";
import { choiceOf } from "../../actions/interview/wording";
import { FORMS, NONE, type Choice } from "../../model/interview/forms";
import type { Question } from "../../model/interview/question";
import { fold } from "../panel/controls/reading";

export type Command =
  | { readonly do: "pass" | "back" | "unknown" | "none" | "undo" | "redo" }
  | { readonly do: "choose"; readonly value: Choice };

/** What a key does where nothing is typed yet; null: nothing. */
export function commandOf(event: KeyboardEvent, question: Question | null): Command | null {
  const key = keyOf(event);
  const typing = typed(event.target);
  if (key === "PageDown") return { do: "pass" };
  if (key === "PageUp") return { do: "back" };
  if (typing === "something") return null;
  if (key === "Mod+z") return { do: "undo" };
  if (key === "Mod+Shift+z" || key === "Mod+y") return { do: "redo" };
  if (event.ctrlKey || event.metaKey || event.altKey || typing === "elsewhere") return null;
  if (key === "Backspace") return { do: "back" };
  if (question === null) return null;
  if (key === "?") return { do: "unknown" };
  if (key === "Enter" && !(event.target instanceof HTMLButtonElement)) return { do: "pass" };
  if (digitOf(event, typing === "nothing") === 0 && NONE.has(question.ask)) return { do: "none" };
  const form = FORMS[question.ask];
  if (form.kind !== "choice") return null;
  const value = form.values[digitOf(event, false) - 1] ?? byLetter(question, form.values, event.key);
  return value === undefined ? null : { do: "choose", value };
}

/** Whether the key goes into a field, and whether there is something in it. */
function typed(target: EventTarget | null): "nothing" | "something" | "elsewhere" | "no field" {
  if (target instanceof HTMLSelectElement) return "elsewhere";
  if (target instanceof HTMLInputElement && target.type === "checkbox") return "elsewhere";
  if (!(target instanceof HTMLInputElement)) return "no field";
  return target.value === "" ? "nothing" : "something";
}

/** A digit, also from the row of a French keyboard that needs Shift for it, unless a letter may be meant. NaN: none. */
export function digitOf({ key, code }: KeyboardEvent, intoField: boolean): number {
  if (/^\d$/.test(key)) return Number(key);
  const row = /^Digit(\d)$/.exec(code)?.[1];
  return row === undefined || (intoField && /\p{L}/u.test(key)) ? Number.NaN : Number(row);
}

/** The choice that alone begins with this letter. */
function byLetter(question: Question, values: readonly Choice[], key: string): Choice | undefined {
  if (key.length !== 1) return undefined;
  const fitting = values.filter((value) => letterOf(question, value) === fold(key));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const letterOf = (question: Question, value: Choice): string =>
  fold(choiceOf(question, value).replace(/^(la|le|l’|the) ?/i, "")).charAt(0);
