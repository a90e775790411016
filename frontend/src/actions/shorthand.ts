/** What a text with shorthand makes of a card: its title, the fields, uses, exchanges and links that its tokens say. */
import { newId } from "../model/ids";
import { put, set, type Exchange, type Op, type State, type Step } from "../model/records";
import { type Half, halfOf } from "../model/sheet";
import {
  type Found,
  type InformationToken,
  type ToolToken,
  type Token,
  parse,
  titleWithout,
} from "../model/shorthand";
import { fold } from "../model/shorthand-words";
import { inOrder } from "../model/siblings";
import type { Naming } from "./naming";

/** The card that a text is about: one that is there, or a new one. */
export interface About {
  /** Null: a new card. */
  readonly step: Step | null;
  readonly lane: string;
  /** A link into the new card that is made with it. */
  readonly linked: boolean;
}

export interface Reading {
  readonly title: string;
  /** Those that are understood here, in their order. */
  readonly found: readonly Found[];
}

/** A token that can't mean anything here stays text. */
export function read(state: State, about: About, text: string): Reading {
  const found = parse(text).filter(({ token }) => fits(state, about, token));
  return { title: titleWithout(text, found), found };
}

function fits(state: State, about: About, token: Token): boolean {
  if (token.kind === "share") return about.linked || wayIn(state, about.step) !== null;
  if (token.kind === "link") return stepNamed(state, token.name, about.step?.id) !== null;
  return true;
}

/** The only link into a step. */
function wayIn(state: State, step: Step | null): string | null {
  const links = step === null ? [] : [...state.link.values()].filter((link) => link.target === step.id);
  return links.length === 1 ? (links[0]?.id ?? null) : null;
}

/** By its whole title, else the only one that begins with these words, else the only one that begins so. */
export function stepNamed(state: State, name: string, except?: string): Step | null {
  const typed = fold(name);
  const others = inOrder(state.step.values()).filter(({ id }) => id !== except);
  const whole = others.find(({ title }) => fold(title) === typed);
  const begun = others.filter(({ title }) => fold(title).startsWith(typed));
  const worded = begun.filter(({ title }) => /^[^\p{L}\p{N}]/u.test(fold(title).slice(typed.length)));
  return whole ?? only(worded) ?? only(begun);
}

const only = (steps: readonly Step[]): Step | null => (steps.length === 1 ? (steps[0] ?? null) : null);

/** Fields of the step, and the ops that come after it is put. */
export interface Written {
  readonly fields: Partial<Step>;
  readonly after: readonly Op[];
  /** Part of the cases on the link that is made with the card. */
  readonly share: number | null;
}

export function write(
  state: State,
  naming: Naming,
  about: About,
  id: string,
  found: readonly Found[],
): Written {
  const kind = state.lane.get(about.lane)?.kind ?? "frontstage";
  const side = halfOf(kind);
  const after: Op[] = [];
  let fields: Partial<Step> = {};
  let share: number | null = null;
  const uses = createUses(state, naming, about.step);
  for (const { token } of found) {
    switch (token.kind) {
      case "actor": {
        const actor = naming.id("actor", token.name, { side: token.side ?? side });
        if (token.headcount !== null) naming.set("actor", actor, "headcount", token.headcount);
        if (token.side !== null) naming.set("actor", actor, "side", token.side);
        fields = { ...fields, actor: state.lane.get(about.lane)?.actor === actor ? null : actor };
        break;
      }
      case "tool":
        uses.add(token);
        break;
      case "information":
        after.push(...exchange(state, naming, id, side, token));
        break;
      case "times":
        if (token.work !== null) fields = { ...fields, work_min: token.work };
        if (token.wait !== null) fields = { ...fields, wait_min: token.wait };
        break;
      case "emotion":
        fields = { ...fields, emotion: token.value };
        break;
      case "truth":
        fields = { ...fields, moment_of_truth: true };
        break;
      case "channel":
        fields = { ...fields, channel: naming.id("channel", token.name) };
        break;
      case "fact": {
        const { field, value } = token.fact;
        const own = field === "measure" ? (side === "customer" ? "expects" : "measured_on") : field;
        fields = { ...fields, [own]: value };
        break;
      }
      case "said":
        fields = { ...fields, said: token.text };
        break;
      case "share": {
        const link = wayIn(state, about.step);
        if (about.linked) share = token.share;
        else if (link !== null) after.push(set("link", link, "share", token.share));
        break;
      }
      case "link":
        after.push(...linkOps(state, id, token));
    }
  }
  return { fields, after: [...uses.ops(id), ...after], share };
}

