/** What phase, moment and lane headers have in common: their looks, typing in place, and buttons under the pointer. */
import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Header } from "../../actions/session";
import { headerRemove } from "../../actions/verbs/header-remove";
import { t } from "../../text";
import type { Scene } from "./scene";

export function useHeader(
  scene: Scene,
  on: Header,
  id: string,
  name: string,
): { look: ReadonlySignal<string>; editing: ReadonlySignal<boolean> } {
  const { session, sheet } = scene.editor;
  const editing = useComputed(() => {
    const { value } = session.editing;
    return value !== null && value.on === on && "id" in value && value.id === id;
  });
  const look = useComputed(() => {
    const now = scene.interactions.gesture.value;
    if (now.kind !== "header" || now.on !== on) return name;
    if (now.id === id) return `${name} dragged`;
    const over = now.over;
    if (over === null || over.before === now.id) return name;
    if (over.before === id) return `${name} drop-before`;
    if (over.before !== null) return name;
    // Last: behind the last of all, of its phase or of its kind.
    const { phases, lanes } = sheet.value;
    const siblings =
      over.on === "phase"
        ? phases.map((span) => span.phase.id)
        : over.on === "moment"
          ? (phases.find((span) => span.phase.id === over.phase)?.moments ?? []).map((moment) => moment.id)
          : lanes.filter((lane) => lane.kind === over.kind).map((lane) => lane.id);
    return siblings.filter((one) => one !== now.id).at(-1) === id ? `${name} drop-after` : name;
  });
  return { look, editing };
}

interface Props {
  readonly scene: Scene;
  readonly on: Header;
  readonly id: string;
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  /** One button more, before the others. */
  readonly more?: ComponentChildren;
}

/** Where the pointer or the keyboard is; what is folded keeps its own, it is unfolded there. */
export function Tools(props: Props) {
  const { id, scene } = props;
  const { under, focused } = scene.attended;
  const { folded } = scene.editor.session;
  const shown = useComputed(() => under.value === id || focused.value === id || folded.value.has(id));
  return shown.value ? <Buttons {...props} /> : null;
}

/**
 * In pixels: so wide a phase has room for name and buttons side by side, as in `head.css`. Another has one that opens them:
 * below it they would lie over the name of a moment.
 */
const WIDE = 300;

function Buttons({ scene, on, id, title, add, onAdd, more }: Props) {
  const [open, setOpen] = useState(false);
  const remove = t("sheet.remove", { title });
  const every = t("sheet.tools", { title });
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    current?.toggleAttribute("data-beside", (current.parentElement?.clientWidth ?? 0) >= WIDE);
  }); // each time: unfolded, a phase is wide
  return (
    <span class="tools" ref={place}>
      {on === "phase" && (
        <button
          type="button"
          class="tool-button tool-more"
          tabIndex={-1}
          title={every}
          aria-label={every}
          aria-expanded={open}
          onMouseDown={(event) => event.preventDefault()} // keeps no focus: what it opens goes with the pointer
          onClick={() => setOpen(!open)}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M5 1h.01M5 5h.01M5 9h.01" />
          </svg>
        </button>
      )}
      <span class="tool-strip">
        {more}
        <button
          type="button"
          class="tool-button"
          tabIndex={-1}
          title={remove}
          aria-label={remove}
          onClick={() => headerRemove.run(scene.editor, { on, id })}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M2 2l6 6M8 2l-6 6" />
          </svg>
        </button>
        <button type="button" class="tool-button" tabIndex={-1} title={add} aria-label={add} onClick={onAdd}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M5 1v8M1 5h8" />
          </svg>
        </button>
      </span>
    </span>
  );
}
