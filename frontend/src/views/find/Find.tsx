/** Search in the sheet: a small bar that counts, goes from one to the next, and leads to the card when it closes. */
import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { t } from "../../text";
import { focusCard, goTo } from "../panel/goto";
import { createMarks, type Marks } from "./marks";
import { findIn, focusOf, type Found } from "./matches";
import { Cross } from "../controls/Cross";

/** What was searched for last on this page. */
let last = "";

export function Find({ editor }: { editor: Editor }): JSX.Element | null {
  const { find } = editor.session;
  return find.value === null ? null : <Bar editor={editor} asked={find.value} />;
}

function Bar({ editor, asked }: { editor: Editor; asked: number }): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<Marks | null>(null);
  const from = useRef<Element | null>(document.activeElement);
  const [query, setQuery] = useState(last);
  const [at, setAt] = useState(0);
  const [sheet, state] = [editor.sheet.value, editor.state.value];
  const found = useMemo(() => findIn(editor, query), [sheet, state, query]);
  const place = found.length === 0 ? -1 : Math.min(at, found.length - 1);
  const current = found[place] ?? null;

  // Before the next key: what is typed right away lands in it.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => {
    const made = (marks.current = createMarks());
    return () => made.clear();
  }, []);
  useEffect(() => {
    marks.current?.show(found, current, query);
  }, [found, current?.id, query]);
  useEffect(() => {
    if (current !== null) show(editor, current); // not after an edit: who made it is somewhere else
  }, [current?.id, query]);
  useLayoutEffect(() => {
    // F3 goes on from anywhere on the page, as in a text.
    const onKeyDown = (event: KeyboardEvent): void => {
      const next =
        event.key === "F3" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "g");
      if (!next || found.length === 0) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  const go = (by: 1 | -1): void => {
    if (found.length > 0) setAt((place + by + found.length) % found.length);
  };
  const close = (): void => {
    editor.session.find.value = null;
    if (current !== null) goTo(editor, { type: current.on, id: current.id });
    else if (from.current instanceof HTMLElement && from.current.matches("body *")) from.current.focus();
    else focusCard(null);
  };
  const said =
    query.trim() === ""
      ? ""
      : current === null
        ? t("find.none")
        : t("find.count", { at: place + 1, n: found.length });

  return (
    <div
      class="find"
      role="search"
      data-region="find"
      aria-label={t("find.name")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <label class="visually-hidden" for={id}>
        {t("find.open")}
      </label>
      <input
        id={id}
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={t("find.placeholder")}
        value={query}
        onInput={(event) => {
          last = event.currentTarget.value;
          setQuery(last);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="find-count" aria-hidden="true">
        {said}
      </span>
      <span class="visually-hidden" role="status">
        {current === null ? said : [said, current.title, current.part].filter((one) => one !== "").join(", ")}
      </span>
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          class="icon-button"
          aria-disabled={found.length === 0}
          aria-label={t(by < 0 ? "find.previous" : "find.next")}
          title={`${t(by < 0 ? "find.previous" : "find.next")} (${keyLabel(by < 0 ? "Shift+F3" : "F3")})`}
          onClick={() => go(by)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={by < 0 ? "M3.500 10.500L8 6l4.500 4.500" : "M3.500 5.500L8 10l4.500-4.500"} />
          </svg>
        </button>
      ))}
      <button
        type="button"
        class="icon-button"
        aria-label={t("find.close")}
        title={t("find.close")}
        onClick={close}
      >
        <Cross />
      </button>
      {current !== null && current.part !== "" && (
        <p class="find-part" aria-hidden="true">
          {t("find.within", { title: current.title, part: current.part })}
        </p>
      )}
    </div>
  );
}

/** Brings it into sight, selected, so that the panel is about it; the focus stays in the bar. */
function show(editor: Editor, found: Found): void {
  const { session, state } = editor;
  const focus = focusOf(editor, found);
  if (focus === null) return;
  session.select((found.on === "step" ? state.value.step.get(found.id) : null) ?? null);
  session.focus.value = focus;
}
