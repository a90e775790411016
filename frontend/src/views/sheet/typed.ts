/** The field of what is being typed on the sheet: in its card, or at the end of its cell. */
import { h, render } from "preact";
import type { Editing } from "../../actions/session";
import type { LaneKind } from "../../model/records";
import { t } from "../../text";
import { TONES, element, titleOf } from "./card";
import type { CardView, CellView } from "./cells";
import { Field } from "./Field";
import { unfold } from "./resting";
import type { Scene } from "./scene";

export interface Typed {
  /** Shows the field where it belongs, if that is drawn; otherwise it comes with the next update of the cells. */
  show(editing: Editing | null): void;
  end(): void;
  /** Whether it stands in this element. */
  in(element: HTMLElement): boolean;
  /** Whether it stands in this cell itself, not in one of its cards. */
  fresh(cell: CellView): boolean;
  /** Its card went to another cell. */
  went(cell: CellView): void;
  /** Whether it has the keyboard. */
  focused(): boolean;
}

interface Shown {
  readonly host: HTMLElement;
  readonly end: () => void;
  cell: CellView | undefined;
}
interface Places {
  card(step: string): CardView | undefined;
  at(lane: string, moment: string): CellView | undefined;
  /** Of the lane, once the cell is filled. */
  kind(cell: CellView): LaneKind | null;
  /** What was typed is over: who has the keyboard now may be another. */
  ended(): void;
}

export function createTyped(scene: Scene, places: Places): Typed {
  let shown: Shown | null = null;
  let known: unknown = null;

  function show(editing: Editing | null): void {
    if (editing === known) return;
    end();
    if (editing?.on === "step") {
      const card = places.card(editing.id);
      if (card === undefined) return;
      known = editing;
      inCard(card, editing);
    } else if (editing?.on === "new") {
      const cell = places.at(editing.lane, editing.moment);
      const lane = cell === undefined ? null : places.kind(cell);
      if (cell === undefined || lane === null) return;
      known = editing;
      const host = element("div", `card card-${TONES[lane]} draft`);
      host.dataset.editing = "";
      cell.element.append(host);
      cell.element.dataset.typing = "";
      begin(cell, host, editing, editing.text, t("sheet.new"), () => {
        host.remove();
        delete cell.element.dataset.typing;
      });
    } else known = editing;
  }
  function inCard(card: CardView, editing: Editing & { on: "step" }): void {
    const { title, lane, moment } = card.face.step;
    const heading = titleOf(card.element);
    const host = element("div", "typing");
    heading.hidden = true;
    card.element.dataset.editing = "";
    card.element.insertBefore(host, heading.nextSibling);
    begin(places.at(lane, moment), host, editing, title, t("sheet.rename"), () => {
      host.remove();
      heading.hidden = false;
      delete card.element.dataset.editing;
    });
  }
  function begin(
    cell: CellView | undefined,
    host: HTMLElement,
    editing: Parameters<typeof Field>[0]["editing"],
    value: string,
    label: string,
    leave: () => void,
  ): void {
    const mine: Shown = {
      host,
      cell,
      end: () => {
        render(null, host);
        leave();
        grown();
      },
    };
    const grown = (): void => {
      if (mine.cell !== undefined) {
        mine.cell.dirty = true;
        unfold(mine.cell);
      }
      scene.touched();
    };
    shown = mine;
    host.addEventListener("input", grown);
    host.addEventListener("grown", grown);
    render(h(Field, { scene, editing, value, label, class: "card-title" }), host);
    grown();
  }
  function end(): void {
    known = null;
    const over = shown;
    if (over === null) return;
    shown = null;
    over.end();
    places.ended();
  }

  return {
    show,
    end,
    in: (place) => shown !== null && place.contains(shown.host),
    fresh: (cell) => shown?.cell === cell && shown.host.parentElement === cell.element,
    went(cell) {
      if (shown !== null) shown.cell = cell;
    },
    focused: () => shown?.host.contains(document.activeElement) === true,
  };
}
