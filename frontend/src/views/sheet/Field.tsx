/** The text field in which a card or a header is typed in its place. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { OnSheet } from "../../interactions/typing";
import type { Scene } from "./scene";

interface Props {
  readonly scene: Scene;
  readonly editing: OnSheet;
  readonly value: string;
  readonly label: string;
  readonly class: string;
}

export function Field({ scene, editing, value, label, class: name }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // The signal's own object tells this typing from a later one of the same card.
  const began = useRef(scene.editor.session.editing.value ?? editing);
  const { typing } = scene.interactions;
  const mine = began.current as OnSheet;

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    element.select();
    grow(element);
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  // Gone because the sheet was drawn anew: what was typed is kept.
  useEffect(() => {
    const element = field.current;
    return () => {
      if (element !== null) typing.left(mine, element.value);
    };
  }, []);

  return (
    <textarea
      ref={field}
      class={`field ${name}`}
      rows={1}
      dir="auto"
      defaultValue={("text" in mine ? mine.text : undefined) ?? value}
      aria-label={label}
      placeholder={label}
      onInput={(event) => {
        grow(event.currentTarget);
        if (mine.on !== "step" && mine.on !== "new") scene.moved(); // cells tell of their own
      }}
      onKeyDown={(event) => typing.key(mine, event, event.currentTarget.value)}
      onBlur={(event) => typing.left(mine, event.currentTarget.value)}
    />
  );
}

/** As high as its text. */
function grow(element: HTMLTextAreaElement): void {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight}px`;
}
