/** Words what synchronising has to say that a person must know. */
import type { ChangeError } from "../model/apply";
import type { SyncEvent } from "../sync/sync";
import { list, t } from "../text";
import { within } from "./labels";
import type { Notice, Session } from "./session";

/** Why a change can't be made on this page. */
export const reasonText = ({ reason }: ChangeError): string => t(`actions.problem.${reason}`);

export function tellProblems(session: Session, event: SyncEvent): void {
  const notice = noticeOf(event);
  if (notice === null) return;
  session.notify(notice);
  session.announce(notice.text);
}

function noticeOf(event: SyncEvent): Omit<Notice, "id"> | null {
  switch (event.kind) {
    case "refused": {
      const { message, mend } = event.problem;
      const detail = [message, mend].filter((part) => part !== "").join(" ");
      return { tone: "error", text: t("actions.problem.refused", { label: within(event.label) }), detail };
    }
    case "dropped": {
      const detail = [...new Set(event.dropped.map((one) => one.reason))].join(" ");
      const n = event.dropped.length;
      return { tone: "warning", text: t("actions.problem.dropped", { label: event.label, n }), detail };
    }
    case "kept": {
      const names = [...new Set(event.kept.map((one) => one.by || t("actions.problem.someone")))];
      const text = t("actions.problem.kept", { n: event.kept.length, by: list(names) });
      return { tone: "warning", text, detail: event.label };
    }
    case "reloaded":
      return { tone: "warning", text: t("actions.problem.reloaded") };
    case "gone":
      return { tone: "error", text: t("actions.problem.gone"), detail: event.problem.message };
    case "outdated":
      return { tone: "error", text: t("actions.problem.outdated") };
    case "status":
    case "history":
    case "advanced":
      return null;
  }
}
