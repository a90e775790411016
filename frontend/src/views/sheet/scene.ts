/** What the parts of the sheet share: the editor, its interactions, and how cards and cells look at the moment. */
import { type ReadonlySignal, type Signal, computed, signal } from "@preact/signals-core";
import type { Editor } from "../../actions/editor";
import { type Interactions, createInteractions } from "../../interactions/machine";
import { type Shape, sameShape } from "../../model/sheet";
import type { Plan } from "../links/plan";
import { type Path, pathOf, wayTo } from "../links/lit";
import { flagPath } from "../reviews/flag-path";
import { type Attended, createAttended } from "./attended";
import { type Cells, createCells } from "./cells";
import { type Parts, createParts } from "./parts";
import { isLarge } from "./resting";

/** In pixels: no column is narrower. */
const NARROWEST = 96;

export interface Scene {
  readonly editor: Editor;
  readonly interactions: Interactions;
  readonly parts: ReadonlySignal<Parts>;
  /** Stays the same while only steps are edited: what shows rows and columns is then not drawn again. */
  readonly shape: ReadonlySignal<Shape>;
  /** Path of the finding, or of the people's flag, that is lit. */
  readonly lit: ReadonlySignal<Path | null>;
  /** Size on screen, also where the sheet is fitted. */
  readonly scale: Signal<number>;
  /** Middles of the moments, from the labels' right edge: empty before the first measure. */
  readonly centres: Signal<readonly number[]>;
  /** So many moments have whole heads: while a large sheet is opened those beyond the first screen have their titles alone. */
  readonly heads: Signal<number>;
  /** Where everything stands, since the last measure. */
  readonly plan: Signal<Plan>;
  /** Classes of a card. What a gesture does to it is marked beside them: see marks.ts. */
  look(step: string, tone: string): string;
  readonly cells: Cells;
  readonly attended: Attended;
  /** Anything may have changed its place: measure before the next frame. */
  moved(): void;
  /** Cells that are marked as dirty may have: measure those. */
  touched(): void;
  /** Elements came or went: put the focus where it belongs. */
  settle(): void;
}

export function createScene(
  editor: Editor,
  root: HTMLElement,
  { moved, touched, settle }: Pick<Scene, "moved" | "touched" | "settle">,
): Scene {
  const scale = signal(1);
  const interactions = createInteractions(editor, root, () => scale.value);
  const { session } = editor;
  const lit = computed(() => {
    if (session.lit.value === null) return null;
    const { findings, prices } = editor.findings.value;
    const finding = findings.find((one) => one.fingerprint === session.lit.value);
    if (finding === undefined) {
      const concern = editor.concerns.value.of(session.lit.value);
      return concern?.kind === "flag" ? flagPath(editor.state.value, editor.sheet.value, concern.flag) : null;
    }
    const { link } = editor.state.value;
    const pair = prices?.pairs.find((one) => one.finding === finding.fingerprint);
    const touched = finding.moments_of_truth[0] ?? finding.touches[0] ?? null;
    const way = pair?.path ?? wayTo(pair?.irritant ?? touched, finding.steps, link);
    return pathOf(finding.steps, finding.elements, link, way);
  });
  let shape: Shape = editor.sheet.peek();
  const scene: Omit<Scene, "cells"> & { cells?: Cells } = {
    editor,
    interactions,
    parts: createParts(editor),
    shape: computed(() => {
      const sheet = editor.sheet.value;
      return sameShape(shape, sheet) ? shape : (shape = sheet);
    }),
    lit,
    scale,
    centres: signal<readonly number[]>([]),
    attended: createAttended(),
    heads: signal(isLarge(editor.state.peek()) ? window.innerWidth / NARROWEST : Infinity),
    plan: signal<Plan>({ cards: [], columns: [], rows: [] }),
    moved,
    touched,
    settle,
    look(step, tone) {
      let look = `card card-${tone}`;
      if (session.selection.value.has(step)) look += " selected";
      const path = lit.value;
      if (path !== null) look += path.steps.has(step) ? " lit" : " dim";
      if (session.folded.value.has(step)) look += " folded";
      return look;
    },
  };
  return Object.assign(scene, { cells: createCells(scene as Scene) });
}

/** Calls `then` when the signal changes; not for what it holds already. The result ends it. */
export function onChange(of: ReadonlySignal<unknown>, then: () => void): () => void {
  let known = false;
  return of.subscribe(() => {
    if (known) then();
    known = true;
  });
}
