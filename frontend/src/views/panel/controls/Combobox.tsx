/** Finds one of many by typing, and makes it on the fly where it isn't there yet (ARIA 1.2 combobox with a listbox). */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../../text";
import { fold } from "./reading";

export interface Option {
  readonly id: string;
  readonly title: string;
  /** Tells it from its like, in smaller letters. */
  readonly detail?: string;
}

export interface ComboboxProps {
  readonly label: string;
  readonly place: string;
  readonly options: readonly Option[];
  /** The chosen one; leave out where each choice is added to a list and the field empties itself. */
  readonly value?: string | null;
  readonly placeholder?: string | undefined;
  readonly quiet?: boolean;
  readonly className?: string;
  pick(id: string): unknown;
  /** Makes one with this title and picks it; without it only what exists can be chosen. */
  make?(title: string): unknown;
  /** What an emptied field means; without it the field falls back to what it held. */
  clear?(): void;
}

type Item =
  { readonly kind: "option"; readonly option: Option } | { readonly kind: "make"; readonly title: string };

export function Combobox(props: ComboboxProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const chosen = props.options.find((option) => option.id === props.value);
  const text = typed ?? chosen?.title ?? "";
  const items = open ? found(props, typed) : [];
  const shown = open && items.length > 0;

  useEffect(() => {
    if (shown) list.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const close = (): void => {
    setOpen(false);
    setActive(-1);
    setTyped(null);
  };
  const take = (item: Item): void => {
    close();
    if (item.kind === "make") props.make?.(item.title);
    else if (item.option.id !== props.value) props.pick(item.option.id);
  };
  /** What stands in the field becomes the choice: what is marked, else what was typed. */
  const accept = (): void => {
    const marked = items[active];
    if (marked !== undefined) take(marked);
    else if (typed !== null && typed.trim() === "" && chosen !== undefined) {
      close();
      props.clear?.();
    } else close();
  };
  const move = (by: 1 | -1): void => {
    const all = open ? items : found(props, typed);
    setOpen(true);
    setActive(
      all.length === 0 ? -1 : active < 0 && by < 0 ? all.length - 1 : (active + by + all.length) % all.length,
    );
  };

  return (
    <div class={`form-field combobox ${props.className ?? ""}`}>
      <label for={id} class={props.quiet === true ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      <input
        id={id}
        ref={input}
        class="field-input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        data-field={props.place}
        placeholder={props.placeholder}
        value={text}
        onInput={(event) => {
          const { value } = event.currentTarget;
          setTyped(value);
          setOpen(true);
          setActive(value.trim() === "" ? -1 : 0);
        }}
        onClick={() => setOpen(true)}
        onBlur={accept}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
          } else if (event.key === "Enter") {
            event.preventDefault();
            accept();
          } else if (event.key === "Escape" && (open || typed !== null)) {
            event.stopPropagation();
            close();
          }
        }}
      />
      <ul
        class="combobox-list"
        role="listbox"
        id={`${id}-list`}
        ref={list}
        aria-label={props.label}
        hidden={!shown}
      >
        {items.map((item, at) => (
          <li
            key={item.kind === "make" ? "+" : item.option.id}
            id={`${id}-${at}`}
            role="option"
            class="combobox-option"
            aria-selected={at === active}
            // The field keeps the focus, so that its leaving does not close the list before the click lands.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
          >
            {item.kind === "make" ? t("panel.combobox.make", { title: item.title }) : item.option.title}
            {item.kind === "option" && item.option.detail !== undefined && (
              <span class="combobox-detail"> {item.option.detail}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Those whose title holds what was typed, the ones that begin with it first, and the offer to make a new one. */
function found(props: ComboboxProps, typed: string | null): Item[] {
  const wanted = fold(typed ?? "");
  const rank = (option: Option): number => fold(option.title).indexOf(wanted);
  const items: Item[] = props.options
    .filter((option) => rank(option) >= 0)
    .sort((a, b) => (wanted === "" ? 0 : Math.sign(rank(a)) - Math.sign(rank(b))))
    .map((option) => ({ kind: "option", option }));
  const title = (typed ?? "").replace(/\s+/g, " ").trim();
  if (title !== "" && props.make && !props.options.some((option) => fold(option.title) === fold(title))) {
    items.push({ kind: "make", title });
  }
  return items;
}