function linkOps(state: State, id: string, token: Extract<Token, { kind: "link" }>): readonly Op[] {
  const other = stepNamed(state, token.name, id)?.id;
  if (other === undefined) return [];
  const [source, target] = token.back ? [other, id] : [id, other];
  const there = [...state.link.values()].find((link) => link.source === source && link.target === target);
  if (there === undefined) return [put("link", { id: newId(), source, target, share: token.share })];
  return token.share === null ? [] : [set("link", there.id, "share", token.share)];
}

/** Uses in their order; the same tool twice in a row is one use, twice. */
function createUses(state: State, naming: Naming, step: Step | null) {
  const own = step === null ? [] : inOrder([...state.use.values()].filter((use) => use.step === step.id));
  const made: { tool: string; times: number }[] = [];
  const times = new Map<string, number>();
  return {
    add(token: ToolToken): void {
      const tool = naming.id("tool", token.name);
      if (token.latency_s !== null) naming.set("tool", tool, "latency_s", token.latency_s);
      if (token.access.length > 0) {
        const who = token.access.map((name) => naming.id("actor", name, { side: "employee" }));
        const before = naming.value("tool", tool, "actors") ?? [];
        naming.set("tool", tool, "actors", [...new Set([...before, ...who])]);
      }
      const there = own.findLast((use) => use.tool === tool);
      const last = made.at(-1);
      if (there !== undefined && token.times !== null) times.set(there.id, token.times);
      else if (there !== undefined && (token.latency_s !== null || token.access.length > 0)) return;
      else if (last?.tool === tool) last.times += token.times ?? 1;
      else if (last === undefined && there !== undefined && there === own.at(-1))
        times.set(there.id, (times.get(there.id) ?? there.times) + 1);
      else made.push({ tool, times: token.times ?? 1 });
    },
    ops: (id: string): readonly Op[] => [
      ...[...times].map(([use, count]) => set("use", use, "times", count)),
      ...made.map((use) => put("use", { id: newId(), step: id, ...use })),
    ],
  };
}

function exchange(
  state: State,
  naming: Naming,
  step: string,
  side: Half,
  token: InformationToken,
): readonly Op[] {
  const information = naming.id("information", token.name);
  const held = token.held === null ? null : naming.id("tool", token.held);
  if (held !== null) naming.set("information", information, "held_in", held);
  if (token.delay_min !== null) naming.set("information", information, "delay_min", token.delay_min);
  if (token.sort !== null) naming.set("information", information, "kind", token.sort);
  const ops: Op[] = [];
  if (held !== null && token.feeds !== null) {
    ops.push(put("feed", { id: newId(), tool: held, information, to: naming.id("tool", token.feeds) }));
  }
  if (token.way === null) return ops;
  const how = howOf(token.way, side);
  const tool = token.tool === null || side === "customer" ? null : naming.id("tool", token.tool);
  const said = {
    [how === "needs" ? "within_min" : "work_min"]: token.minutes,
    state: token.state,
    as: token.as === "" ? null : token.as,
  };
  const known = Object.entries(said).filter(([, value]) => value !== null);
  const there = [...state.exchange.values()].find(
    (one) => one.step === step && one.information === information && one.how === how && one.tool === tool,
  );
  if (there !== undefined) {
    return [
      ...ops,
      ...known.map(([field, value]) => set("exchange", there.id, field as "as", value as string)),
    ];
  }
  return [
    ...ops,
    put("exchange", { id: newId(), step, information, how, tool, ...Object.fromEntries(known) }),
  ];
}

/** What an information's sign means on a side of the sheet: the customer tells and learns, an employee types and reads. */
export function howOf(way: NonNullable<InformationToken["way"]>, side: Half): Exchange["how"] {
  if (way === "needs") return "needs";
  if (side === "customer") return way === "out" ? "tells" : "learns";
  return way === "out" ? "types" : "reads";
}
