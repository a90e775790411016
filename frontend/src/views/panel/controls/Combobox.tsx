/** Finds one of many by typing, and makes it on the fly where it isn't there yet (ARIA 1.2 combobox with a listbox). */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../../text";
import { ListOption } from "./ListOption";
import { fitting, isGuess, parted, type Rank } from "./matching";
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
  | { readonly kind: "option"; readonly option: Option; readonly rank: Rank }
  | { readonly kind: "make"; readonly title: string };

/** How many are listed before more has to be typed, and how many of them a page of keys passes. */
const [SHOWN, PAGE] = [50, 8];

export function Combobox(props: ComboboxProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const chosen = props.options.find((option) => option.id === props.value);
  const text = typed ?? chosen?.title ?? "";
  const all = open ? found(props, typed) : [];
  const items =
    all.length > SHOWN + 1 ? [...all.slice(0, SHOWN), ...all.filter(({ kind }) => kind === "make")] : all;
  const more = all.length - items.length;
  const shown = open && items.length > 0;

  useEffect(() => {
    if (shown) box.current?.scrollIntoView({ block: "nearest" });
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
  /** Round the list by one; by a page, to its ends and no further. */
  const move = (by: number): void => {
    const count = open ? items.length : Math.min(found(props, typed).length, SHOWN);
    setOpen(true);
    const next = active < 0 && by < 0 ? count - 1 : active + by;
    const within = Math.abs(by) > 1 ? Math.max(0, Math.min(count - 1, next)) : (next + count) % count;
    setActive(count === 0 ? -1 : within);
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
          setActive(best(found(props, value), value));
        }}
        onClick={() => setOpen(true)}
        onBlur={accept}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          const step = STEPS[event.key];
          if (event.altKey && event.key === "ArrowUp") close();
          else if (step !== undefined && (open || Math.abs(step) === 1)) {
            event.preventDefault();
            move(step);
          } else if (event.key === "Enter") {
            event.preventDefault();
            accept();
          } else if (event.key === "Escape" && (open || typed !== null)) {
            event.stopPropagation();
            close();
          }
        }}
      />
      <div class="combobox-list" ref={box} hidden={!shown}>
        <ul role="listbox" id={`${id}-list`} ref={list} aria-label={props.label}>
          {items.map((item, at) => (
            <ListOption
              key={item.kind === "make" ? "+" : item.option.id}
              id={`${id}-${at}`}
              selected={at === active}
              take={() => take(item)}
            >
              {item.kind === "make" ? (
                <span class="combobox-make">{t("panel.combobox.make", { title: item.title })}</span>
              ) : (
                <Face option={item.option} typed={typed ?? ""} />
              )}
            </ListOption>
          ))}
        </ul>
        {more > 0 && <p class="combobox-more">{t("panel.combobox.more", { n: more })}</p>}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};

/** What fits best first, and the offer to make a new one, which never stands between. */
function found(props: ComboboxProps, typed: string | null): Item[] {
  const items: Item[] = fitting(props.options, typed ?? "").map((fit) => ({ kind: "option", ...fit }));
  const title = (typed ?? "").replace(/\s+/g, " ").trim();
  if (title !== "" && props.make && !props.options.some((option) => fold(option.title) === fold(title))) {
    items.push({ kind: "make", title });
  }
  return items;
}

/** What Enter takes: the best that fits; where that is a mere guess and a new one can be made, the new one. */
function best(items: readonly Item[], typed: string): number {
  if (typed.trim() === "" || items.length === 0) return -1;
  const [first] = items;
  const last = items.length - 1;
  return first?.kind === "option" && isGuess(first.rank) && items[last]?.kind === "make" ? last : 0;
}

function Face({ option, typed }: { option: Option; typed: string }): JSX.Element {
  const [before, middle, after] = parted(option.title, typed);
  return (
    <>
      {before}
      {middle !== "" && <mark class="combobox-typed">{middle}</mark>}
      {after}
      {option.detail !== undefined && <span class="combobox-detail"> {option.detail}</span>}
    </>
  );
}
