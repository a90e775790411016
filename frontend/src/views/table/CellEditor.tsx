/** What opens in a cell to type or choose: Enter keeps it and goes down, Tab goes along, Escape leaves all as it was. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { fieldSet } from "../../actions/verbs/field-set";
import { stepActor } from "../../actions/verbs/step-actor";
import { stepChannel } from "../../actions/verbs/step-channel";
import { stepPlace } from "../../actions/verbs/step-place";
import { usesWrite } from "../../actions/verbs/uses-write";
import { t } from "../../text";
import { readMinutes } from "../panel/controls/reading";
import { ActorField, ChannelField, laneActorHint } from "../panel/NameFields";
import { choices, emotions, orUnknown, type Words } from "../panel/words";
import { columnName, type Column } from "./columns";
import type { Move } from "./grid";
import { LinkList } from "./LinkList";
import type { Row } from "./rows";
import { ToolsField } from "./ToolsField";

interface Props {
  readonly editor: Editor;
  readonly row: Row;
  readonly column: Column;
  /** The sign that began it: it stands in place of what was there. */
  readonly began: string | null;
  readonly done: (move: Move) => void;
}

/** Keeps what stands there; false where it can't be read. */
type Keep = () => boolean;

export function CellEditor(props: Props): JSX.Element {
  const { done } = props;
  const root = useRef<HTMLDivElement>(null);
  const keep = useRef<Keep>(() => true);
  const over = useRef(false);
  const finish = (move: Move): void => {
    if (over.current || !keep.current()) return;
    over.current = true;
    done(move);
  };
  useLayoutEffect(() => {
    const control = root.current?.querySelector<HTMLElement>("input, select, textarea");
    control?.focus();
    if (control instanceof HTMLInputElement && props.began === null) control.select();
    root.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  return (
    <div
      class={`cell-editor as-${props.column.way.as}`}
      ref={root}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        const within = event.target instanceof Element ? event.target : null;
        const button = within?.closest("button") !== null;
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.preventDefault();
          event.stopPropagation();
          over.current = true;
          done("stay");
        } else if (event.key === "Enter" && !event.shiftKey && !button && props.column.way.as !== "links") {
          event.preventDefault();
          finish("down");
        } else if (event.key === "Tab" && props.column.way.as !== "links") {
          event.preventDefault();
          finish(event.shiftKey ? "left" : "right");
        } else if (event.key !== "Tab") event.stopPropagation(); // none of the grid's
      }}
      onFocusOut={(event) => {
        if (over.current || root.current?.contains(event.relatedTarget as Node | null) === true) return;
        if (event.relatedTarget === null && document.hasFocus() && document.activeElement !== document.body)
          return;
        if (!keep.current()) return;
        over.current = true;
        // Left for elsewhere: the focus stays where it went.
        setTimeout(() => done("stay" satisfies Move), 0);
      }}
    >
      <Control {...props} keep={(own) => (keep.current = own)} finish={finish} />
    </div>
  );
}

type ControlProps = Props & { readonly keep: (own: Keep) => void; readonly finish: (move: Move) => void };

function Control(props: ControlProps): JSX.Element | null {
  const { editor, row, column } = props;
  const { step } = row;
  const { way } = column;
  const label = t("table.edit", { column: columnName(column), title: step.title });
  switch (way.as) {
    case "title":
      return <TextInput {...props} label={label} value={step.title} field="title" />;
    case "text":
      return <TextInput {...props} label={label} value={step[way.field]} field={way.field} />;
    case "duration":
      return (
        <TextInput {...props} label={label} value={row.texts[column.id]} field={column.id as "work_min"} />
      );
    case "name": {
      const common = { editor, label, place: `table/${column.id}` };
      return way.type === "actor" ? (
        <ActorField
          {...common}
          value={step.actor}
          placeholder={laneActorHint(editor, row.lane.actor)}
          choose={(name) => stepActor.run(editor, step.id, name)}
        />
      ) : (
        <ChannelField
          {...common}
          value={step.channel}
          choose={(name) => stepChannel.run(editor, step.id, name)}
        />
      );
    }
    case "tools":
      return (
        <ToolsField
          label={label}
          text={props.began ?? row.texts.tools}
          tools={[...editor.state.value.tool.values()].map((tool) => tool.title)}
          keep={(read) =>
            props.keep(() => {
              if (read() !== row.texts.tools) usesWrite.run(editor, step.id, read());
              return true;
            })
          }
        />
      );
    case "links":
      return (
        <LinkList editor={editor} row={row} end={way.end} label={label} close={() => props.finish("stay")} />
      );
    case "word":
      return (
        <Choice
          {...props}
          label={label}
          choices={way.orUnknown ? orUnknown(way.set) : choices(way.set)}
          value={step[wordField(way.set)]}
          commit={(value) =>
            fieldSet.run(editor, { type: "step", id: step.id, field: wordField(way.set), value } as never)
          }
        />
      );
    case "emotion":
      return (
        <Choice
          {...props}
          label={label}
          choices={emotions(step.emotion)}
          value={step.emotion}
          commit={(value) =>
            fieldSet.run(editor, { type: "step", id: step.id, field: "emotion", value } as never)
          }
        />
      );
    case "place": {
      const { lanes, moments } = editor.sheet.value;
      const lane = column.id === "lane";
      return (
        <Choice
          {...props}
          label={label}
          choices={(lane ? lanes : moments).map(({ id, title }) => ({ value: id, label: title }))}
          value={lane ? step.lane : step.moment}
          commit={(value) => {
            const to = String(value);
            stepPlace.run(
              editor,
              [step.id],
              lane ? { lane: to, moment: step.moment } : { lane: step.lane, moment: to },
            );
          }}
        />
      );
    }
    default:
      return null;
  }
}

