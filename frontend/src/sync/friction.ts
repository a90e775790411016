/**
 * What the server's analysis says of the newest state, asked for after every edit: the findings at once, their prices
 * after them. An older answer never stands over a newer one.
 */
import { again } from "./again";
import { carried, priced, repriced } from "./carried";
import { NOTHING, toldBy, whole } from "./told";
import { isObject, Refusal, type Api } from "./api";
import { readPrices, type Ground, type Prices } from "./prices";
import type { Sync } from "./sync";

/** One finding, with the fields of the friction catalogue. */
export interface Finding {
  readonly fingerprint: string;
  /** Its number on the sheet, kept while it exists. */
  readonly number: number;
  readonly detector: string;
  /** Step ids in document order. */
  readonly steps: readonly string[];
  /** Ids that its fingerprint is made of: the elements of which there is one finding each. */
  readonly per?: readonly string[];
  /** Ids of the tools, actors, channels, information or links named. */
  readonly elements: readonly string[];
  /** One sentence in the reader's language, with the deciding elements and values. */
  readonly because: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly touches: readonly string[];
  readonly moments_of_truth: readonly string[];
  /** Per case, by its removal; null where it has no price in time, or none yet. */
  readonly customer_min: number | null;
  readonly employee_min: number | null;
  readonly rests_on: Ground;
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
  /** What it would let be judged, where the server says it. */
  readonly sentence?: string;
}
export interface Analysis {
  /** The state of the log that it speaks of; -1 before the first answer. */
  readonly seq: number;
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  /** The newest that are known: those of an older state until the new ones are there. */
  readonly prices: Prices | null;
}

export interface Friction {
  readonly analysis: Analysis;
  subscribe(listener: (analysis: Analysis) => void): () => void;
}

const RETRY_MS = 3000;
/** Edits that follow one another so quickly ask once, at the latest so long after the first of them. */
const PAUSE_MS = 60;
const LATEST_MS = 180;
/**
 * A large sheet takes the server longer: for so many times as long as its last answer took it is left alone, so that it does
 * not work against who is editing without pause. Who made one edit has its findings at once, who rests soon: once the last
 * edit is so long ago, and as long as an answer takes.
 */
const LEFT_ALONE = 4;
const LONGEST_MS = 2000;
const RESTED_MS = 400;
/**
 * Prices take the server ten times as long: they are asked for once nobody has edited for so long, and where edits never
 * stop as long, so long after there were findings without them; of a large sheet so many times as long as they took last,
 * at most a minute.
 */
const REST_MS = 700;
const LONGEST_REST_MS = 10_000;
const UNPRICED = 60;
const LATEST_PRICES_MS = 60_000;

/** Nothing was answered yet: no friction is known, which is not the same as none. */
export const isAwaited = ({ seq, findings }: Analysis): boolean => seq < 0 && findings.length === 0;

