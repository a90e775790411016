/** One question at a time, large enough for the wall. Escape leaves. */
import type { JSX } from "preact";
import { useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Answer } from "../../actions/interview/answers";
import { hear, keepStanding, openIn, type Interview as Talk } from "../../actions/interview/interview";
import { sentenceOf } from "../../actions/interview/wording";
import {
  answerIt,
  goBack,
  leave as close,
  leaveUnknown,
  pass,
  redoAnswer,
  undoAnswer,
} from "../../actions/interview/moves";
import { t } from "../../text";
import { Asked, HEADING } from "./Asked";
import { Done } from "./Done";
import { commandOf, type Command } from "./keys";
import { Counts, Revealing } from "./Sharpened";
import { Staying } from "./Staying";
import { Cross } from "../controls/Cross";

export function Room({ editor }: { editor: Editor }): JSX.Element | null {
  const talk = editor.session.interview.value;
  return talk === null ? null : <Talking editor={editor} talk={talk} />;
}

function Talking({ editor, talk }: { editor: Editor; talk: Talk }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { session } = editor;
  const { current } = talk;
  const before = useRef(Math.max(0, ...session.notices.value.map(({ id }) => id)));
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useSignalEffect(() => keepStanding(editor));
  useSignalEffect(() => hear(editor));
  const key = current?.key ?? "";
  // With the question itself: a key between would go to the field that is no more, and be lost.
  useLayoutEffect(() => attend(dialog.current), [key]);

  const leave = (): void => dialog.current?.close();
  const answer = (given: Answer): void => void answerIt(editor, given);
  const obey = (command: Command): void => {
    if (command.do === "choose") answer({ kind: "choice", value: command.value });
    else if (command.do === "none") answer({ kind: "none" });
    else DO[command.do](editor);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOf(event, current);
    if (command === null) return;
    event.preventDefault();
    obey(command);
  };
  const question = current === null ? t("interview.said.done") : sentenceOf(editor.state.value, current);
  const left = openIn(editor, talk).length;
  const problem = session.notices.value.findLast(({ id, tone }) => tone === "error" && id > before.current);
  return (
    <dialog
      ref={dialog}
      class="interview"
      aria-labelledby="interview-name"
      onClose={() => close(editor)}
      onKeyDown={onKeyDown}
    >
      <header class="interview-head">
        <h2 id="interview-name">{t("interview.name")}</h2>
        <Staying editor={editor} interview={talk} />
        <Counts editor={editor} interview={talk} />
        <button
          type="button"
          class="icon-button interview-leave"
          aria-label={t("interview.close")}
          title={t("interview.close")}
          onClick={leave}
        >
          <Cross />
        </button>
      </header>
      <div class="interview-room" tabIndex={-1} role="group" aria-labelledby={HEADING}>
        {current === null ? (
          <Done editor={editor} interview={talk} leave={leave} />
        ) : (
          <Asked editor={editor} interview={talk} question={current} answer={answer} obey={obey} />
        )}
      </div>
      <footer class="interview-foot">
        <Revealing interview={talk} />
        <p class="interview-left">
          {[
            talk.answers > 0 ? t("interview.answers", { n: talk.answers }) : "",
            left > 0 ? t("interview.left", { n: left }) : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}
          {talk.answers > 0 && (
            <button type="button" class="text-button" onClick={() => obey({ do: "undo" })}>
              {t("interview.undo")}
            </button>
          )}
        </p>
        {problem !== undefined && (
          <p class="interview-problem" role="alert">
            {problem.text} {problem.detail}
          </p>
        )}
      </footer>
      <p class="visually-hidden" aria-live="polite">
        {t("interview.said.question", { question })}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {session.announcement.value}
      </p>
    </dialog>
  );
}

const DO: { readonly [D in Exclude<Command["do"], "choose" | "none">]: (editor: Editor) => void } = {
  pass,
  back: goBack,
  unknown: leaveUnknown,
  undo: undoAnswer,
  redo: redoAnswer,
};

/** The field where there is one; where fingers type, its keyboard would hide what can be tapped instead. */
function attend(dialog: HTMLElement | null): void {
  if (dialog === null) return;
  const room = dialog.querySelector<HTMLElement>(".interview-room");
  const field = matchMedia("(pointer: coarse)").matches
    ? null
    : room?.querySelector<HTMLElement>("[data-answer]");
  (field ?? room)?.focus();
  room?.scrollTo({ top: 0 });
}
