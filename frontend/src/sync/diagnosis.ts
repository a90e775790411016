/** Questions about findings that a person asks: what if they were gone, the target, the comparison, the detectors. */
import { isObject, type Api } from "./api";
import type { Finding } from "./friction";
import { readCost, readFlow, type Cost, type Flow } from "./prices";

/** The figures of one state of things. */
export interface Figures {
  readonly flow: Flow;
  /** What all work of the team comes to in a month; null where volume or rate is unknown. */
  readonly month: number | null;
  readonly currency: string;
}
export interface WhatIf {
  readonly seq: number;
  readonly before: Figures;
  readonly after: Figures;
  /** What that spares. */
  readonly saved: Cost | null;
  /** Fingerprints of all findings that go with the chosen ones. */
  readonly gone: readonly string[];
  /** Fingerprints of findings that come in their place. */
  readonly fresh: readonly string[];
}

export async function askWhatIf(
  api: Api,
  findings: readonly string[],
  signal?: AbortSignal,
): Promise<WhatIf> {
  const body = object(await api.post("what-if/", { findings }, signal));
  return {
    seq: Number(body.seq),
    before: figures(body.before),
    after: figures(body.after),
    saved: readCost(body.saved),
    gone: texts(body.gone),
    fresh: texts(body.new),
  };
}

/** Makes the to-be blueprint in which the remedies of these findings are carried out; gives the address of its page. */
export async function makeTarget(api: Api, findings: readonly string[]): Promise<string> {
  return pageOf(object(await api.post("target/", { findings })));
}

/** A blueprint beside this one: what is, or what is aimed at. */
export interface Twin {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly changed: string;
}
export interface Twins {
  /** The as-is of this to-be, or this blueprint where it is the as-is. */
  readonly asIs: Twin;
  /** The newest first. */
  readonly targets: readonly Twin[];
}

/** null where the blueprint stands alone. `asIs`: what it names as its as-is. */
export async function findTwins(api: Api, own: string, asIs: string | null): Promise<Twins | null> {
  const body = await api.get("/api/blueprints/");
  const entries = list(body).filter(isObject);
  const root = entries.find(({ id }) => id === (asIs ?? own));
  if (root === undefined) return null;
  const targets = entries.filter((one) => one.as_is === root.id).map(twin);
  if (targets.length === 0) return null;
  return {
    asIs: twin(root),
    targets: targets.sort((a, b) => (a.changed < b.changed ? 1 : -1)),
  };
}

/** A step that two compared blueprints do not share as it is, and which of its fields differ. */
export interface StepChange {
  readonly step: string;
  readonly title: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
}
export type Side = "customer" | "employee";
/** Minutes that left one side and turned up on the other. */
export interface Move {
  readonly from: Side;
  readonly to: Side;
  /** After minus before, per case. */
  readonly customer_min: number;
  readonly employee_min: number;
  readonly sentence: string;
}
/** A finding that both blueprints have, with what it took before. */
export interface Kept extends Finding {
  readonly before: Pick<Finding, "customer_min" | "employee_min">;
}
export interface Comparison {
  readonly resolved: readonly Finding[];
  readonly worsened: readonly Kept[];
  readonly fresh: readonly Finding[];
  readonly kept: readonly Finding[];
  readonly moved: readonly Move[];
  readonly before: Figures;
  readonly after: Figures;
  readonly steps: readonly StepChange[];
}

/** `asIs` compared with `toBe`, in the language of the page. */
export async function askComparison(
  api: Api,
  { asIs, toBe, language }: { asIs: string; toBe: string; language: string },
  signal?: AbortSignal,
): Promise<Comparison> {
  const path = `/api/blueprints/${encodeURIComponent(asIs)}/compare/${encodeURIComponent(toBe)}/`;
  const body = object(await api.get(`${path}?lang=${language}`, signal));
  const flow = object(body.flow);
  return {
    resolved: findings(body.resolved),
    worsened: findings(body.worsened) as readonly Kept[],
    fresh: findings(body.new),
    kept: findings(body.kept),
    moved: list(body.moved).filter(isObject) as unknown as readonly Move[],
    before: figures(flow.before),
    after: figures(flow.after),
    steps: list(body.steps).filter(isObject) as unknown as readonly StepChange[],
  };
}

/** One kind of friction that is looked for, with its limits. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  /** In one line. */
  readonly about: string;
  readonly limits: readonly Limit[];
  /** Address of the page that explains it. */
  readonly page: string;
}
export interface Limit {
  readonly name: string;
  readonly default: number;
  /** null: a count, or a share. */
  readonly unit: "s" | "min" | "days" | null;
  readonly about: string;
}

export async function listKinds(api: Api, language: string): Promise<readonly Kind[]> {
  const body = await api.get(`/api/detectors/?lang=${language}`);
  return list(body).filter(isObject) as unknown as readonly Kind[];
}

const unlike = (): never => {
  throw new TypeError("not an answer of the server");
};
const object = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : unlike());
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] => list(value).filter((one) => typeof one === "string");
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const findings = (value: unknown): readonly Finding[] =>
  list(value).filter(isObject) as unknown as readonly Finding[];
function figures(value: unknown): Figures {
  const { cost } = object(value);
  const { per_month: month, currency } = isObject(cost) ? cost : {};
  return {
    flow: readFlow(value) ?? unlike(),
    month: typeof month === "number" ? month : null,
    currency: typeof currency === "string" ? currency : "EUR",
  };
}
const twin = (entry: Readonly<Record<string, unknown>>): Twin => ({
  id: String(entry.id),
  title: text(entry.title),
  url: pageOf(entry),
  changed: text(entry.changed),
});
const pageOf = ({ id, url }: Readonly<Record<string, unknown>>): string =>
  typeof url === "string" && url.startsWith("/") ? url : `/blueprints/${encodeURIComponent(String(id))}/`;
