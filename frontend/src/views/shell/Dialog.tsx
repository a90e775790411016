/** A modal sheet over the page: title, a way out by button, Escape or a click beside it. It is there only while it is open. */
import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../text";
import { Cross } from "../controls/Cross";

interface DialogProps {
  readonly title: string;
  readonly class: string;
  /** Without a heading of its own: the title is only heard, and the content offers the way out. */
  readonly plain?: boolean;
  readonly close: () => void;
  readonly children: ComponentChildren | ((close: () => void) => ComponentChildren);
}

export function Dialog(props: DialogProps): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current; // before the next key: what is typed right away lands in it
    opened?.showModal();
    // It goes with its element where nobody closed it: the browser must still give the focus back.
    return () => opened?.close();
  }, []);
  const shut = (): void => dialog.current?.close();
  const { children, plain = false } = props;
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class}`}
      aria-labelledby={plain ? undefined : id}
      aria-label={plain ? props.title : undefined}
      onClose={props.close}
      onKeyDown={(event) => {
        // A search field keeps Escape to itself in Safari.
        if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation(); // what lies below would take it too
        shut();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) shut();
      }}
    >
      {!plain && (
        <header>
          <h2 id={id}>{props.title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t("shell.close")}
            title={t("shell.close")}
            onClick={shut}
          >
            <Cross />
          </button>
        </header>
      )}
      {typeof children === "function" ? children(shut) : children}
    </dialog>
  );
}
