/** What stands in a cell, in the reader's language: shown, searched, and sorted by where it is not a number. */
import type { Link, State } from "../../model/records";
import { duration, list, NBSP, number, percent, signed, t } from "../../text";
import { titleOf } from "../panel/records";
import { word } from "../panel/words";
import type { ColumnId } from "./columns";
import type { Row } from "./rows";

export function textOf(state: State, row: Omit<Row, "texts">, column: ColumnId): string {
  const { step } = row;
  switch (column) {
    case "title":
    case "said":
    case "note":
      return step[column];
    case "moment":
      return row.moment.title;
    case "lane":
      return row.lane.title;
    case "actor":
      return titleOf(state, "actor", row.doer);
    case "channel":
      return titleOf(state, "channel", step.channel);
    case "work_min":
    case "wait_min":
      return step[column] === null ? "" : duration(step[column]);
    case "emotion":
      return step.emotion === null ? "" : signed(step.emotion);
    case "moment_of_truth":
      return step.moment_of_truth ? t("sheet.card.truth") : "";
    case "kind":
      return word("step-kind", step.kind);
    case "basis":
      return word("basis", step.basis);
    case "decides":
      return step.decides === null ? "" : word("decides", step.decides);
    case "stakes":
      return step.stakes === null ? "" : word("stakes", step.stakes);
    case "recovery":
      return step.recovery === null ? "" : word("recovery", step.recovery);
    case "tools":
      return toolsText(state, row.uses);
    case "information":
      return row.exchanges
        .map((exchange) => {
          const tool = titleOf(state, "tool", exchange.tool);
          const said = `${word("how", exchange.how)} ${titleOf(state, "information", exchange.information)}`;
          return tool === "" ? said : `${said} (${tool})`;
        })
        .join(", ");
    case "into":
      return row.into.map((link) => linkText(state, link, "source")).join(", ");
    case "out":
      return row.out.map((link) => linkText(state, link, "target")).join(", ");
    case "findings":
      return row.findings.length === 0 ? "" : t("sheet.card.findings", { n: row.findings.length });
  }
}

/** "Caisse, CRM ×2": as it is typed too. */
export const toolsText = (state: State, uses: Row["uses"]): string =>
  uses
    .map(({ tool, times }) => {
      const title = titleOf(state, "tool", tool);
      return times === 1 ? title : `${title}${NBSP}×${number(times)}`;
    })
    .join(", ");

/** The step at the other end, with what is not the usual of the link. */
export function linkText(state: State, link: Link, end: "source" | "target"): string {
  const title = titleOf(state, "step", link[end]);
  const more = [
    link.kind === "rework" ? word("link-kind", "rework") : "",
    link.share === null ? "" : percent(link.share),
  ].filter((part) => part !== "");
  return more.length === 0 ? title : `${title} (${list(more)})`;
}
