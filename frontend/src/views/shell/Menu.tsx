/** The menu of all that can be done now, by group, each with its keys: it derives from the actions. */
import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { GROUPS, type AnyAction } from "../../actions/action";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { isComplete } from "../../actions/offers";
import { actionsOf } from "../../actions/registry";
import { t } from "../../text";
import { menuKey } from "./menu-keys";

export function Menu({ editor }: { editor: Editor }): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ];

  useLayoutEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const close = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (list.current?.contains(target) === false && button.current?.contains(target) === false)
        setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (action: AnyAction): void => {
    close();
    void action.run(editor);
  };
  const onKeyDown = (event: KeyboardEvent): void => menuKey(event, items(), close);

  return (
    <div class="menu">
      <button
        type="button"
        ref={button}
        class="button icon"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t("shell.menu")}
        title={t("shell.menu")}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" />
        </svg>
      </button>
      <div
        class="menu-list"
        role="menu"
        id={id}
        aria-label={t("shell.menu")}
        ref={list}
        hidden={!open}
        onKeyDown={onKeyDown}
      >
        {open &&
          GROUPS.map((group) => {
            const offered = actionsOf(group).filter((action) => isComplete(action) && action.enabled(editor));
            if (offered.length === 0) return null;
            return (
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <p class="menu-group" id={`${id}-${group}`}>
                  {t(`actions.group.${group}`)}
                </p>
                {offered.map((action) => (
                  <button
                    key={action.id}
                    type="button"
                    role="menuitem"
                    tabIndex={-1}
                    class="menu-item"
                    onClick={() => choose(action)}
                  >
                    <span>{t(action.label)}</span>
                    <Keys action={action} />
                  </button>
                ))}
              </div>
            );
          })}
      </div>
    </div>
  );
}

function Keys({ action }: { action: AnyAction }): JSX.Element | null {
  const [key] = Object.keys(action.keys);
  return key === undefined ? null : <kbd>{keyLabel(key)}</kbd>;
}
