/** The ops of what people say: the review is put where there is none yet, in the same change as what it is for. */
import { put, type Draft, type Op } from "../model/records";
import { elementsOf, type Concern } from "./concerns";
import type { Editor } from "./editor";

type Said = Partial<Omit<Draft<"review">, "id">>;

/** Of the one that is asked for, else of the one that is open. */
export const targetConcern = (editor: Editor, id?: string): Concern | null =>
  editor.concerns.value.of(id ?? editor.session.opened.value);

/** Makes the review say this; none where it says so already. */
export function reviewOps(concern: Concern, said: Said): readonly Op[] {
  const { review } = concern;
  if (review === null) return [put("review", { id: concern.id, ...anchor(concern), ...said })];
  return Object.entries(said).flatMap(([field, value]): Op[] =>
    review[field as keyof Said] === value ? [] : [{ op: "set", type: "review", id: review.id, field, value }],
  );
}

/** What a note of its thread is on. A flag needs no review to be spoken of. */
export function threadOps(concern: Concern): { readonly on: string; readonly ops: readonly Op[] } {
  if (concern.review !== null) return { on: concern.review.id, ops: [] };
  return { on: concern.id, ops: reviewOps(concern, {}) };
}

function anchor(concern: Concern): Said {
  if (concern.kind === "finding") {
    return { detector: concern.finding.detector, elements: elementsOf(concern.finding) };
  }
  return concern.kind === "flag" ? { detector: concern.flag.kind, elements: concern.flag.on } : {};
}
