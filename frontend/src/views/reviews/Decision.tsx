/** What was decided of a finding or a flag: confirmed, dismissed with its reason, or left open. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { statusOf, type Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { reviewConfirm } from "../../actions/verbs/review-confirm";
import { reviewDismiss } from "../../actions/verbs/review-dismiss";
import { reviewOpen } from "../../actions/verbs/review-open";
import { t } from "../../text";
import { StatusMark } from "./signs";

export function Decision({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element {
  const { id, review } = concern;
  const status = review?.status ?? "open";
  const asked = editor.session.dismissing.value === id;
  const bar = useRef<HTMLDivElement>(null);
  const was = useRef(asked);
  useLayoutEffect(() => {
    if (was.current && !asked) bar.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    was.current = asked;
  }, [asked]);
  return (
    <div class="decision">
      <div class="decision-bar" ref={bar} role="group" aria-label={t("reviews.status")}>
        <Choice
          on={status === "open"}
          is="open"
          key_="O"
          label={t("reviews.open")}
          act={() => reviewOpen.run(editor, id)}
        />
        <Choice
          on={status === "confirmed"}
          is="confirmed"
          key_="C"
          label={t("reviews.confirm")}
          act={() => reviewConfirm.run(editor, id)}
        />
        <Choice
          on={status === "dismissed"}
          is="dismissed"
          key_="X"
          label={t("reviews.dismiss")}
          expanded={asked}
          act={() => reviewDismiss.run(editor, id)}
        />
      </div>
      {asked ? (
        <Reasons editor={editor} concern={concern} />
      ) : (
        statusOf(concern) === "dismissed" &&
        review !== null && (
          <p class="decision-reason">
            <span class="decision-why">{t("reviews.reason.known")}</span> {review.reason}{" "}
            <button type="button" class="text-button" onClick={() => reviewDismiss.run(editor, id)}>
              {t("reviews.reason.change")}
            </button>
          </p>
        )
      )}
    </div>
  );
}

/** The one that holds says what is so; the others say what they would do. */
function Choice(props: {
  on: boolean;
  is: "open" | "confirmed" | "dismissed";
  label: string;
  key_: string;
  expanded?: boolean;
  act: () => void;
}): JSX.Element {
  const { on, is, key_, expanded, act } = props;
  const label = on ? t(`reviews.is.${is}`) : props.label;
  return (
    <button
      type="button"
      class="decision-choice"
      aria-pressed={on}
      aria-expanded={expanded}
      aria-keyshortcuts={key_}
      title={`${label} (${key_})`}
      onClick={act}
    >
      {is !== "open" && <StatusMark status={is} />}
      {label}
    </button>
  );
}

/** Common reasons are one press; another one is typed. */
function Reasons({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element {
  const [own, setOwn] = useState(concern.review?.reason ?? "");
  const form = useRef<HTMLFormElement>(null);
  const dismiss = (reason: string): void => reviewDismiss.run(editor, concern.id, reason);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>("button")?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <form
      ref={form}
      class="reasons"
      aria-label={t("reviews.reason")}
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim() !== "") dismiss(own);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault();
        editor.session.dismissing.value = null;
      }}
    >
      <p class="reasons-asked">{t("reviews.reason")}</p>
      <div class="reasons-common">
        {(["1", "2", "3", "4", "5"] as const).map((n) => (
          <button key={n} type="button" class="reason" onClick={() => dismiss(t(`reviews.reason.${n}`))}>
            {t(`reviews.reason.${n}`)}
          </button>
        ))}
      </div>
      <div class="reasons-own">
        <input
          class="field-input"
          type="text"
          aria-label={t("reviews.reason.own")}
          placeholder={t("reviews.reason.own")}
          value={own}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
        <button type="submit" class="button small" disabled={own.trim() === ""}>
          {t("reviews.dismiss")}
        </button>
      </div>
      <button type="button" class="text-button" onClick={() => (editor.session.dismissing.value = null)}>
        {t("reviews.reason.cancel")}
      </button>
    </form>
  );
}
