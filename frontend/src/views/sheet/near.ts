/** The card under the pointer, else the one that the keyboard is on: its links stand out, and one can be drawn from it. */
import { computed, effect, untracked } from "@preact/signals-core";
import { hitAt } from "../../interactions/hit";
import type { LinkLayer } from "../links/layer";
import type { Scene } from "./scene";

/** Beside them the chosen link and the lit path stand out. The result ends it. */
export function followNear(scene: Scene, root: HTMLElement, layer: LinkLayer): () => void {
  const { editor, interactions } = scene;
  const { session } = editor;
  const links = computed(() => editor.state.value.link); // most edits leave them as they are
  let under: string | null = null;

  function showLinks(): void {
    const link = links.value;
    const focus = session.focus.value;
    const focused = focus?.on === "cell" ? focus.step : null;
    const of = under ?? focused;
    const near = new Set<string>();
    link.forEach((one) => {
      if (of !== null && (one.source === of || one.target === of)) near.add(one.id);
    });
    layer.show(
      {
        selected: session.selectedLink.value,
        lit: scene.lit.value?.links ?? null,
        near,
      },
      link,
    );
  }
  function attend(): void {
    if (interactions.gesture.peek().kind !== "idle") return;
    const focus = session.focus.peek();
    scene.cells.attend(under ?? (focus?.on === "cell" ? focus.step : null));
  }
  function hover(event: PointerEvent): void {
    const hit = hitAt(event);
    const step = "step" in hit ? hit.step : null;
    if (step === under) return;
    under = step;
    attend();
    untracked(showLinks);
  }

  const ends = [effect(showLinks), interactions.gesture.subscribe(attend), session.focus.subscribe(attend)];
  root.addEventListener("pointerover", hover);
  return () => {
    root.removeEventListener("pointerover", hover);
    for (const end of ends) end();
  };
}
