/** A person's flag in words: of which kind, where, and the kinds that are offered. */
import type { Concern } from "../../actions/concerns";
import type { Flagging } from "../../actions/session";
import type { Area, Flag, State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { isKey, t } from "../../text";
import { kindName, titleById } from "../findings/names";

/** The kind in the reader's language, or the person's own word. */
export const flagKind = ({ kind }: Pick<Flag, "kind">): string =>
  kind === "" ? t("reviews.flag.untold") : kindName(kind);

/** Every kind of the catalogue, by title. */
export function kindsOf(
  known: readonly string[],
): readonly { readonly id: string; readonly title: string }[] {
  return known
    .filter((id) => isKey(`findings.kind.${id}`))
    .map((id) => ({ id, title: kindName(id) }))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** "En scène à En coulisses, Attend à Paie". */
export function areaName(state: State, { lanes, moments }: Area): string {
  const span = (type: "lane" | "moment", [first, last]: readonly [string, string]): string => {
    const [a, b] = [state[type].get(first)?.title ?? "?", state[type].get(last)?.title ?? "?"];
    return first === last ? a : t("reviews.flag.span", { first: a, last: b });
  };
  return t("reviews.flag.area", { lanes: span("lane", lanes), moments: span("moment", moments) });
}

/** Where it stands, in a line; each element can be led to (see `Places`). */
export function placeName(state: State, { on, area }: Flagging): string {
  const parts = on.map((id) => titleById(state, id) ?? "").filter((title) => title !== "");
  if (area !== null) parts.push(areaName(state, area));
  return parts.length === 0 ? t("reviews.flag.whole") : parts.join("\u00a0· ");
}

/** The steps that stand in an area, both corners included. */
export function stepsIn(sheet: Sheet, { lanes, moments }: Area): readonly string[] {
  const between = (ids: readonly string[], [first, last]: readonly [string, string]): readonly string[] => {
    const [a, b] = [ids.indexOf(first), ids.indexOf(last)];
    return a < 0 || b < 0 ? [] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  };
  const rows = between(
    sheet.lanes.map(({ id }) => id),
    lanes,
  );
  const columns = between(
    sheet.moments.map(({ id }) => id),
    moments,
  );
  return rows.flatMap((lane) => columns.flatMap((moment) => sheet.cell(lane, moment).map(({ id }) => id)));
}

/** The sentence by which a list knows it. */
export const flagSaid = ({ flag }: Extract<Concern, { kind: "flag" }>): string =>
  flag.text === "" ? flagKind(flag) : flag.text;
