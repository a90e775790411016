/** Makes the SVG of the sheet once everything is saved, and gives it to the person as a download. */
import { exportFile, type ExportOptions } from "../../sync/exports";
import { Refusal } from "../../sync/api";
import { t } from "../../text";
import type { Action } from "../action";
import { exportOptionsOf, recallExport } from "../exporting";
import { download } from "../platform";

export const exportSvg: Action<[options?: Omit<ExportOptions, "format">], Promise<void>> = {
  id: "export-svg",
  label: "actions.export.svg",
  group: "blueprint",
  scope: "page",
  keys: { "Mod+e": [] },
  enabled: () => true,
  async run({ api, sync, session, language }, options = exportOptionsOf(recallExport())) {
    const preparing = session.notify({ tone: "info", text: t("actions.export.preparing") });
    try {
      if (!(await sync.settled())) {
        session.notify({ tone: "warning", text: t("actions.export.unsaved") });
        return;
      }
      const made = await exportFile(api, { language, ...options, format: "svg" });
      if ("file" in made) {
        download(made.file);
        const link = { label: t("actions.export.download"), href: made.file };
        session.notify({ tone: "info", text: t("actions.export.ready"), link });
      } else {
        failed(made.problem?.message);
      }
    } catch (error) {
      failed(error instanceof Refusal ? error.problem.message : undefined);
    } finally {
      session.dismiss(preparing);
    }

    function failed(detail?: string): void {
      const text = t("actions.export.failed");
      session.notify({ tone: "error", text, ...(detail === undefined ? {} : { detail }) });
    }
  },
};
