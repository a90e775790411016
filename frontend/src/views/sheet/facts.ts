/** What a card says below its title, in the reader's language: times, facts, and pills for its channel and tools. */
import type { Exchange, State, Step, Use } from "../../model/records";
import { NBSP, duration, list, number, percent, quoted, t } from "../../text";

/** The records that cards name; the same object while none of them changes. */
export type Names = Pick<State, "actor" | "channel" | "tool" | "information">;

export interface Pill {
  readonly kind: "channel" | "tool";
  readonly text: string;
}
export interface Times {
  readonly work: string | null;
  readonly wait: string | null;
  /** Length of the hatched bar in pixels. */
  readonly bar: number;
}

/** From here on a tool makes one wait so long that its card says it (the catalogue's own limit). */
const SLOW_S = 10;

export function timesOf({ work_min, wait_min }: Step): Times | null {
  const waits = wait_min !== null && wait_min > 0;
  if (work_min === null && !waits) return null;
  if (work_min === 0 && !waits) return null;
  return {
    work: work_min === null || (work_min === 0 && waits) ? null : duration(work_min),
    wait: waits ? duration(wait_min) : null,
    bar: waits ? Math.min(48, 6 + 4 * wait_min) : 0,
  };
}

/** Short facts, each to stand for itself: who else does it, what is typed, who must be asked, how many cases come here. */
export function factsOf(
  step: Step,
  exchanges: readonly Exchange[],
  share: number | null,
  byOther: boolean,
  { actor, information }: Names,
): string[] {
  const facts: string[] = [];
  const doer = byOther && step.actor !== null ? actor.get(step.actor) : undefined;
  if (doer !== undefined && !names(step.title, doer.title)) facts.push(doer.title);
  for (const how of ["types", "tells"] as const) {
    const times = new Map<string, number>();
    for (const exchange of exchanges) {
      if (exchange.how === how) times.set(exchange.information, (times.get(exchange.information) ?? 0) + 1);
    }
    const titles = [...times].map(([id, n]) => {
      const title = quoted(information.get(id)?.title ?? "");
      return n === 1 ? title : title + NBSP + t("sheet.card.times", { n });
    });
    if (titles.length > 0) facts.push(t(`sheet.card.${how}`, { information: list(titles) }));
  }
  for (const { state, information: id } of exchanges) {
    if (state === null || state === "ok") continue;
    facts.push(t(`sheet.card.${state}`, { information: information.get(id)?.title ?? "" }));
  }
  if (step.decides === "asks" || step.decides === "within-limits")
    facts.push(t(`sheet.card.${step.decides}`));
  if (step.decides === "asks" && step.stakes !== null) facts.push(t(`sheet.card.${step.stakes}`));
  if (share !== null) facts.push(t("sheet.card.share", { percent: percent(share) }));
  return facts;
}

/** "Chef de rayon valide" says who does it. */
const names = (title: string, actor: string): boolean =>
  title.toLocaleLowerCase().includes(actor.toLocaleLowerCase());

export function pillsOf(step: Step, uses: readonly Use[], { channel, tool }: Names): Pill[] {
  const pills: Pill[] = [];
  const by = step.channel === null ? undefined : channel.get(step.channel);
  if (by !== undefined) {
    pills.push({ kind: "channel", text: by.title });
  }
  // One pill a tool, however often the step comes back to it: table and panel have each use in its place.
  const often = new Map<string, number>();
  for (const use of uses) often.set(use.tool, (often.get(use.tool) ?? 0) + use.times);
  for (const [id, times] of often) {
    const used = tool.get(id);
    if (used === undefined) continue;
    let text = used.title;
    if (times !== 1) text += NBSP + t("sheet.card.times", { n: times });
    const waits = (used.latency_s ?? 0) * times;
    if (waits >= SLOW_S) text += `${NBSP}· ` + t("sheet.card.seconds", { n: number(waits, 0) });
    pills.push({ kind: "tool", text });
  }
  return pills;
}

/** For screen readers and as a hint: what the pill stands for. */
export const pillLabel = ({ kind, text }: Pill): string =>
  kind === "channel" ? t("sheet.card.channel", { channel: text }) : t("sheet.card.tool", { tool: text });

/** One sentence for who hears the card. */
export function labelOf(
  step: Step,
  times: Times | null,
  facts: readonly string[],
  pills: readonly Pill[],
  findings: number,
): string {
  const parts = [step.title];
  if (step.moment_of_truth) parts.push(t("sheet.card.truth"));
  if (times?.work != null) parts.push(t("sheet.card.work", { time: times.work }));
  if (times?.wait != null) parts.push(t("sheet.card.wait", { time: times.wait }));
  parts.push(...facts, ...pills.map(pillLabel));
  if (findings > 0) parts.push(t("sheet.card.findings", { n: findings }));
  return parts.join(", ");
}
