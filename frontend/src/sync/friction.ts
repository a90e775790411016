/** What the server's analysis says of the newest state: asked for after every edit, an older answer never over a newer. */
import { isObject, type Api } from "./api";
import type { Sync } from "./sync";

/** One finding, with the fields of the friction catalogue. */
export interface Finding {
  readonly fingerprint: string;
  /** Its number on the sheet, kept while it exists. */
  readonly number: number;
  readonly detector: string;
  /** Step ids in document order. */
  readonly steps: readonly string[];
  /** Ids of the tools, actors, channels, information or links named. */
  readonly elements: readonly string[];
  /** One sentence in the reader's language, with the deciding elements and values. */
  readonly because: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly touches: readonly string[];
  readonly moments_of_truth: readonly string[];
  readonly customer_min: number | null;
  readonly employee_min: number | null;
  readonly rests_on: "observed" | "assumed" | "proposed";
  readonly fixes: readonly Fix[];
}
/** A way out, named after a redesign heuristic. */
export interface Fix {
  readonly heuristic: string;
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
}
/** A field that would let a detector judge. */
export interface Unknown {
  readonly detector: string;
  readonly type: string;
  readonly id: string;
  readonly field: string;
}
export interface Analysis {
  /** The state of the log that it speaks of; -1 before the first answer. */
  readonly seq: number;
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
}

export interface Friction {
  readonly analysis: Analysis;
  subscribe(listener: (analysis: Analysis) => void): () => void;
}

const RETRY_MS = 3000;

/**
 * Follows the log: one question at a time, and where the log went on meanwhile another right after, so that a room
 * that edits without pause is neither starved nor flooded.
 */
export function createFriction({
  api,
  sync,
  language,
}: {
  api: Api;
  sync: Sync;
  language: string;
}): Friction {
  let analysis: Analysis = { seq: -1, findings: [], unknown: [] };
  let asking = false;
  let wanted = -1;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(analysis: Analysis) => void>();

  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    clearTimeout(retry);
    try {
      while (analysis.seq < wanted) {
        const target = wanted;
        const next = read(await api.get(`friction/?lang=${language}`));
        if (next.seq >= analysis.seq) {
          analysis = next;
          for (const listener of listeners) listener(analysis);
        }
        if (next.seq < target) throw new TypeError("an analysis of an older state");
      }
    } catch {
      retry = setTimeout(() => void ask(), RETRY_MS);
    } finally {
      asking = false;
    }
  };

  sync.on((event) => {
    if (event.kind === "reloaded") analysis = { ...analysis, seq: -1 }; // the log may count from before
    if (event.kind === "reloaded" || event.kind === "advanced") {
      wanted = sync.seq;
      void ask();
    }
  });

  return {
    get analysis() {
      return analysis;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(body: unknown): Analysis {
  if (!isObject(body) || !Number.isInteger(body.seq) || !Array.isArray(body.findings)) {
    throw new TypeError("not an analysis");
  }
  return {
    seq: body.seq as number,
    findings: body.findings as readonly Finding[],
    unknown: Array.isArray(body.unknown) ? (body.unknown as readonly Unknown[]) : [],
  };
}
