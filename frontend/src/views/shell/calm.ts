/**
 * When the page may move by itself: no button of the pointer is down, nothing is dragged or typed on the sheet, and the last
 * click is longer ago than a double click takes. What unfolds before that would take the card from under the pointer.
 */
import type { Session } from "../../actions/session";

/** Longer than a double click takes. */
export const SETTLE_MS = 400;

let down = false;
let last = -Infinity;
/** Whether the last thing done was done with the pointer. */
let byPointer = false;

function onDown(): void {
  down = true;
  byPointer = true;
}
function onUp(): void {
  down = false;
  last = performance.now();
}
const onKey = (): void => void (byPointer = false);

/** Begins to watch the pointer; the result ends it. */
export function watchPointer(): () => void {
  const events: readonly (readonly [string, () => void])[] = [
    ["pointerdown", onDown],
    ["pointerup", onUp],
    ["pointercancel", onUp],
    ["keydown", onKey],
  ];
  for (const [name, heard] of events) document.addEventListener(name, heard, true);
  return () => {
    for (const [name, heard] of events) document.removeEventListener(name, heard, true);
  };
}

export const isCalm = ({ editing }: Session): boolean =>
  !down &&
  performance.now() - last >= SETTLE_MS &&
  editing.peek() === null &&
  document.querySelector(".sheet[data-gesture]") === null;

/** Calls `then` as soon as the page is calm, at the earliest after a double click's time; the result forgets it. */
export function whenCalm(session: Session, then: () => void): () => void {
  let timer = setTimeout(look, SETTLE_MS);
  function look(): void {
    if (isCalm(session)) then();
    else timer = setTimeout(look, SETTLE_MS / 4);
  }
  return () => clearTimeout(timer);
}

/**
 * Keeps the sheet's width while something unfolds beside it, so that every card stays under the pointer; what is selected
 * is brought into sight if it was covered. The sheet takes its new width when the pointer leaves it, or with the next key.
 */
export function holdSheet(): void {
  const canvas = document.querySelector<HTMLElement>(".canvas");
  const sheet = canvas?.closest<HTMLElement>(".app-sheet");
  if (canvas == null || sheet == null || !byPointer || !sheet.matches(":hover")) return;
  canvas.style.width = `${canvas.offsetWidth}px`;
  canvas.dataset.held = "";
  const letGo = (): void => {
    canvas.style.width = "";
    delete canvas.dataset.held;
    sheet.removeEventListener("pointerleave", letGo);
    document.removeEventListener("keydown", letGo, true);
    window.removeEventListener("resize", letGo);
  };
  sheet.addEventListener("pointerleave", letGo);
  document.addEventListener("keydown", letGo, true);
  window.addEventListener("resize", letGo);
  requestAnimationFrame(() => {
    canvas.querySelector(".card.selected")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}
