/** The names that complete what is being typed: a list under the field, over everything else. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../text";

interface Props {
  readonly id: string;
  readonly field: HTMLElement;
  readonly titles: readonly string[];
  readonly active: number;
  readonly take: (title: string) => void;
}

export function Suggestions({ id, field, titles, active, take }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    // In the top layer no cell can cut it; jsdom has none.
    if ("showPopover" in element && !element.matches(":popover-open")) element.showPopover();
    const box = field.getBoundingClientRect();
    const below = box.bottom + 4;
    const above = box.top - element.offsetHeight - 4;
    element.style.left = `${Math.max(4, Math.min(box.left, innerWidth - element.offsetWidth - 4))}px`;
    element.style.top = `${below + element.offsetHeight > innerHeight && above > 0 ? above : below}px`;
  });
  return (
    <ul
      ref={list}
      id={id}
      class="typing-suggestions"
      role="listbox"
      popover="manual"
      aria-label={t("typing.suggestions")}
    >
      {titles.map((title, i) => (
        <li
          key={title}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          dir="auto"
          onMouseDown={(event) => {
            event.preventDefault(); // the field keeps the focus
            take(title);
          }}
        >
          {title}
        </li>
      ))}
    </ul>
  );
}
