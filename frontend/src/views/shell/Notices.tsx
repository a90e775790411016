/** What happened, where it went another way than expected: notices with their mend, and sentences for screen readers. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Notice } from "../../actions/session";
import { t } from "../../text";
import { Cross } from "../controls/Cross";

/** Milliseconds for which good news stays; what went wrong stays until it is dismissed. */
const STAY = 8000;

export function Notices({ editor }: { editor: Editor }): JSX.Element {
  const { session } = editor;
  const [errors, rest] = [
    session.notices.value.filter(isError),
    session.notices.value.filter((one) => !isError(one)),
  ];
  const show = (notices: readonly Notice[]): JSX.Element[] =>
    notices.map((notice) => (
      <Item key={notice.about ?? notice.id} notice={notice} dismiss={() => session.dismiss(notice.id)} />
    ));
  return (
    <>
      <div class="notices">
        <div role="alert">{show(errors)}</div>
        <div role="status">{show(rest)}</div>
      </div>
      <p class="visually-hidden" role="status" aria-live="polite" data-announcement>
        {session.announcement.value}
      </p>
    </>
  );
}

const isError = ({ tone }: Notice): boolean => tone === "error";

function Item({ notice, dismiss }: { notice: Notice; dismiss: () => void }): JSX.Element {
  const { tone, text, detail, link, act } = notice;
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tone !== "info") return;
    const timer = setInterval(() => {
      // Someone reading it, or on the way to its link, is not cut off.
      if (item.current?.matches(":hover, :focus-within") !== true) dismiss();
    }, STAY);
    return () => clearInterval(timer);
  }, [tone, notice.id]);
  return (
    <div class={`notice ${tone}`} ref={item}>
      <span class="notice-mark" aria-hidden="true">
        {{ info: "i", warning: "!", error: "!" }[tone]}
      </span>
      <div>
        <p>{text}</p>
        {detail !== undefined && detail !== "" && <p class="notice-detail">{detail}</p>}
      </div>
      {link !== undefined && (
        <a class="button small" href={link.href} download>
          {link.label}
        </a>
      )}
      {act !== undefined && (
        <button type="button" class="button small" onClick={act.run}>
          {act.label}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t("shell.dismiss")}
        title={t("shell.dismiss")}
        onClick={dismiss}
      >
        <Cross />
      </button>
    </div>
  );
}
