/** What was chosen for an export the last time; kept in this browser. */
import type { ExportOptions } from "../sync/exports";

export interface ExportChoice {
  readonly decisions: boolean;
  readonly complete: boolean;
  readonly outlines: boolean;
  /** null: that of the page. */
  readonly language: "fr" | "en" | null;
}

const KEY = "rectoverso.export";
const NOTHING: ExportChoice = { decisions: false, complete: false, outlines: false, language: null };

export function recallExport(): ExportChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<ExportChoice>;
    return {
      decisions: kept.decisions === true,
      complete: kept.complete === true,
      outlines: kept.outlines === true,
      language: kept.language === "fr" || kept.language === "en" ? kept.language : null,
    };
  } catch {
    return NOTHING;
  }
}

export function rememberExport(choice: ExportChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Nothing is lost but the habit.
  }
}

/** As the server takes it: only what differs from its defaults. */
export const exportOptionsOf = ({ language, ...ticks }: ExportChoice): Omit<ExportOptions, "format"> => ({
  ...(language === null ? {} : { language }),
  ...Object.fromEntries(Object.entries(ticks).filter(([, on]) => on)),
});