/**
 * Follows the log with two questions, each asked one at a time: findings, and once these are there, prices. Where the
 * log went on meanwhile another follows after a pause, so that a room that edits without pause is neither starved nor
 * flooded, and findings never wait for prices.
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
  let analysis: Analysis = { seq: -1, findings: [], unknown: [], prices: null };
  let told = NOTHING;
  let history = 0; // counts how often the log began anew: answers about another log are let go
  let wanted = -1;
  let first: number | null = null; // when the oldest edit came that no question follows yet
  let last = 0;
  let taking = 0; // how long the last findings took
  let alone = 0; // until then the server is left alone
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let unpriced: number | null = null; // when the oldest findings came that no question for prices follows yet
  let pricing = 0; // how long the last prices took
  let answered = -1; // the state for which prices were last answered, whether there were any or not
  const listeners = new Set<(analysis: Analysis) => void>();
  const show = (next: Analysis): void => {
    analysis = {
      ...next,
      findings: again(next.findings, analysis.findings, ({ fingerprint }) => fingerprint),
      unknown: again(next.unknown, analysis.unknown, (one) => `${one.detector} ${one.id} ${one.field}`),
    };
    for (const listener of listeners) listener(analysis);
  };

  const findings = createAsker(
    () => analysis.seq < wanted,
    async () => {
      const [target, of, asked] = [wanted, history, Date.now()];
      const since = encodeURIComponent(told.state);
      const body = whole(await api.get(`friction/?prices=0&lang=${language}&since=${since}`), told);
      const next = read(body);
      if (of !== history) return;
      told = toldBy(body);
      taking = Date.now() - asked;
      alone = Date.now() + Math.min(LEFT_ALONE * taking, LONGEST_MS);
      if (next.seq >= analysis.seq) show(carried(next, analysis));
      if (next.seq < target) throw new TypeError("an analysis of an older state");
      priceSoon();
    },
    askSoon,
  );
  const prices = createAsker(
    () => answered < analysis.seq,
    async () => {
      const [target, of, asked] = [analysis.seq, history, Date.now()];
      try {
        const next = read(await api.get(`friction/?prices=1&lang=${language}`));
        pricing = Math.max(Date.now() - asked, pricing / 2); // another page may have had them worked out a moment ago
        if (of !== history) return;
        if (next.seq > answered) {
          answered = next.seq;
          if (next.prices !== null)
            show(next.seq >= analysis.seq ? priced(next, analysis) : repriced(analysis, next));
        }
        if (next.seq < target) throw new TypeError("prices of an older state");
      } catch (error) {
        // Said no: it will say it again, until something is edited.
        if (error instanceof Refusal && error.status < 500 && of === history) answered = target;
        throw error;
      }
    },
    priceSoon,
  );

  function askSoon(): void {
    const now = Date.now();
    first ??= now;
    clearTimeout(pausing);
    pausing = setTimeout(
      () => {
        first = null;
        void findings.ask(); // while one is on its way nothing is asked: its answer leads to the next
      },
      Math.min(Math.max(Math.min(now + PAUSE_MS, first + LATEST_MS), alone), last + RESTED_MS + taking) - now,
    );
  }
  /** The first prices are awaited by who opens the sheet: those come at once. */
  function priceSoon(): void {
    const now = Date.now();
    unpriced ??= now;
    const latest = unpriced + Math.min(Math.max(LONGEST_REST_MS, UNPRICED * pricing), LATEST_PRICES_MS);
    clearTimeout(resting);
    resting = setTimeout(
      () => {
        unpriced = null;
        void prices.ask();
      },
      answered < 0 ? 0 : Math.min(last + REST_MS, latest) - now,
    );
  }

  sync.on((event) => {
    if (event.kind === "reloaded") {
      history++; // the log may count from before
      answered = -1;
      analysis = { ...analysis, seq: -1, prices: null };
    }
    if (event.kind === "reloaded" || event.kind === "advanced") {
      wanted = sync.seq;
      last = Date.now();
      askSoon();
      if (unpriced !== null) priceSoon(); // an edit: the rest begins anew
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

/** Asks one question at a time; calls `again` where the log went on meanwhile, and asks later where it failed. */
function createAsker(
  due: () => boolean,
  question: () => Promise<void>,
  again: () => void,
): { ask(): Promise<void> } {
  let asking = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const asker = {
    async ask(): Promise<void> {
      if (asking || !due()) return;
      asking = true;
      clearTimeout(retry);
      const failed = await question().then(
        () => false,
        () => true,
      );
      asking = false;
      if (!due()) return;
      if (failed) retry = setTimeout(() => void asker.ask(), RETRY_MS);
      else again();
    },
  };
  return asker;
}

function read(body: unknown): Analysis {
  if (!isObject(body) || !Number.isInteger(body.seq) || !Array.isArray(body.findings)) {
    throw new TypeError("not an analysis");
  }
  return {
    seq: body.seq as number,
    findings: body.findings as readonly Finding[],
    unknown: Array.isArray(body.unknown) ? (body.unknown as readonly Unknown[]) : [],
    prices: readPrices(body),
  };
}
