/** A line of tools, separated by commas; the one that is being typed is completed from those that exist. */
import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { ListOption } from "../panel/controls/ListOption";
import { fold } from "../panel/controls/reading";

interface Props {
  readonly label: string;
  readonly text: string;
  readonly tools: readonly string[];
  /** Given a function that reads what stands there. */
  readonly keep: (read: () => string) => void;
}

const MOST = 8;

export function ToolsField({ label, text, tools, keep }: Props): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef(text);
  const [now, setNow] = useState(text);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  keep(() => typed.current);

  const from = now.lastIndexOf(",") + 1;
  const word = fold(now.slice(from));
  const found = open
    ? tools
        .filter(
          (tool) =>
            fold(tool).includes(word) &&
            !fold(now.slice(0, from))
              .split(/\s*,\s*/)
              .includes(fold(tool)),
        )
        .sort((a, b) => Number(fold(b).startsWith(word)) - Number(fold(a).startsWith(word)))
        .slice(0, MOST)
    : [];
  const shown = found.length > 0;

  const write = (value: string): void => {
    typed.current = value;
    setNow(value);
  };
  const take = (tool: string): void => {
    const head = now.slice(0, from);
    write(`${head}${head === "" ? "" : " "}${tool}, `);
    setActive(-1);
    input.current?.focus();
  };
  return (
    <div class="combobox">
      <input
        ref={input}
        class="cell-input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        value={now}
        onInput={({ currentTarget }) => {
          write(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open) setOpen(true);
            const count = Math.max(1, found.length);
            setActive((active + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
          } else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) {
            const tool = found[active];
            if (tool === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            take(tool);
          } else if (event.key === "Escape" && shown) {
            event.preventDefault();
            event.stopPropagation();
            setOpen(false);
            setActive(-1);
          }
        }}
      />
      <ul class="combobox-list" role="listbox" id={`${id}-list`} aria-label={label} hidden={!shown}>
        {found.map((tool, at) => (
          <ListOption key={tool} id={`${id}-${at}`} selected={at === active} take={() => take(tool)}>
            {tool}
          </ListOption>
        ))}
      </ul>
    </div>
  );
}
