/** The line of a link that is being made, from its card to the pointer or to the card that is aimed at. */
import type { Gesture, Point } from "../../interactions/gesture";
import type { Card } from "./routing";

const SVG = "http://www.w3.org/2000/svg";

export function drawPreview(
  svg: SVGSVGElement,
  gesture: Gesture,
  cardOf: (id: string) => Card | undefined,
  toSheet: (x: number, y: number) => Point,
): void {
  const drawn = svg.querySelector<SVGPathElement>(".preview");
  const source = gesture.kind === "link" ? cardOf(gesture.source) : undefined;
  if (gesture.kind !== "link" || source === undefined) {
    drawn?.remove();
    return;
  }
  const target = gesture.target === null ? undefined : cardOf(gesture.target);
  const aim = gesture.pointer === null ? undefined : toSheet(gesture.pointer.x, gesture.pointer.y);
  const from =
    target === undefined || target === source
      ? sideOf(source, aim ?? middle(source))
      : sideOf(source, middle(target));
  const to = target !== undefined && target !== source ? sideOf(target, middle(source)) : (aim ?? from);
  const path = drawn ?? svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("class", target === undefined || target === source ? "preview" : "preview aimed");
  path.setAttribute("d", `M${from.x} ${from.y}L${to.x} ${to.y}`);
}

const middle = ({ x, y, w, h }: Card): Point => ({ x: x + w / 2, y: y + h / 2 });

/** Where the straight line from a card's middle to a point leaves the card. */
function sideOf(card: Card, toward: Point): Point {
  const { x, y } = middle(card);
  const [dx, dy] = [toward.x - x, toward.y - y];
  if (dx === 0 && dy === 0) return { x: card.x + card.w, y };
  const by = Math.min(card.w / 2 / Math.abs(dx), card.h / 2 / Math.abs(dy));
  return { x: x + dx * by, y: y + dy * by };
}
