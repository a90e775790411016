/** Asks for a file of the blueprint and waits until the server has made it. */
import { isObject, type Api } from "./api";
import type { Problem } from "./events";

export interface ExportOptions {
  readonly format: "svg";
  /** Language of the sentences; left out: the blueprint's. */
  readonly language?: "fr" | "en";
  /** With notes, verbatims and reviews. */
  readonly complete?: boolean;
  /** What was decided of the findings, in the legend. */
  readonly decisions?: boolean;
  /** Text as paths, for tools that ignore embedded fonts. */
  readonly outlines?: boolean;
}

export type Exported = { readonly file: string } | { readonly problem: Problem | null };

const PAUSE_MS = 250;

/** The file's address, or why there is none. Throws as `Api` does. */
export async function exportFile(
  api: Api,
  options: ExportOptions,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<Exported> {
  let job = await api.post("exports/", options);
  for (let wait = PAUSE_MS; ; wait = Math.min(wait * 1.5, 2000)) {
    if (!isObject(job) || typeof job.url !== "string") return { problem: null };
    if (job.status === "done" && typeof job.file === "string") return { file: job.file };
    if (job.status === "failed") return { problem: isObject(job.error) ? asProblem(job.error) : null };
    await pause(wait);
    job = await api.get(job.url);
  }
}

function asProblem(error: Readonly<Record<string, unknown>>): Problem {
  const { place, message, mend } = error;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return { place: text(place), message: text(message), mend: text(mend) };
}
