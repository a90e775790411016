/** The text field in which a card or a header is typed in its place; under a card's, what its shorthand says. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { read } from "../../actions/shorthand";
import { type OnSheet, onCard } from "../../interactions/typing";
import { halfOf } from "../../model/sheet";
import { type Found, escapeTitle, parse } from "../../model/shorthand";
import { type Completing, complete, completing, factWords, matching } from "../../model/shorthand-complete";
import { fold } from "../../model/shorthand-words";
import { language } from "../../text";
import { Chips } from "../typing/Chips";
import { Legend } from "../typing/Legend";
import { Suggestions } from "../typing/Suggestions";
import { chipOf, phaseChips } from "../typing/chips";
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
  const id = useId();
  // The signal's own object tells this typing from a later one of the same card.
  const began = useRef(scene.editor.session.editing.value ?? editing);
  const { typing } = scene.interactions;
  const mine = began.current as OnSheet;
  const card = onCard(mine);
  const shorthand = card || mine.on === "lane";
  const [typed, setTyped] = useState(() => textOf(mine, value, shorthand));
  const [naming, setNaming] = useState<Completing | null>(null);
  const [active, setActive] = useState(-1);
  const [legend, setLegend] = useState(false);
  const asked = useRef(false); // the legend is open: what is typed waits

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    if ("more" in mine) element.setSelectionRange(element.value.length, element.value.length);
    else element.select();
    grow(element);
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  // A card that grows while one types, by a line or by what is understood, stays in sight.
  useLayoutEffect(() => {
    const host = field.current?.closest(".card");
    if (host == null) return;
    const grown = new ResizeObserver(() => host.scrollIntoView({ block: "nearest", inline: "nearest" }));
    grown.observe(host);
    return () => grown.disconnect();
  }, []);
  // Gone because the sheet was drawn anew: what was typed is kept.
  useEffect(() => {
    const element = field.current;
    return () => {
      if (element !== null) typing.left(mine, element.value);
    };
  }, []);

  const titles = naming === null ? [] : matching(titlesOf(scene, naming, typed), naming.typed);
  const look = (element: HTMLTextAreaElement): void => {
    grow(element);
    if (mine.on !== "step" && mine.on !== "new") scene.moved(); // cells tell of their own
    setTyped(element.value);
    caret(element);
  };
  const caret = (element: HTMLTextAreaElement): void => {
    const now = shorthand ? completing(element.value, element.selectionEnd) : null;
    if (now?.from !== naming?.from || now?.typed !== naming?.typed) {
      setNaming(now);
      setActive(-1);
    }
  };
  function take(title: string): void {
    const element = field.current;
    if (element === null || naming === null) return;
    const { text, caret } = complete(element.value, element.selectionEnd, naming, title);
    element.value = text;
    element.setSelectionRange(caret, caret);
    look(element);
  }
  function key(event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }): void {
    if (event.key === "F1" && shorthand) {
      event.preventDefault();
      event.stopPropagation();
      asked.current = true;
      setLegend(true);
      return;
    }
    if (titles.length > 0 && !event.isComposing && !event.altKey && suggestionKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    typing.key(mine, event, event.currentTarget.value);
  }
  /** Whether the list takes the key. */
  function suggestionKey(event: KeyboardEvent): boolean {
    const marked = titles[active] ?? (event.key === "Tab" && !event.shiftKey ? titles[0] : undefined);
    if (event.key === "ArrowDown") setActive((active + 1) % titles.length);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? titles.length - 1 : active - 1);
    else if (event.key === "Escape") setNaming(null);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && marked !== undefined)
      take(marked);
    else return false;
    return true;
  }

  const chips = shorthand
    ? chipsOf(scene, mine, typed)
    : mine.on === "moment"
      ? phaseChips(scene.editor.state.peek(), typed)
      : [];
  const shown = titles.length > 0 && field.current !== null;
  const said = chips.map(({ text }) => text).join("\n");
  useLayoutEffect(() => {
    if (mine.on === "step" || mine.on === "new")
      field.current?.dispatchEvent(new Event("grown", { bubbles: true })); // its cell must be measured anew
    else scene.moved();
  }, [typed.length === 0, said]);
  return (
    <>
      <textarea
        ref={field}
        class={`field ${name}`}
        rows={1}
        dir="auto"
        defaultValue={textOf(mine, value, shorthand)}
        aria-label={label}
        aria-autocomplete={shorthand ? "list" : undefined}
        aria-haspopup={shorthand ? "listbox" : undefined}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && active >= 0 ? `${id}-list-${active}` : undefined}
        aria-describedby={chips.length > 0 || card ? `${id}-chips` : undefined}
        placeholder={label}
        onInput={(event) => look(event.currentTarget)}
        onKeyDown={key}
        onKeyUp={(event) => caret(event.currentTarget)}
        onBlur={(event) => {
          if (!asked.current) typing.left(mine, event.currentTarget.value);
        }}
      />
      {(card || chips.length > 0) && <Chips id={`${id}-chips`} chips={chips} legend={shorthand} />}
      {shown && field.current !== null && (
        <Suggestions id={`${id}-list`} field={field.current} titles={titles} active={active} take={take} />
      )}
      {legend && (
        <Legend
          close={() => {
            setLegend(false);
            field.current?.focus();
            asked.current = false;
          }}
        />
      )}
    </>
  );
}

/** What stands in the field at first: the title, in which nothing is a token, or what began it. */
function textOf(mine: OnSheet, value: string, shorthand: boolean): string {
  if ("text" in mine) return mine.text;
  const title = shorthand ? escapeTitle(value) : value;
  return "more" in mine ? `${title} ` : title;
}

function chipsOf({ editor }: Scene, mine: OnSheet, text: string) {
  const state = editor.state.peek();
  const step = mine.on === "step" ? (state.step.get(mine.id) ?? null) : null;
  const lane = mine.on === "lane" ? mine.id : "lane" in mine ? mine.lane : (step?.lane ?? "");
  const half = halfOf(state.lane.get(lane)?.kind ?? "frontstage");
  const found: readonly Found[] =
    mine.on === "lane"
      ? parse(text).filter(({ token }) => token.kind === "actor")
      : read(state, { step, lane, linked: "linkFrom" in mine }, text).found;
  return found.map(({ token }) => chipOf(state, half, token));
}

/** What there is, and what the same text names. */
function titlesOf({ editor }: Scene, { type, from }: Completing, text: string): readonly string[] {
  if (type === "fact") return factWords(language());
  const known = [...editor.state.peek()[type].values()].map(({ title }) => title);
  const others = parse(text).filter((found) => from < found.from || from >= found.to); // not the one that is typed
  const here = others.flatMap(({ token }) => (token.kind === type && "name" in token ? [token.name] : []));
  return [...known, ...here.filter((name) => !known.some((title) => fold(title) === fold(name)))];
}

/** As high as its text. */
function grow(element: HTMLTextAreaElement): void {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight}px`;
}
