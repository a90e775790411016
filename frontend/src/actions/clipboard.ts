/** Selected steps for the clipboard: a block of cells for spreadsheets, and all that was said of them for ourselves. */
import { put, type Op, type State, type Step } from "../model/records";
import { newId } from "../model/ids";
import type { Sheet } from "../model/sheet";
import { guarded, writeBlock } from "../model/tsv";
import type { NamedType } from "./named";
import type { Naming } from "./naming";
import type { Payload } from "./payload";

export interface Clip {
  readonly text: string;
  readonly html: string;
}

/** Without what belongs to this blueprint only. */
const without = (record: object, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !["id", "order", ...names].includes(name)));

export function clipOf(state: State, sheet: Sheet, steps: readonly Step[]): Clip {
  const rows = sheet.lanes.map((lane, i) => (steps.some((step) => step.lane === lane.id) ? i : -1));
  const columns = sheet.moments.map((moment, i) =>
    steps.some((step) => step.moment === moment.id) ? i : -1,
  );
  const [top, left] = [rows.find((i) => i >= 0) ?? 0, columns.find((i) => i >= 0) ?? 0];
  const lanes = sheet.lanes.slice(top, Math.max(...rows) + 1);
  const moments = sheet.moments.slice(left, Math.max(...columns) + 1);
  const chosen = new Set(steps.map(({ id }) => id));
  const block = lanes.map((lane) =>
    moments.map((moment) =>
      sheet
        .cell(lane.id, moment.id)
        .filter(({ id }) => chosen.has(id))
        // One card a line: a line break within a title would make two of it.
        .map(({ title }) => title.replace(/\n/g, " "))
        .join("\n"),
    ),
  );
  const payload = payloadOf(
    state,
    steps,
    (step) => lanes.findIndex(({ id }) => id === step.lane),
    (step) => moments.findIndex(({ id }) => id === step.moment),
  );
  const cells = block
    .map((row) => `<tr>${row.map((cell) => `<td>${markup(guarded(cell))}</td>`).join("")}</tr>`)
    .join("");
  const data = markup(JSON.stringify(payload)).replace(/<br>/g, " ");
  return {
    text: writeBlock(block),
    html: `<table data-rectoverso="${data}"><tbody>${cells}</tbody></table>`,
  };
}

const markup = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "<br>");

function payloadOf(
  state: State,
  steps: readonly Step[],
  row: (step: Step) => number,
  column: (step: Step) => number,
): Payload {
  const at = new Map(steps.map((step, i) => [step.id, i]));
  const of = (id: string): number => at.get(id) ?? -1;
  const uses = [...state.use.values()].filter((use) => at.has(use.step));
  const exchanges = [...state.exchange.values()].filter((one) => at.has(one.step));
  const links = [...state.link.values()].filter((one) => at.has(one.source) && at.has(one.target));
  const titleOf = (type: NamedType, id: string | null): string | null =>
    id === null ? null : (state[type].get(id)?.title ?? null);
  const information = [...new Set(exchanges.map((one) => one.information))].flatMap(
    (id) => state.information.get(id) ?? [],
  );
  const tools = new Set([
    ...uses.map((use) => use.tool),
    ...exchanges.map((one) => one.tool),
    ...information.map((one) => one.held_in),
  ]);
  const known = [...tools].flatMap((id) => state.tool.get(id ?? "") ?? []);
  const actors = new Set([...steps.map((step) => step.actor), ...known.flatMap((tool) => tool.actors ?? [])]);
  return {
    rectoverso: 1,
    steps: steps.map((step) => ({
      row: row(step),
      column: column(step),
      actor: titleOf("actor", step.actor),
      channel: titleOf("channel", step.channel),
      fields: without(step, "lane", "moment", "actor", "channel"),
    })),
    uses: uses.map((use) => ({
      step: of(use.step),
      tool: titleOf("tool", use.tool) ?? "",
      times: use.times,
    })),
    exchanges: exchanges.map((one) => ({
      step: of(one.step),
      information: titleOf("information", one.information) ?? "",
      tool: titleOf("tool", one.tool),
      fields: without(one, "step", "information", "tool"),
    })),
    links: links.map(({ source, target, kind, share }) => ({
      source: of(source),
      target: of(target),
      kind,
      share,
    })),
    actors: [...actors].flatMap((id) => {
      const actor = state.actor.get(id ?? "");
      return actor === undefined ? [] : [{ title: actor.title, fields: without(actor, "title") }];
    }),
    tools: known.map((tool) => ({
      title: tool.title,
      latency_s: tool.latency_s,
      actors: tool.actors?.flatMap((id) => titleOf("actor", id) ?? []) ?? null,
    })),
    information: information.map((one) => ({
      title: one.title,
      held_in: titleOf("tool", one.held_in),
      fields: without(one, "title", "held_in"),
    })),
  };
}

/** Ops that put copied steps on a sheet; `cellAt` says where a row and column of the copy lie. Gives the new ids too. */
export function opsOf(
  state: State,
  naming: Naming,
  payload: Payload,
  cellAt: (row: number, column: number) => { readonly lane: string; readonly moment: string },
): { readonly ids: readonly string[]; readonly ops: readonly Op[] } {
  const named = (type: NamedType, title: string | null, fields = {}): string | null =>
    title === null ? null : naming.id(type, title, fields);
  for (const actor of payload.actors) naming.id("actor", actor.title, actor.fields);
  for (const { title, latency_s, actors } of payload.tools) {
    naming.id("tool", title, { latency_s, actors: actors?.map((name) => naming.id("actor", name)) ?? null });
  }
  for (const { title, held_in, fields } of payload.information) {
    naming.id("information", title, { ...fields, held_in: named("tool", held_in) });
  }
  const ids = payload.steps.map(() => newId());
  const idOf = (at: number): string => ids[at] ?? "";
  const ops: Op[] = payload.steps.map((step, i) => {
    const cell = cellAt(step.row, step.column);
    const own = named("actor", step.actor);
    const actor = state.lane.get(cell.lane)?.actor === own ? null : own;
    return put("step", {
      ...step.fields,
      ...cell,
      actor,
      channel: named("channel", step.channel),
      id: idOf(i),
    });
  });
  for (const { step, tool, times } of payload.uses) {
    ops.push(put("use", { id: newId(), step: idOf(step), tool: naming.id("tool", tool), times }));
  }
  for (const { step, information, tool, fields } of payload.exchanges) {
    const at = {
      step: idOf(step),
      information: naming.id("information", information),
      tool: named("tool", tool),
    };
    ops.push(put("exchange", { ...fields, ...at, id: newId() }));
  }
  for (const { source, target, kind, share } of payload.links) {
    ops.push(put("link", { id: newId(), source: idOf(source), target: idOf(target), kind, share }));
  }
  return { ids, ops };
}
