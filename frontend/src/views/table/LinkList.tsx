/** The links of a step at one of its ends: each can be taken away, and another step can be linked by its name. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { linkAdd } from "../../actions/verbs/link-add";
import { remove } from "../../model/records";
import { t } from "../../text";
import { Combobox, type Option } from "../panel/controls/Combobox";
import type { Row } from "./rows";
import { linkText } from "./texts";
import { Cross } from "../controls/Cross";

interface Props {
  readonly editor: Editor;
  readonly row: Row;
  readonly end: "into" | "out";
  readonly label: string;
  readonly close: () => void;
}

export function LinkList({ editor, row, end, label, close }: Props): JSX.Element {
  const state = editor.state.value;
  const other = end === "into" ? "source" : "target";
  const linked = new Set(row[end].map((link) => link[other]));
  const { lanes, moments, cell } = editor.sheet.value;
  const options: Option[] = moments.flatMap((moment) =>
    lanes.flatMap((lane) =>
      cell(lane.id, moment.id)
        .filter(({ id }) => !linked.has(id))
        .map(({ id, title }) => ({ id, title, detail: `${moment.title} · ${lane.title}` })),
    ),
  );
  return (
    <div class="link-list" role="group" aria-label={label}>
      <Combobox
        label={t(end === "out" ? "table.link.to" : "table.link.from", { title: row.step.title })}
        quiet
        place={`table/${row.id}/${end}`}
        placeholder={t(end === "out" ? "table.link.to.hint" : "table.link.from.hint")}
        options={options}
        pick={(id) => (end === "out" ? linkAdd.run(editor, row.id, id) : linkAdd.run(editor, id, row.id))}
      />
      <ul>
        {row[end].map((link) => {
          const text = linkText(state, link, other);
          return (
            <li key={link.id}>
              <span dir="auto">{text}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t("table.link.remove", { title: text })}
                title={t("table.link.remove", { title: text })}
                onClick={(event) => {
                  const list = event.currentTarget.closest(".link-list");
                  editor.submit(t("actions.link.remove"), [remove("link", link.id)]);
                  list?.querySelector("input")?.focus();
                }}
              >
                <Cross />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="button small" onClick={close}>
        {t("table.link.done")}
      </button>
    </div>
  );
}
