/** The wall: fills the screen where the browser lets it, hides a pointer that rests, and ends with Escape. */
import { effect } from "@preact/signals-core";
import type { Session } from "../../actions/session";

/** Milliseconds without a move after which the pointer is hidden. */
const REST_MS = 2500;

/** Follows the session; the result ends it. */
export function followWall({ wall, editing }: Session): () => void {
  const page = document.documentElement;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let filled = false;

  function rest(): void {
    delete page.dataset.rests;
    clearTimeout(resting);
    resting = setTimeout(() => (page.dataset.rests = ""), REST_MS);
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Escape first ends what it would end anyway: typing, a dialog.
    if (event.key !== "Escape" || editing.peek() !== null || document.querySelector("dialog[open]") !== null)
      return;
    event.preventDefault();
    event.stopPropagation();
    wall.value = false;
  }
  function onFullscreen(): void {
    if (document.fullscreenElement !== null) filled = true;
    else if (filled) wall.value = false; // the browser took Escape for itself
  }
  const end = effect(() => {
    if (!wall.value) return;
    page.dataset.wall = "";
    filled = false;
    // Refused where the page may not, as in a frame: then the wall fills the window.
    (page.requestFullscreen as typeof page.requestFullscreen | undefined)?.call(page).catch(() => undefined);
    rest();
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("pointermove", rest);
    document.addEventListener("fullscreenchange", onFullscreen);
    return () => {
      delete page.dataset.wall;
      delete page.dataset.rests;
      clearTimeout(resting);
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("pointermove", rest);
      document.removeEventListener("fullscreenchange", onFullscreen);
      if (document.fullscreenElement != null) void document.exitFullscreen().catch(() => undefined);
    };
  });
  return end;
}
