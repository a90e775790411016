/** One row of the list below a field: a press takes it, and leaves the focus in the field. */
import type { ComponentChildren, JSX } from "preact";

interface Props {
  readonly id: string;
  readonly selected: boolean;
  readonly take: () => void;
  readonly children: ComponentChildren;
}

export function ListOption({ id, selected, take, children }: Props): JSX.Element {
  return (
    <li
      id={id}
      role="option"
      class="combobox-option"
      aria-selected={selected}
      // The field keeps the focus, so that its leaving does not close the list before the click lands.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={take}
    >
      {children}
    </li>
  );
}
