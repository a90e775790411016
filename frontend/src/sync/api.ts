/** The server's calls: JSON both ways, CSRF token in a header, errors as the API words them. */
import type { Problem } from "./events";

/** The server answered, and said no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message);
    this.name = "Refusal";
  }
}

export interface Api {
  /** `path` is relative to the blueprint's address, or absolute. Throws `Refusal`, or `TypeError` without a network. */
  get(path: string, signal?: AbortSignal): Promise<unknown>;
  post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown>;
}

/** Longer than any honest answer; after it a silent connection counts as lost. */
const PATIENCE_MS = 15_000;
/** Characters of a call that goes on when the page is closed; browsers allow 64 KiB for all of a page's together. */
const OUTLIVES = 10_000;

export function createApi(blueprint: string, csrf: string): Api {
  const base = `/api/blueprints/${encodeURIComponent(blueprint)}/`;
  const call = async (path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(path.startsWith("/") ? path : base + path, {
      ...init,
      credentials: "same-origin",
      redirect: "error",
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) {
      if (body === null) throw new TypeError("an answer that is no JSON"); // a proxy's page: as good as no network
      return body;
    }
    throw new Refusal(response.status, problemOf(body, response));
  };
  return {
    get: (path, signal) => call(path, { headers: { Accept: "application/json" } }, signal),
    post(path, body, signal) {
      const text = JSON.stringify(body);
      const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": csrf };
      return call(path, { method: "POST", headers, body: text, keepalive: text.length <= OUTLIVES }, signal);
    },
  };
}

function problemOf(body: unknown, response: Response): Problem {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    place: text(error.place),
    message: text(error.message) || `${response.status} ${response.statusText}`.trim(),
    mend: text(error.mend),
  };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
