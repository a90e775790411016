/** Images of notes: what the server takes, sending one with its progress, and where it is read. */
import { isObject, Refusal } from "./api";
import type { Problem } from "./events";

/** As the server has it. */
export interface Attachment {
  /** What a note holds of it. */
  readonly id: string;
  readonly url: string;
}

export const TYPES: readonly string[] = ["image/png", "image/jpeg", "image/webp"];
export const MOST_BYTES = 5 * 1024 * 1024;

/** Sends a file; `progress` is told the part that is there, 0 to 1. Throws `Refusal`, or `TypeError` without a network. */
export type Send = (file: File, progress: (part: number) => void, signal: AbortSignal) => Promise<Attachment>;

export const attachmentUrl = (blueprint: string, id: string): string =>
  `/api/blueprints/${encodeURIComponent(blueprint)}/attachments/${encodeURIComponent(id)}/`;

/** With XMLHttpRequest: only it tells how much of a file is on its way. */
export const createSend =
  (blueprint: string, csrf: string): Send =>
  (file, progress, signal) =>
    new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("POST", `/api/blueprints/${encodeURIComponent(blueprint)}/attachments/`);
      request.setRequestHeader("X-CSRFToken", csrf);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      const lost = (): void => failed(new TypeError("no answer"));
      request.onerror = lost;
      request.ontimeout = lost;
      request.onabort = () => failed(new DOMException("given up", "AbortError"));
      request.onload = () => {
        const body: unknown = request.response;
        if (request.status < 300 && isObject(body) && typeof body.id === "string") {
          done({
            id: body.id,
            url: typeof body.url === "string" ? body.url : attachmentUrl(blueprint, body.id),
          });
        } else failed(new Refusal(request.status, problemOf(body, request)));
      };
      signal.addEventListener("abort", () => request.abort());
      const form = new FormData();
      form.append("file", file, file.name);
      request.send(form);
    });

function problemOf(body: unknown, { status, statusText }: XMLHttpRequest): Problem {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    place: text(error.place),
    message: text(error.message) || `${status} ${statusText}`.trim(),
    mend: text(error.mend),
  };
}
