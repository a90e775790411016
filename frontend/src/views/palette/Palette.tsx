/** The palette: a field over the page that finds every action and every place (ARIA combobox with a grouped listbox). */
import type { JSX } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { t } from "../../text";
import { Marked } from "../controls/Marked";
import { Dialog } from "../shell/Dialog";
import { lead } from "../shell/lead";
import { entriesFor, type Entry } from "./entries";
import { Cross } from "../controls/Cross";

export function Palette({ editor }: { editor: Editor }): JSX.Element | null {
  const { palette } = editor.session;
  if (!palette.value) return null;
  return (
    <Dialog title={t("palette.name")} class="palette" plain close={() => (palette.value = false)}>
      {(close) => <Search editor={editor} close={close} />}
    </Dialog>
  );
}

function Search({ editor, close }: { editor: Editor; close: () => void }): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  // What can be run is settled when it opens: the sheet behind it stands still meanwhile, the analysis need not.
  const groups = useMemo(() => entriesFor(editor, query), [query]);
  const entries = groups.flatMap((group) => group.entries);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    if (active === 0) list.current?.scrollTo({ top: 0 });
  }, [active, query]);

  const take = (entry: Entry | undefined): void => {
    if (entry?.run == null) return;
    close(); // first, so that the focus is back on the sheet when the action moves it
    lead(editor, entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const n = entries.length;
    const to = {
      ArrowDown: (active + 1) % n,
      ArrowUp: (active - 1 + n) % n,
      PageDown: Math.min(active + 8, n - 1),
      PageUp: Math.max(active - 8, 0),
    }[event.key];
    if (to !== undefined && n > 0) {
      event.preventDefault();
      setActive(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(entries[active]);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      close();
    }
  };

  let at = -1;
  return (
    <>
      <div class="palette-field">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9zM10.300 10.300L14 14" />
        </svg>
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          autofocus
          aria-label={t("palette.name")}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
          placeholder={t("palette.placeholder")}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" class="icon-button" aria-label={t("shell.close")} onClick={close}>
          <Cross />
        </button>
      </div>
      <div class="palette-list" role="listbox" id={`${id}-list`} aria-label={t("palette.name")} ref={list}>
        {groups.map(({ kind, entries: shown, more }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p class="palette-group" id={`${id}-${kind}`} role="presentation">
              {t(`palette.group.${kind}`)}
            </p>
            {shown.map((entry) => {
              const own = ++at;
              return (
                <Option
                  key={entry.id}
                  id={`${id}-${own}`}
                  entry={entry}
                  selected={own === active}
                  point={() => setActive(own)}
                  take={() => take(entry)}
                />
              );
            })}
            {more > 0 && (
              <p class="palette-more" role="presentation">
                {t("palette.more", { n: more })}
              </p>
            )}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p class="palette-none">{t("palette.none", { query: query.trim() })}</p>}
      <p class="palette-hint" aria-hidden="true">
        {t("palette.hint")}
      </p>
      <p class="visually-hidden" role="status">
        {query.trim() === "" ? "" : t("palette.count", { n: entries.length })}
      </p>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  readonly point: () => void;
  readonly take: () => void;
}

function Option({ id, entry, selected, point, take }: OptionProps): JSX.Element {
  const { title, ranges, detail, keys, run } = entry;
  return (
    <div
      id={id}
      role="option"
      class="palette-option"
      aria-selected={selected}
      aria-disabled={run === null}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={selected ? undefined : point}
      onClick={take}
    >
      <span class="palette-title">
        <Marked text={title} ranges={ranges} />
      </span>
      {detail !== undefined && <span class="palette-detail">{detail}</span>}
      {keys?.slice(0, 2).map((key) => (
        <kbd key={key}>{keyLabel(key)}</kbd>
      ))}
    </div>
  );
}
