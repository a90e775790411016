/** What a person's flag lights on the sheet: its steps, those of its lanes, moments and area, and links among them. */
import type { State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import type { Flagging } from "../../actions/session";
import type { Path } from "../links/lit";
import { stepsIn } from "./flags";

/** null where it is on the whole sheet, or on nothing that is still there. */
export function flagPath({ step, moment, link }: State, sheet: Sheet, { on, area }: Flagging): Path | null {
  const named = new Set(on);
  const steps = new Set(area === null ? [] : stepsIn(sheet, area));
  for (const one of step.values()) {
    const phase = moment.get(one.moment)?.phase ?? "";
    if ([one.id, one.lane, one.moment, phase].some((id) => named.has(id))) steps.add(one.id);
  }
  const links = [...link.values()];
  const own = links.filter(({ id }) => named.has(id));
  for (const { source, target } of own) steps.add(source).add(target);
  if (steps.size === 0) return null;
  const among = links.filter(({ source, target }) => steps.has(source) && steps.has(target));
  return { steps, links: new Set((own.length > 0 ? own : among).map(({ id }) => id)) };
}
