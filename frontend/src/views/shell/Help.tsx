/** The help sheet: every key of the editor by group, derived from actions and gestures. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { GROUPS } from "../../actions/action";
import type { Editor } from "../../actions/editor";
import { gestures, keyLabel } from "../../actions/keyboard";
import { actionsOf } from "../../actions/registry";
import { t } from "../../text";

export function Help({ editor }: { editor: Editor }): JSX.Element | null {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = editor.session.help.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const close = (): void => void (editor.session.help.value = false);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <header>
        <h2 id="help-title">{t("shell.help.title")}</h2>
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
      <div class="help-groups">
        <section>
          <h3>{t("shell.help.gestures")}</h3>
          <dl>
            {gestures.map(({ keys, label }) => (
              <Line key={label} label={t(label)} keys={keys} />
            ))}
          </dl>
        </section>
        {GROUPS.map((group) => {
          const known = actionsOf(group).filter(({ keys }) => Object.keys(keys).length > 0);
          if (known.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`actions.group.${group}`)}</h3>
              <dl>
                {known.map(({ id, label, keys }) => (
                  <Line key={id} label={t(label)} keys={Object.keys(keys)} />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </dialog>
  );
}

function Line({ label, keys }: { label: string; keys: readonly string[] }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{keyLabel(key)}</kbd>
        ))}
      </dd>
    </div>
  );
}
