/**
 * What people speak of in reviews: findings of the detectors, flags of their own, and reviews whose finding is gone.
 * A review belongs to the finding with its fingerprint; where the elements changed, to the finding of its detector
 * that shares most of them.
 */
import type { Flag, Note, Review, ReviewStatus, State } from "../model/records";
import { inOrder } from "../model/siblings";
import type { Analysis, Finding } from "../sync/friction";

export type Concern =
  | {
      readonly kind: "finding";
      readonly id: string;
      readonly finding: Finding;
      readonly review: Review | null;
    }
  | {
      readonly kind: "flag";
      readonly id: string;
      readonly flag: Flag;
      /** In its pennant on the sheet: flags are counted in their order. */
      readonly number: number;
      readonly review: Review | null;
    }
  | { readonly kind: "waiting"; readonly id: string; readonly review: Review };

export interface Concerns {
  readonly findings: readonly (Concern & { readonly kind: "finding" })[];
  readonly flags: readonly (Concern & { readonly kind: "flag" })[];
  /** Reviews that wait for their finding to return. */
  readonly waiting: readonly (Concern & { readonly kind: "waiting" })[];
  /** By the fingerprint, the flag's id, the review's id. */
  of(id: string | null): Concern | null;
}

/** Which statuses a list can be narrowed to. */
export type Status = ReviewStatus | "waiting";

export const statusOf = (concern: Concern): Status =>
  concern.kind === "waiting" ? "waiting" : (concern.review?.status ?? "open");

export const isDismissed = (concern: Concern): boolean => statusOf(concern) === "dismissed";

/** Its elements: what a review keeps so that its finding can be found again. */
export const elementsOf = (finding: Finding): readonly string[] => finding.per ?? finding.elements;

export function concernsOf(
  { findings, seq }: Pick<Analysis, "findings" | "seq">,
  { review: reviews, flag: flags }: Pick<State, "review" | "flag">,
): Concerns {
  const matched = matchReviews(
    findings,
    [...reviews.values()].filter(({ id }) => !flags.has(id)),
  );
  const found = findings.map((finding) => ({
    kind: "finding" as const,
    id: finding.fingerprint,
    finding,
    review: matched.get(finding.fingerprint) ?? null,
  }));
  const flagged = inOrder(flags.values()).map((flag, at) => ({
    kind: "flag" as const,
    id: flag.id,
    flag,
    number: at + 1,
    review: reviews.get(flag.id) ?? null,
  }));
  const taken = new Set([...matched.values()].map(({ id }) => id));
  // Before the first analysis nobody knows which findings there are.
  const left = seq < 0 ? [] : inOrder(reviews.values()).filter(({ id }) => !taken.has(id) && !flags.has(id));
  const waiting = left.map((review) => ({ kind: "waiting" as const, id: review.id, review }));
  const all = new Map<string, Concern>([...waiting, ...flagged, ...found].map((one) => [one.id, one]));
  return {
    findings: found,
    flags: flagged,
    waiting,
    of: (id) => (id === null ? null : (all.get(id) ?? null)),
  };
}

/** Least part of a review's elements that a finding must share with it. */
const SHARED = 0.5;

/** The review of each finding, by fingerprint; a review goes to one finding at most. */
export function matchReviews(
  findings: readonly Finding[],
  reviews: readonly Review[],
): ReadonlyMap<string, Review> {
  const byId = new Map(reviews.map((review) => [review.id, review]));
  const matched = new Map<string, Review>();
  for (const { fingerprint } of findings) {
    const own = byId.get(fingerprint);
    if (own !== undefined) matched.set(fingerprint, own);
  }
  if (matched.size === reviews.length) return matched; // as where there are none
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const lost = reviews.filter(({ id, elements }) => !known.has(id) && elements.length > 0);
  for (const finding of findings) {
    if (matched.has(finding.fingerprint)) continue;
    const own = new Set(elementsOf(finding));
    let [best, most]: [Review | null, number] = [null, SHARED];
    for (const review of lost) {
      if (review.detector !== finding.detector || [...matched.values()].includes(review)) continue;
      const share = review.elements.filter((id) => own.has(id)).length / review.elements.length;
      if (share >= most && (best === null || share > most)) [best, most] = [review, share];
    }
    if (best !== null) matched.set(finding.fingerprint, best);
  }
  return matched;
}

/** What was said of it, oldest first; also where a file held it inside the review. */
export function threadOf(concern: Concern, notes: Iterable<Note>): readonly Note[] {
  const on = new Set([concern.id, concern.review?.id]);
  return inOrder([...notes].filter((note) => note.on !== null && on.has(note.on)));
}

/** Names that were given before, for fields in which one is typed. */
export function ownersOf({ review, flag, note }: Pick<State, "review" | "flag" | "note">): readonly string[] {
  const names = [
    ...[...review.values()].map(({ owner }) => owner),
    ...[...flag.values()].map(({ by }) => by),
    ...[...note.values()].map(({ by }) => by),
  ];
  return [...new Set(names)].filter((name) => name.trim() !== "").sort((a, b) => a.localeCompare(b));
}
