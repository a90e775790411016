/** What our own clipboard holds: copied steps with their facts, by place and by name, so that another blueprint takes them. */
import type { Actor, Exchange, Information, LinkKind, Step } from "../model/records";

export interface Payload {
  readonly rectoverso: 1;
  /** Row and column count from the upper left of what was copied. */
  readonly steps: readonly {
    readonly row: number;
    readonly column: number;
    readonly actor: string | null;
    readonly channel: string | null;
    readonly fields: Partial<Step>;
  }[];
  /** Steps are numbers in `steps`. */
  readonly uses: readonly { readonly step: number; readonly tool: string; readonly times: number }[];
  readonly exchanges: readonly {
    readonly step: number;
    readonly information: string;
    readonly tool: string | null;
    readonly fields: Partial<Exchange>;
  }[];
  readonly links: readonly {
    readonly source: number;
    readonly target: number;
    readonly kind: LinkKind;
    readonly share: number | null;
  }[];
  readonly actors: readonly { readonly title: string; readonly fields: Partial<Actor> }[];
  readonly tools: readonly {
    readonly title: string;
    readonly latency_s: number | null;
    readonly actors: readonly string[] | null;
  }[];
  readonly information: readonly {
    readonly title: string;
    readonly held_in: string | null;
    readonly fields: Partial<Information>;
  }[];
}

type Shape = Readonly<Record<string, "text" | "text?" | "number" | "object" | "any">>;
const LISTS: Readonly<Record<Exclude<keyof Payload, "rectoverso">, Shape>> = {
  steps: { row: "number", column: "number", actor: "text?", channel: "text?", fields: "object" },
  uses: { step: "number", tool: "text", times: "any" },
  exchanges: { step: "number", information: "text", tool: "text?", fields: "object" },
  links: { source: "number", target: "number", kind: "any", share: "any" },
  actors: { title: "text", fields: "object" },
  tools: { title: "text", latency_s: "any", actors: "any" },
  information: { title: "text", held_in: "text?", fields: "object" },
};

/** Anyone can write to a clipboard: null unless all of it has our shape. Values of fields are checked as of every change. */
export function readPayload(text: string): Payload | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(data) || data["rectoverso"] !== 1) return null;
  for (const [name, shape] of Object.entries(LISTS)) {
    const list = data[name];
    if (!Array.isArray(list)) return null;
    if (!list.every((one: unknown) => isObject(one) && fits(one, shape))) return null;
  }
  const payload = data as unknown as Payload;
  const steps = payload.steps.length;
  const there = (at: number): boolean => at < steps;
  const whole =
    payload.steps.every(
      ({ row, column, fields }) => row < 10_000 && column < 10_000 && typeof fields.title === "string",
    ) &&
    [...payload.uses, ...payload.exchanges].every(({ step }) => there(step)) &&
    payload.links.every(({ source, target }) => there(source) && there(target)) &&
    payload.tools.every(
      ({ actors }) =>
        actors === null || (Array.isArray(actors) && actors.every((one) => typeof one === "string")),
    );
  return whole ? payload : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fits(record: Readonly<Record<string, unknown>>, shape: Shape): boolean {
  return Object.entries(shape).every(([field, kind]) => {
    const value = record[field];
    if (kind === "any") return true;
    if (kind === "number") return Number.isInteger(value) && (value as number) >= 0;
    if (kind === "object") return isObject(value);
    return typeof value === "string" || (kind === "text?" && value === null);
  });
}
