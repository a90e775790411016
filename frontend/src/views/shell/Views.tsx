/** Blueprint, mirror, table, compare: which way the one truth is read. Radios in a row; where it is narrow, a menu. */
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { showView, viewsOf } from "../../actions/look";
import { t } from "../../text";
import { ViewMenu } from "./ViewMenu";

export function Views({ editor }: { editor: Editor }): JSX.Element {
  const group = useRef<HTMLDivElement>(null);
  const views = viewsOf(editor);
  const now = editor.session.view.value;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = views[(views.indexOf(now) + by + views.length) % views.length];
    if (next === undefined) return;
    showView(editor, next);
    group.current?.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };
  return (
    <>
      <div
        class="segments views"
        ref={group}
        role="radiogroup"
        aria-label={t("views.name")}
        title={`${t("actions.view.next")} (${keyLabel("Alt+v")})`}
        onKeyDown={onKeyDown}
      >
        {views.map((view) => (
          <button
            key={view}
            type="button"
            role="radio"
            data-view={view}
            aria-checked={view === now}
            tabIndex={view === now ? 0 : -1}
            onClick={() => showView(editor, view)}
          >
            {t(`views.${view}`)}
          </button>
        ))}
      </div>
      <ViewMenu editor={editor} />
    </>
  );
}
