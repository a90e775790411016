/** Random edits of a sheet, as people make them: mostly small, now and then a whole lane. */
import { newId } from "../../src/model/ids";
import { put, remove, set, type Op, type State } from "../../src/model/records";
import { place } from "../../src/model/siblings";
import type { Pick } from "./random";

/** The ops of one edit that makes sense in this state; none where there is nothing to edit. */
export function randomEdit(state: State, pick: Pick): readonly Op[] {
  const any = <V>(map: ReadonlyMap<string, V>): V | undefined => [...map.values()][pick(map.size || 1)];
  const [lane, moment, step, other, link, phase] = [
    any(state.lane),
    any(state.moment),
    any(state.step),
    any(state.step),
    any(state.link),
    any(state.phase),
  ];
  const title = `T${pick(1000)}`;
  switch (pick(18)) {
    case 0:
    case 1:
    case 2:
      return lane && moment ? [put("step", { id: newId(), lane: lane.id, moment: moment.id, title })] : [];
    case 3:
    case 4:
    case 5:
      return step ? [set("step", step.id, "title", title)] : [];
    case 6:
      return step && lane && moment
        ? [set("step", step.id, "lane", lane.id), set("step", step.id, "moment", moment.id)]
        : [];
    case 7:
      return step
        ? [set("step", step.id, "work_min", pick(20)), set("step", step.id, "emotion", pick(5) - 2)]
        : [];
    case 8:
      return step ? [remove("step", step.id)] : [];
    case 9:
      return step && other
        ? [put("link", { id: newId(), source: step.id, target: other.id, share: pick(5) / 10 })]
        : [];
    case 10:
      return link ? [set("link", link.id, "share", pick(11) / 10)] : [];
    case 11:
      return link ? [remove("link", link.id)] : [];
    case 12:
      return phase ? [put("moment", { id: newId(), phase: phase.id, title })] : [];
    case 13:
      return [
        put("lane", {
          id: newId(),
          kind: (["customer", "frontstage", "backstage"] as const)[pick(3)] ?? "support",
          title,
        }),
      ];
    case 14:
      return lane && pick(3) === 0 ? [remove("lane", lane.id)] : [];
    case 15:
      return moment && pick(3) === 0 ? [remove("moment", moment.id)] : [];
    case 16: {
      const tool = newId();
      return step ? [put("tool", { id: tool, title }), put("use", { id: newId(), step: step.id, tool })] : [];
    }
    default:
      return step && other
        ? place(state.step.values(), [step.id], { next: other.id }).map(([id, order]) =>
            set("step", id, "order", order),
          )
        : [];
  }
}
