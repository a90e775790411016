/** Whether everything is safe: a word in the top bar, a quiet banner where something is not. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Status } from "../../sync/sync";
import { t } from "../../text";

export function Saved({ editor }: { editor: Editor }): JSX.Element {
  const status = editor.status.value;
  return (
    <span class={`saved ${status.kind}`} data-status={status.kind}>
      {status.kind === "saved" && <Tick />}
      {said(status)}
    </span>
  );
}

/** Drawn: the letters of the page have none, and to look for one on the system takes long while the page opens. */
const Tick = (): JSX.Element => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3 8.500l3.500 3.500L13 4.500" />
  </svg>
);

function said(status: Status): string {
  switch (status.kind) {
    case "saved":
      return t("shell.saved");
    case "saving":
      return t("shell.saving");
    case "unsaved":
    case "offline":
      return status.count > 0 ? t("shell.unsaved", { n: status.count }) : t("shell.offline");
  }
}

/** Told as soon as the page knows that the server does not answer, until it answers again. */
export function SavedBanner({ editor }: { editor: Editor }): JSX.Element {
  const status = editor.status.value;
  const wrong = status.kind === "unsaved" || status.kind === "offline";
  return (
    <div class="banner" role="status" hidden={!wrong}>
      {wrong && (
        <p>{status.count > 0 ? t("shell.banner.unsaved", { n: status.count }) : t("shell.banner.offline")}</p>
      )}
    </div>
  );
}
