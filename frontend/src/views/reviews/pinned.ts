/** Notes by what they are pinned to, for marks, counts and lists. Threads of findings and flags are apart. */
import type { Concerns } from "../../actions/concerns";
import type { Note, State, Type } from "../../model/records";
import { inOrder } from "../../model/siblings";

/** What a note can be pinned to, in the order in which the list of all notes has them. */
export const PINNED = [
  "phase",
  "moment",
  "lane",
  "step",
  "link",
  "tool",
  "information",
  "actor",
  "channel",
] as const satisfies readonly Type[];

/** Of what kind the element with this id is; null where there is none. */
export const typeOf = (state: State, id: string): (typeof PINNED)[number] | null =>
  PINNED.find((type) => state[type].has(id)) ?? null;

/** By element, "" is the sheet; oldest first. */
export function notesByElement(notes: Iterable<Note>): ReadonlyMap<string, readonly Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of inOrder(notes)) {
    const on = note.on ?? "";
    const group = groups.get(on);
    if (group === undefined) groups.set(on, [note]);
    else group.push(note);
  }
  return groups;
}

/** The elements that have notes, in the order of the sheet: the sheet itself, phases, moments, lanes, steps and so on. */
export function annotated(
  state: State,
  concerns: Concerns,
  groups: ReadonlyMap<string, readonly Note[]>,
): readonly string[] {
  const ids = PINNED.flatMap((type) =>
    inOrder<{ id: string; order: string }>(state[type].values()).map(({ id }) => id),
  );
  const reviewed = [...concerns.findings, ...concerns.flags, ...concerns.waiting];
  const known = ["", ...ids].filter((id) => groups.has(id));
  return known.filter((id) => !reviewed.some((one) => one.id === id || one.review?.id === id));
}
