/** The bar at the top: which blueprint, whether it is safe, its target and views, undo and redo, flags, export, panel, language. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isDismissed } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { keyLabel } from "../../actions/keyboard";
import { exportOptions } from "../../actions/verbs/export-options";
import { exportSvg } from "../../actions/verbs/export-svg";
import { flagsToggle } from "../../actions/verbs/flags-toggle";
import { interviewOpen } from "../../actions/verbs/interview-open";
import { helpToggle } from "../../actions/verbs/help-toggle";
import { panelToggle } from "../../actions/verbs/panel-toggle";
import { redo } from "../../actions/verbs/redo";
import { undo } from "../../actions/verbs/undo";
import { BLUEPRINT } from "../../model/records";
import { isAwaited } from "../../sync/friction";
import { t } from "../../text";
import { goTo } from "../panel/goto";
import { Languages } from "./Languages";
import { lead } from "./lead";
import { Menu } from "./Menu";
import { Saved } from "./Saved";
import { Twins } from "./Twins";
import { Views } from "./Views";

export function TopBar({ editor }: { editor: Editor }): JSX.Element {
  const blueprint = editor.state.value.blueprint.get(BLUEPRINT);
  return (
    <header class="top-bar" data-region="bar" aria-label={t("shell.bar")}>
      <a class="brand" href={editor.config.urls["list"] ?? "/"} title={t("shell.list")}>
        <svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" stroke-width="2.2" />
          <path d="M10 1.5a8.5 8.5 0 0 0 0 17z" fill="currentColor" />
        </svg>
        <span class="brand-name">Rectoverso</span>
        <span class="visually-hidden"> {t("shell.list")}</span>
      </a>
      <h1 class="top-title">
        <button
          type="button"
          title={t("shell.title")}
          onClick={() => goTo(editor, { type: "blueprint", id: BLUEPRINT, field: "title" })}
        >
          {blueprint?.title}
        </button>
      </h1>
      <Saved editor={editor} />
      <Twins editor={editor} />
      <Views editor={editor} />
      <div class="top-end">
        <History editor={editor} />
        <FlagsButton editor={editor} />
        <Export editor={editor} />
        <button
          type="button"
          class="button primary interview-button"
          aria-disabled={!interviewOpen.enabled(editor)}
          title={withKey("interview.open", "Alt+i")}
          onClick={() => {
            if (interviewOpen.enabled(editor)) lead(editor, () => void interviewOpen.run(editor));
          }}
        >
          <svg class="narrow-only" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.500 3h11v7.500H8L4.500 13.500v-3h-2z" />
          </svg>
          <span class="narrow-hidden">{t("interview.name")}</span>
        </button>
        <button
          type="button"
          class="button icon"
          aria-pressed={editor.session.panel.value.open && editor.session.panel.value.waits !== true}
          aria-label={t("actions.panel")}
          title={withKey("actions.panel", "Alt+p")}
          onClick={() => panelToggle.run(editor)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 3h12v10H2zM10 3v10" />
          </svg>
        </button>
        <button
          type="button"
          class="button icon wide-only"
          aria-label={t("actions.help")}
          title={withKey("actions.help", "?")}
          onClick={() => helpToggle.run(editor)}
        >
          ?
        </button>
        <Menu editor={editor} />
        <Languages editor={editor} />
      </div>
    </header>
  );
}

const withKey = (label: Parameters<typeof t>[0], key: string): string => `${t(label)} (${keyLabel(key)})`;

function History({ editor }: { editor: Editor }): JSX.Element {
  const [back, forth] = [editor.undoable.value, editor.redoable.value];
  return (
    <div class="history" role="group" aria-label={t("actions.group.history")}>
      <button
        type="button"
        class="button icon"
        aria-disabled={back === null}
        aria-label={back === null ? t("shell.undo.none") : t("shell.undo", { label: back })}
        title={
          back === null ? t("shell.undo.none") : `${t("shell.undo", { label: back })} (${keyLabel("Mod+z")})`
        }
        onClick={() => undo.run(editor)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7" />
        </svg>
      </button>
      <button
        type="button"
        class="button icon"
        aria-disabled={forth === null}
        aria-label={forth === null ? t("shell.redo.none") : t("shell.redo", { label: forth })}
        title={
          forth === null
            ? t("shell.redo.none")
            : `${t("shell.redo", { label: forth })} (${keyLabel("Mod+Shift+z")})`
        }
        onClick={() => redo.run(editor)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3l3.500 3.500L10 10M13 6.500H6.500a3.500 3.500 0 0 0 0 7H9" />
        </svg>
      </button>
    </div>
  );
}

/** A diamond and "3 sur 19": how many findings have a flag on the sheet; pressed, all or those of the three pairs. */
function FlagsButton({ editor }: { editor: Editor }): JSX.Element {
  const { prices } = editor.findings.value;
  const awaited = isAwaited(editor.findings.value);
  const live = editor.concerns.value.findings.filter((one) => !isDismissed(one));
  const [n, all] = [editor.flagged.value.length, live.length];
  const few = editor.session.flags.value === "three" && prices !== null;
  return (
    <>
      <button
        type="button"
        id="findings-button"
        class={`button findings-button ${all > 0 ? "has-findings" : ""}`}
        aria-pressed={few}
        aria-disabled={prices === null}
        aria-label={
          awaited
            ? t("findings.awaited")
            : few
              ? t("shell.flags.few", { n, all })
              : t("shell.flags.all", { n: all })
        }
        title={withKey("actions.flags", "Shift+f")}
        onClick={() => {
          if (flagsToggle.enabled(editor)) flagsToggle.run(editor);
        }}
      >
        <span aria-hidden="true">
          <svg viewBox="0 0 16 16">
            <path d="M8 1l7 7-7 7-7-7z" />
          </svg>{" "}
          {awaited ? "…" : few ? t("shell.flags.of", { n, all }) : all}
        </span>
      </button>
      <span class="visually-hidden" role="status">
        {awaited ? "" : t("findings.count", { n: all })}
      </span>
    </>
  );
}

function Export({ editor }: { editor: Editor }): JSX.Element {
  const [busy, setBusy] = useState(false);
  return (
    <div class="export-pair">
      <button
        type="button"
        class="button export"
        aria-disabled={busy}
        title={`${t("actions.export.svg")} (${keyLabel("Mod+e")})`}
        onClick={() => {
          if (busy) return;
          setBusy(true);
          void exportSvg.run(editor).finally(() => setBusy(false));
        }}
      >
        {busy ? (
          <span class="spinner" aria-hidden="true" />
        ) : (
          <svg class="narrow-only" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2v8M4.500 7L8 10.500 11.500 7M3 13.500h10" />
          </svg>
        )}
        <span class="narrow-hidden">{t(busy ? "shell.exporting" : "shell.export")}</span>
      </button>
      <button
        type="button"
        class="button icon export-more"
        aria-haspopup="dialog"
        aria-label={t("reviews.export.options")}
        title={withKey("reviews.export.options", "Mod+Shift+e")}
        onClick={() => exportOptions.run(editor)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 6l4 4 4-4" />
        </svg>
      </button>
    </div>
  );
}
