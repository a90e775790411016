/** A modal sheet over the page: title, a way out by button, Escape or a click beside it. It is there only while it is open. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../text";

interface DialogProps {
  readonly title: string;
  readonly class: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

export function Dialog(props: DialogProps): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class}`}
      aria-labelledby={id}
      onClose={props.close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t("shell.close")}
          title={t("shell.close")}
          onClick={() => dialog.current?.close()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      {props.children}
    </dialog>
  );
}
