/** What an export holds and how it is drawn: a few choices, kept in this browser for the next time. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { recallExport, rememberExport, type ExportChoice } from "../../actions/exporting";
import { keyLabel } from "../../actions/keyboard";
import { exportSvg } from "../../actions/verbs/export-svg";
import { t } from "../../text";
import { Dialog } from "../shell/Dialog";

const TICKS = ["decisions", "complete", "outlines"] as const;

export function Exporting({ editor }: { editor: Editor }): JSX.Element | null {
  return editor.session.exporting.value ? <Choosing editor={editor} /> : null;
}

function Choosing({ editor }: { editor: Editor }): JSX.Element {
  const [choice, setChoice] = useState<ExportChoice>(recallExport);
  const change = (now: Partial<ExportChoice>): void => {
    const next = { ...choice, ...now };
    setChoice(next);
    rememberExport(next);
  };
  const close = (): void => void (editor.session.exporting.value = false);
  return (
    <Dialog title={t("reviews.export.title")} class="exporting" close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void exportSvg.run(editor);
        }}
      >
        {TICKS.map((tick) => (
          <label key={tick} class="export-choice">
            <input
              type="checkbox"
              checked={choice[tick]}
              onChange={(event) => change({ [tick]: event.currentTarget.checked })}
            />
            <span>
              <b>{t(`reviews.export.${tick}`)}</b>
              <span class="hint">{t(`reviews.export.${tick}.hint`)}</span>
            </span>
          </label>
        ))}
        <label class="export-language">
          <b>{t("reviews.export.language")}</b>
          <select
            class="field-input"
            value={choice.language ?? ""}
            onChange={({ currentTarget: { value } }) =>
              change({ language: value === "fr" || value === "en" ? value : null })
            }
          >
            <option value="">{t("reviews.export.language.own")}</option>
            <option value="fr">{t("reviews.export.language.fr")}</option>
            <option value="en">{t("reviews.export.language.en")}</option>
          </select>
        </label>
        <p class="hint">{t("reviews.export.hint", { key: keyLabel("Mod+e") })}</p>
        <button type="submit" class="button primary">
          {t("reviews.export.do")}
        </button>
      </form>
    </Dialog>
  );
}
