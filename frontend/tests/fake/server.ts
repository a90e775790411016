/** The server's side of the wire, in memory: the log, its rules for order, doubles and undo, and lossy connections to it. */
import { apply, ChangeError, stateOf } from "../../src/model/apply";
import { put, type AnyRecord, type Op, type State, type Type } from "../../src/model/records";
import { Refusal, type Api } from "../../src/sync/api";

interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly label: string;
  readonly author: string;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
  readonly undo?: string;
  readonly answer: Answer;
}
interface Answer {
  readonly seq: number;
  readonly dropped: readonly object[];
  readonly kept?: readonly object[];
}
interface Sent {
  readonly id: string;
  readonly label: string;
  readonly ops?: readonly Op[];
  readonly undo?: string;
}

export class FakeServer {
  state: State;
  seq = 0;
  epoch = "first";
  protocol = 1;
  log: Entry[] = [];
  /** What analyses say; by default nothing. */
  findings: readonly object[] = [];
  private readonly start: State;

  constructor(state: State = smallSheet()) {
    this.start = state;
    this.state = state;
  }

  get ids(): readonly string[] {
    return this.log.map((entry) => entry.id);
  }

  post(author: string, change: Sent): Answer {
    const earlier = this.log.find((entry) => entry.id === change.id);
    if (earlier !== undefined) return earlier.answer; // C3
    try {
      const { ops, kept } =
        change.undo === undefined
          ? { ops: change.ops ?? [], kept: undefined }
          : this.undoing(author, change.undo);
      const applied = apply(this.state, ops);
      const answer = { seq: this.seq + 1, dropped: applied.dropped, ...(kept === undefined ? {} : { kept }) };
      this.log.push({
        ...change,
        seq: answer.seq,
        author,
        ops: applied.ops,
        inverse: applied.inverse,
        answer,
      });
      this.state = applied.state;
      this.seq = answer.seq;
      return answer;
    } catch (error) {
      if (error instanceof ChangeError) throw refusal(error.never ? 400 : 409, error.place, error.reason);
      throw error;
    }
  }

  changes(after: number): object {
    const changes = this.log.filter((entry) => entry.seq > after);
    return {
      seq: this.seq,
      epoch: this.epoch,
      more: changes.length > 3,
      changes: changes
        .slice(0, 3)
        .map(({ seq, id, label, author, ops }) => ({ seq, id, label, author, ops })),
    };
  }

  records(): object {
    const records = Object.entries(this.state).map(([type, map]) => [type, [...map.values()]] as const);
    return {
      seq: this.seq,
      epoch: this.epoch,
      protocol: this.protocol,
      records: Object.fromEntries(records),
    };
  }

  /** A backup is restored: the newest changes are gone, and the log counts from there. */
  restore(upTo: number): void {
    this.log = this.log.filter((entry) => entry.seq <= upTo);
    this.state = this.log.reduce((state, entry) => apply(state, entry.ops).state, this.start);
    this.seq = upTo;
    this.epoch += "'";
  }

  /** Without the fields that someone else has written since (C9). */
  private undoing(author: string, id: string): { ops: readonly Op[]; kept: readonly object[] } {
    const entry = this.log.find((one) => one.id === id);
    if (entry === undefined) throw refusal(409, "undo", "There is no change with this id.");
    const others = this.log.filter((one) => one.seq > entry.seq && one.author !== author);
    const touched = (op: Op, whole: boolean): boolean =>
      others.some((one) => one.ops.some((other) => nameOf(other, whole) === nameOf(op, whole)));
    const inTheWay = (op: Op): boolean => {
      if (op.op === "set") return touched(op, false);
      if (op.op === "put") return false;
      return apply(this.state, [op]).ops.some((part) => touched(part, part.op === "remove"));
    };
    let ops = entry.inverse.filter((op) => !inTheWay(op));
    for (;;) {
      try {
        apply(this.state, ops);
        return {
          ops,
          kept: entry.inverse.filter((op) => !ops.includes(op)).map((op) => ({ op, by: "another" })),
        };
      } catch (error) {
        if (!(error instanceof ChangeError)) throw error;
        const at = Number(/^ops\[(\d+)\]/.exec(error.place)?.[1] ?? ops.length - 1);
        ops = ops.filter((_, i) => i !== at);
      }
    }
  }
}

export function refusal(status: number, place: string, message: string): Refusal {
  return new Refusal(status, { place, message, mend: "" });
}

function nameOf(op: Op, whole: boolean): string {
  const id = op.op === "put" ? op.record.id : op.id;
  return whole ? `${op.type} ${id}` : `${op.type} ${id} ${op.op === "set" ? op.field : ""}`;
}

/** What becomes of one call. */
export type Fate = "fine" | "lost" | "answer lost" | "doubled" | "down";

export interface Connection extends Api {
  /** Asked at every call; may change at any time. */
  fate: () => Fate;
  /** Milliseconds each way. */
  delay: () => number;
  readonly calls: string[];
}

export function connect(server: FakeServer, author: string): Connection {
  const connection: Connection = {
    fate: () => "fine",
    delay: () => 5,
    calls: [],
    get: (path) => call(`GET ${path}`, () => answer(path)),
    post(path, body) {
      const sent = structuredClone(body) as Sent;
      return call(`POST ${path}`, () => server.post(author, sent));
    },
  };
  function answer(path: string): object {
    const after = /^changes\/\?after=(-?\d+)$/.exec(path)?.[1];
    if (after !== undefined) return server.changes(Number(after));
    if (path === "records/") return server.records();
    if (path.startsWith("friction/")) return { seq: server.seq, findings: server.findings, unknown: [] };
    throw refusal(404, "", `nothing at ${path}`);
  }
  async function call(name: string, work: () => object): Promise<unknown> {
    connection.calls.push(name);
    const fate = connection.fate();
    await pause(connection.delay());
    if (fate === "lost") throw new TypeError("network");
    if (fate === "down") throw refusal(503, "", "busy");
    const done = (): unknown => structuredClone(work());
    const first = done();
    const given = fate === "doubled" ? done() : first;
    await pause(connection.delay());
    if (fate === "answer lost") throw new TypeError("network");
    return given;
  }
  return connection;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A blueprint of which nothing is known but its title, after `ops`. */
export function sheetOf(title: string, ops: readonly Op[]): State {
  const blueprint: AnyRecord = {
    id: "blueprint",
    order: "",
    title,
    language: "en",
    episode: "",
    state: "as-is",
    as_is: null,
    cases_per_month: null,
    cost_per_hour: null,
    currency: "EUR",
  };
  return apply(stateOf({ blueprint: [blueprint] }), ops).state;
}

/** Two moments in one phase, a lane on each side, a step in each, linked. */
export function smallSheet(): State {
  const ops: Op[] = [
    put("phase", { id: "p1", title: "Choose" }),
    put("moment", { id: "m1", phase: "p1", title: "Ask" }),
    put("moment", { id: "m2", phase: "p1", title: "Wait" }),
    put("lane", { id: "cust", kind: "customer", title: "Customer" }),
    put("lane", { id: "front", kind: "frontstage", title: "Counter" }),
    put("step", { id: "c1", lane: "cust", moment: "m1", title: "Asks" }),
    put("step", { id: "f1", lane: "front", moment: "m2", title: "Answers" }),
    put("link", { id: "k1", source: "c1", target: "f1" }),
  ];
  return sheetOf("Shop", ops);
}

export const typesOf = (state: State): readonly Type[] => Object.keys(state) as readonly Type[];