const FIELDS = {
  "step-kind": "kind",
  basis: "basis",
  decides: "decides",
  stakes: "stakes",
  recovery: "recovery",
} as const;
const wordField = (set: keyof Words): (typeof FIELDS)[keyof typeof FIELDS] =>
  FIELDS[set as keyof typeof FIELDS];

type Value = string | number | null;
type Choices = readonly { readonly value: Value; readonly label: string }[];

interface ChoiceProps extends ControlProps {
  readonly label: string;
  readonly choices: Choices;
  readonly value: Value;
  readonly commit: (value: Value) => unknown;
}

/** A list of the browser's own. What the pointer chooses counts at once; arrows may run through it until Enter. */
function Choice({ label, choices, value, commit, keep, finish, began }: ChoiceProps): JSX.Element {
  const [at, setAt] = useState(() => {
    const letter = began?.toLocaleLowerCase();
    const first =
      letter === undefined
        ? -1
        : choices.findIndex((one) => one.label.toLocaleLowerCase().startsWith(letter));
    return first >= 0 ? first : choices.findIndex((one) => one.value === value);
  });
  const byKeys = useRef(true);
  const chosen = useRef(at);
  keep(() => {
    const choice = choices[chosen.current];
    if (choice !== undefined && choice.value !== value) commit(choice.value);
    return true;
  });
  return (
    <select
      class="cell-input"
      aria-label={label}
      value={String(at)}
      onKeyDown={() => void (byKeys.current = true)}
      onPointerDown={() => void (byKeys.current = false)}
      onChange={({ currentTarget }) => {
        chosen.current = Number(currentTarget.value);
        setAt(chosen.current);
        if (!byKeys.current) finish("stay");
      }}
    >
      {choices.map((choice, i) => (
        <option key={i} value={String(i)}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface TextProps extends ControlProps {
  readonly label: string;
  readonly value: string;
  readonly field: "title" | "said" | "note" | "work_min" | "wait_min";
}

function TextInput({ editor, row, label, value, field, began, keep }: TextProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState(false);
  const typed = useRef(began ?? value);
  useLayoutEffect(() => {
    if (began !== null) input.current?.setSelectionRange(began.length, began.length);
  }, []);
  const minutes = field === "work_min" || field === "wait_min";
  keep(() => {
    const text = typed.current;
    if (text === value) return true;
    const read = minutes
      ? readMinutes(text)
      : field === "title"
        ? text.replace(/\s+/g, " ").trim() || undefined
        : text;
    if (read === undefined) {
      setProblem(true);
      editor.session.announce(t(minutes ? "panel.wrong.duration" : "panel.wrong.title"));
      return false;
    }
    fieldSet.run(editor, { type: "step", id: row.id, field, value: read } as never);
    return true;
  });
  return (
    <>
      <input
        ref={input}
        class="cell-input"
        type="text"
        dir="auto"
        autocomplete="off"
        aria-label={label}
        aria-invalid={problem}
        defaultValue={typed.current}
        onInput={({ currentTarget }) => {
          typed.current = currentTarget.value;
          if (problem) setProblem(false);
        }}
      />
      {problem && <p class="field-problem">{t(minutes ? "panel.wrong.duration" : "panel.wrong.title")}</p>}
    </>
  );
}
