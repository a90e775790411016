/** A person's flag in the panel: its kind, what was seen, where; then all that is said of it. And the form of a new one. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import type { Flagging } from "../../actions/session";
import { areaDraw } from "../../actions/verbs/area-draw";
import { fieldSet } from "../../actions/verbs/field-set";
import { flagAdd } from "../../actions/verbs/flag-add";
import { flagRemove } from "../../actions/verbs/flag-remove";
import { t } from "../../text";
import { titleById } from "../findings/names";
import { Combobox } from "../panel/controls/Combobox";
import { TextField } from "../panel/controls/TextField";
import { goTo } from "../panel/goto";
import { decideByKey } from "./keys";
import { frictionKinds } from "./catalogue";
import { areaName, kindsOf } from "./flags";
import { ReviewView } from "./ReviewView";
import { typeOf } from "./pinned";

export function FlagView({
  editor,
  concern,
}: {
  editor: Editor;
  concern: Extract<Concern, { kind: "flag" }>;
}): JSX.Element {
  const { flag, id } = concern;
  const view = useRef<HTMLDivElement>(null);
  // The form that it was said in is gone, and the focus with it: it goes on beside what was said.
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return;
    view.current
      ?.closest(".panel")
      ?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      ?.focus();
  }, [id]);
  const set = (field: "kind" | "text", value: string): void =>
    void fieldSet.run(editor, { type: "flag", id, field, value });
  return (
    <div class="flag-view" key={id} ref={view} onKeyDown={decideByKey(editor, id)}>
      <KindField kind={flag.kind} place={`flag/${id}/kind`} set={(kind) => set("kind", kind)} />
      <TextField
        label={t("reviews.flag.text")}
        place={`flag/${id}/text`}
        placeholder={t("reviews.flag.text.hint")}
        value={flag.text}
        commit={(text) => set("text", text)}
        lines="many"
      />
      <Places editor={editor} flagging={flag} />
      <ReviewView editor={editor} concern={concern} />
      <button type="button" class="button small danger" onClick={() => flagRemove.run(editor, id)}>
        {t("reviews.flag.remove")}
      </button>
    </div>
  );
}

/** What is flagged here is one change, once it is said; until then it is only a form. */
export function FlagForm({ editor, flagging }: { editor: Editor; flagging: Flagging }): JSX.Element {
  const { session } = editor;
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState("");
  const [text, setText] = useState("");
  const [empty, setEmpty] = useState(false);
  // Before the next key: what is typed right away lands in it, not on the card.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const done = (): void => {
    if (kind === "" && text.trim() === "") {
      setEmpty(true);
      form.current?.querySelector("input")?.focus();
      return;
    }
    flagAdd.run(editor, { ...flagging, kind, text: text.trim() });
  };
  return (
    <form
      ref={form}
      class="flag-view flag-form"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          done();
        }
      }}
    >
      <KindField kind={kind} place="flag/new/kind" set={setKind} />
      <label class="form-field">
        <span class="field-label">{t("reviews.flag.text")}</span>
        <textarea
          class="field-input"
          rows={3}
          placeholder={t("reviews.flag.text.hint")}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setEmpty(false);
          }}
        />
      </label>
      {empty && (
        <p class="field-problem" role="alert">
          {t("reviews.flag.empty")}
        </p>
      )}
      <Places editor={editor} flagging={flagging} />
      <div class="note-do">
        <button type="button" class="button small" onClick={() => areaDraw.run(editor)}>
          {t("reviews.area.draw")}
        </button>
        <button type="button" class="button small" onClick={() => (session.flagging.value = null)}>
          {t("reviews.flag.cancel")}
        </button>
        <button type="submit" class="button small primary">
          {t("reviews.flag.do")}
        </button>
      </div>
    </form>
  );
}

/** A kind of the catalogue by its title, or a word of one's own. */
function KindField(props: { kind: string; place: string; set: (kind: string) => void }): JSX.Element {
  const { kind, place, set } = props;
  const known = kindsOf(frictionKinds());
  const own = kind !== "" && !known.some(({ id }) => id === kind) ? [{ id: kind, title: kind }] : [];
  return (
    <Combobox
      label={t("reviews.flag.kind")}
      place={place}
      placeholder={t("reviews.flag.kind.hint")}
      options={[...own, ...known]}
      value={kind === "" ? null : kind}
      pick={set}
      make={set}
      clear={() => set("")}
    />
  );
}

/** What it was raised on; each leads there. */
export function Places({ editor, flagging }: { editor: Editor; flagging: Flagging }): JSX.Element {
  const state = editor.state.value;
  const { on, area } = flagging;
  const there = on.filter((id) => titleById(state, id) !== null);
  return (
    <div class="places">
      <span class="field-label">{t("reviews.flag.on")}</span>
      <ul class="concerned">
        {there.map((id) => (
          <li key={id}>
            <button
              type="button"
              class="step-chip"
              onClick={() => goTo(editor, { type: typeOf(state, id) ?? "step", id })}
            >
              {titleById(state, id)}
            </button>
          </li>
        ))}
        {area !== null && (
          <li class="place-area">
            {t("reviews.area")}
            {"\u00a0· "}
            {areaName(state, area)}
          </li>
        )}
        {there.length === 0 && area === null && <li class="place-area">{t("reviews.flag.whole")}</li>}
      </ul>
    </div>
  );
}
