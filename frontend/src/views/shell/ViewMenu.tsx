/** The menu "View": the views, how dense the sheet is, what its cards say, what is folded, and the wall. */
import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Action } from "../../actions/action";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { CARD_PARTS, changeLook, denser, showView, viewsOf } from "../../actions/look";
import { cardsTitles } from "../../actions/verbs/cards-titles";
import { foldNone } from "../../actions/verbs/fold-none";
import { foldSteps } from "../../actions/verbs/fold-steps";
import { wallToggle } from "../../actions/verbs/wall-toggle";
import { t } from "../../text";
import { menuKey } from "./menu-keys";

interface Item {
  readonly label: string;
  readonly role: "menuitemradio" | "menuitemcheckbox" | "menuitem";
  readonly checked?: boolean;
  readonly key?: string;
  /** Stays open: one sets several of its kind. */
  readonly stays?: boolean;
  run(): void;
}
interface Group {
  readonly label: string;
  readonly class?: string;
  readonly items: readonly Item[];
}

export function ViewMenu({ editor }: { editor: Editor }): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
  ];
  const close = (): void => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };

  useLayoutEffect(() => {
    if (!open) return;
    items()
      .find((item) => item.checkVisibility())
      ?.focus();
    const leave = (event: PointerEvent): void => {
      if (root.current?.contains(event.target as Node) === false) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void =>
    menuKey(
      event,
      items().filter((item) => item.checkVisibility()),
      close,
    );
  const view = editor.session.view.value;
  return (
    <div class="view-menu" ref={root}>
      <button
        type="button"
        class="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span class="view-menu-name">{t("views.menu")}</span>
        <span class="view-menu-view" aria-hidden="true">
          {t(`views.${view}`)}
        </span>
        <svg class="caret" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M2 3.500l3 3 3-3" />
        </svg>
      </button>
      <div
        class="menu-list"
        role="menu"
        id={id}
        aria-label={t("views.menu")}
        hidden={!open}
        onKeyDown={onKeyDown}
      >
        {open &&
          groupsOf(editor).map((group, at) => (
            <div key={group.label} class={group.class} role="group" aria-labelledby={`${id}-${at}`}>
              <p class="menu-group" id={`${id}-${at}`}>
                {group.label}
              </p>
              {group.items.map((item) => (
                <button
                  key={item.label}
                  type="button"
                  role={item.role}
                  aria-checked={item.checked}
                  tabIndex={-1}
                  class="menu-item"
                  onClick={() => {
                    if (item.stays !== true) close();
                    item.run();
                  }}
                >
                  <span class="menu-check" aria-hidden="true">
                    {item.checked === true ? (item.role === "menuitemradio" ? "●" : "✓") : ""}
                  </span>
                  <span class="menu-words">{item.label}</span>
                  {item.key !== undefined && <kbd>{keyLabel(item.key)}</kbd>}
                </button>
              ))}
            </div>
          ))}
      </div>
    </div>
  );
}

function offer(editor: Editor, action: Action): Item {
  const [key] = Object.keys(action.keys);
  return {
    label: t(action.label),
    role: "menuitem",
    ...(key === undefined ? {} : { key }),
    run: () => action.run(editor),
  };
}

function groupsOf(editor: Editor): readonly Group[] {
  const { session } = editor;
  const look = session.look.value;
  const now = session.view.value;
  return [
    {
      label: t("views.name"),
      class: "view-menu-views",
      items: viewsOf(editor).map((view) => ({
        label: t(`views.${view}`),
        role: "menuitemradio",
        checked: view === now,
        run: () => showView(editor, view),
      })),
    },
    {
      label: t("views.density"),
      items: (["comfortable", "compact"] as const).map((density) => ({
        label: t(`views.density.${density}`),
        role: "menuitemradio",
        checked: look.density === density,
        stays: true,
        run: () => changeLook(editor, denser(density)),
      })),
    },
    {
      label: t("views.cards"),
      items: CARD_PARTS.map((part) => ({
        label: t(`views.cards.${part}`),
        role: "menuitemcheckbox",
        checked: look[part],
        stays: true,
        run: () => changeLook(editor, { [part]: !look[part] }),
      })),
    },
    {
      label: t("views.folding"),
      items: [cardsTitles, foldSteps, foldNone]
        .filter((action) => action.enabled(editor))
        .map((action) => offer(editor, action)),
    },
    { label: t("views.room"), items: [offer(editor, wallToggle)] },
  ];
}
