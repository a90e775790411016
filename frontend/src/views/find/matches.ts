/** Where on the sheet a text stands: titles first, then what is said, noted, used and done by whom. */
import type { Editor } from "../../actions/editor";
import type { Focus } from "../../actions/session";
import type { State, Step } from "../../model/records";
import { t } from "../../text";
import { occurrences } from "../../text/search";

export interface Found {
  readonly on: "step" | "lane" | "moment" | "phase";
  readonly id: string;
  readonly title: string;
  /** In which part it stands, in words; empty where the title itself answers. */
  readonly part: string;
}

/** In the order in which the sheet is read: headers, then lane by lane. Linear in what the sheet holds. */
export function findIn({ sheet, state }: Editor, query: string): readonly Found[] {
  if (query.trim() === "") return [];
  const has = (text: string): boolean => occurrences(text, query).length > 0;
  const { phases, moments, lanes, cell } = sheet.value;
  const titled =
    (on: Found["on"]) =>
    (one: { readonly id: string; readonly title: string }): Found[] =>
      has(one.title) ? [{ on, id: one.id, title: one.title, part: "" }] : [];
  const parts = besides(state.value);
  const steps = lanes.flatMap((lane) => [
    ...titled("lane")(lane),
    ...moments.flatMap((moment) =>
      cell(lane.id, moment.id).flatMap((step): Found[] => {
        if (has(step.title)) return titled("step")(step);
        const part = parts(step).find(([, texts]) => texts.some(has));
        return part === undefined ? [] : [{ on: "step", id: step.id, title: step.title, part: part[0] }];
      }),
    ),
  ]);
  return [
    ...phases.flatMap(({ phase }) => titled("phase")(phase)),
    ...moments.flatMap(titled("moment")),
    ...steps,
  ];
}

type Part = readonly [name: string, texts: readonly string[]];

/** What belongs to a step besides its title, by the part it stands in. */
function besides(state: State): (step: Step) => readonly Part[] {
  const { actor, channel, exchange, information, lane, note, tool, use } = state;
  const tools = gathered(
    use.values(),
    (one) => one.step,
    (one) => tool.get(one.tool)?.title,
  );
  const told = gathered(
    exchange.values(),
    (one) => one.step,
    (one) => information.get(one.information)?.title,
  );
  const notes = gathered(
    note.values(),
    (one) => one.on,
    (one) => one.text,
  );
  return (step) => [
    [t("find.part.said"), [step.said]],
    [t("find.part.note"), [step.note, ...(notes.get(step.id) ?? [])]],
    [t("find.part.tool"), tools.get(step.id) ?? []],
    [t("find.part.information"), told.get(step.id) ?? []],
    [t("find.part.actor"), [actor.get(step.actor ?? lane.get(step.lane)?.actor ?? "")?.title ?? ""]],
    [t("find.part.channel"), [channel.get(step.channel ?? "")?.title ?? ""]],
  ];
}

function gathered<R>(
  records: Iterable<R>,
  owner: (record: R) => string | null,
  text: (record: R) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>();
  for (const record of records) {
    const [id, said] = [owner(record), text(record)];
    if (id !== null && said !== undefined) by.set(id, [...(by.get(id) ?? []), said]);
  }
  return by;
}

/** Where the keyboard stands on the sheet to be at a match. */
export function focusOf({ state }: Editor, { on, id }: Found): Focus | null {
  if (on !== "step") return { on, id };
  const step = state.value.step.get(id);
  return step === undefined ? null : { on: "cell", lane: step.lane, moment: step.moment, step: id };
}
