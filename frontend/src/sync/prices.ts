/** What findings cost, as the server works it out after it has found them: minutes, pairs, the cost of inaction. */
import { isObject } from "./api";

/** Minutes per case, the mean over all cases. */
export interface Flow {
  readonly lead_min: number;
  readonly customer_work_min: number;
  /** By customer step. */
  readonly customer_wait_min: Readonly<Record<string, number>>;
  /** By actor. */
  readonly employee_min: Readonly<Record<string, number>>;
  readonly critical_path: readonly string[];
  /** Whether there were too many ways through to follow them all. */
  readonly sampled: boolean;
}

export type Ground = "observed" | "assumed" | "proposed";

/** What it costs to leave things as they are. Employee time is priced; customers' hours stand beside it. */
export interface Cost {
  readonly employee_min: number;
  readonly customer_min: number;
  /** null where a field of the blueprint is missing. */
  readonly per_month: { readonly low: number; readonly base: number; readonly high: number } | null;
  readonly currency: string;
  readonly customer_hours_per_month: number | null;
  /** Fields of the blueprint without which there is no figure. */
  readonly missing: readonly string[];
  readonly rests_on: Ground;
}

/** A customer step that hurts, and the finding behind it. */
export interface Pair {
  readonly irritant: string;
  /** Its fingerprint; null where no finding explains the irritant. */
  readonly finding: string | null;
  readonly credit_customer_min: number;
  readonly credit_employee_min: number;
  /** What the irritant costs the customer, all findings that touch it together. */
  readonly minutes_per_case?: number;
  readonly minutes_per_month: number | null;
  /** Steps from the obstacle to the customer. */
  readonly path: readonly string[];
  readonly sentence: string;
}

export interface Prices {
  /** The state of the log that they speak of: it may be older than the findings beside them. */
  readonly seq: number;
  readonly flow: Flow | null;
  readonly pairs: readonly Pair[];
  readonly cost: Cost | null;
  /** What was drawn by lot, cut off or taken for granted. */
  readonly notes: readonly string[];
}

/** null where the answer holds no prices. */
export function readPrices(body: Readonly<Record<string, unknown>>): Prices | null {
  if (!Array.isArray(body.pairs)) return null;
  return {
    seq: body.seq as number,
    flow: readFlow(body.flow),
    pairs: body.pairs as readonly Pair[],
    cost: readCost(body.cost),
    notes: listOf(body.notes).filter((note) => typeof note === "string"),
  };
}

export function readFlow(flow: unknown): Flow | null {
  if (!isObject(flow) || typeof flow.lead_min !== "number") return null;
  return {
    lead_min: flow.lead_min,
    customer_work_min: amount(flow.customer_work_min),
    customer_wait_min: amounts(flow.customer_wait_min),
    employee_min: amounts(flow.employee_min),
    critical_path: listOf(flow.critical_path).filter((step) => typeof step === "string"),
    sampled: flow.sampled === true,
  };
}

export function readCost(cost: unknown): Cost | null {
  if (!isObject(cost)) return null;
  const { per_month: month } = cost;
  const hours = cost.customer_hours_per_month;
  return {
    employee_min: amount(cost.employee_min),
    customer_min: amount(cost.customer_min),
    per_month: isObject(month) ? (month as unknown as NonNullable<Cost["per_month"]>) : null,
    currency: typeof cost.currency === "string" ? cost.currency : "EUR",
    customer_hours_per_month: typeof hours === "number" ? hours : null,
    missing: listOf(cost.missing).map((one) => (isObject(one) ? String(one.field) : String(one))),
    rests_on: cost.rests_on === "observed" || cost.rests_on === "proposed" ? cost.rests_on : "assumed",
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const amount = (value: unknown): number => (typeof value === "number" ? value : 0);
const amounts = (value: unknown): Record<string, number> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, amount(inner)]))
    : {};

/** A sum over steps or actors. */
export const total = (by: Readonly<Record<string, number>>): number =>
  Object.values(by).reduce((sum, one) => sum + one, 0);
