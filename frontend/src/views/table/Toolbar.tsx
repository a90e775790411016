/** Above the table: what to look for, which rows, which columns, and how many there are. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import { options } from "../panel/records";
import { choices } from "../panel/words";
import { COLUMNS, columnName, rememberColumns } from "./columns";
import { ALL, countOf, type Filters } from "./filters";
import type { TableState } from "./state";

interface Props {
  readonly editor: Editor;
  readonly table: TableState;
  readonly shown: number;
  readonly all: number;
}

/** Milliseconds without a key after which the rows follow what is typed. */
const PAUSE = 120;

export function Toolbar({ editor, table, shown, all }: Props): JSX.Element {
  const { filters } = table;
  const [unfolded, unfold] = useState<"filters" | "columns" | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (change: Partial<Filters>): void => void (filters.value = { ...filters.value, ...change });
  const count = countOf(filters.value);
  const anything = count > 0 || filters.value.text !== "";
  const toggle = (what: "filters" | "columns"): void => unfold(unfolded === what ? null : what);
  return (
    <div class="table-bar" role="search" aria-label={t("table.bar")}>
      <div class="table-bar-row">
        <input
          ref={field}
          class="field-input table-find"
          type="search"
          aria-label={t("table.find")}
          placeholder={t("table.find")}
          defaultValue={filters.value.text}
          onInput={({ currentTarget: { value } }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => set({ text: value }), PAUSE);
          }}
        />
        <button
          type="button"
          class="button small"
          aria-expanded={unfolded === "filters"}
          aria-controls="table-filters"
          onClick={() => toggle("filters")}
        >
          {count === 0 ? t("table.filters") : t("table.filters.n", { count })}
        </button>
        <button
          type="button"
          class="button small"
          aria-expanded={unfolded === "columns"}
          aria-controls="table-columns"
          onClick={() => toggle("columns")}
        >
          {t("table.columns")}
        </button>
        <span class="table-count" role="status">
          {shown === all ? t("table.count", { n: all }) : t("table.count.of", { n: shown, all })}
        </span>
        {anything && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              filters.value = ALL;
              if (field.current !== null) field.current.value = "";
              field.current?.focus();
            }}
          >
            {t("table.all")}
          </button>
        )}
      </div>
      <div id="table-filters" class="table-bar-row" hidden={unfolded !== "filters"}>
        {unfolded === "filters" && <FilterFields editor={editor} filters={filters.value} set={set} />}
      </div>
      <div
        id="table-columns"
        class="table-bar-row"
        role="group"
        aria-label={t("table.columns")}
        hidden={unfolded !== "columns"}
      >
        {unfolded === "columns" &&
          COLUMNS.filter(({ id }) => id !== "title").map((column) => (
            <label key={column.id} class="check">
              <input
                type="checkbox"
                checked={table.columns.value.has(column.id)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(table.columns.value);
                  if (checked) next.add(column.id);
                  else next.delete(column.id);
                  table.columns.value = next;
                  rememberColumns(next);
                }}
              />
              <span>{columnName(column)}</span>
            </label>
          ))}
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly editor: Editor;
  readonly filters: Filters;
  readonly set: (change: Partial<Filters>) => void;
}

function FilterFields({ editor, filters, set }: FieldsProps): JSX.Element {
  const state = editor.state.value;
  const { lanes, phases } = editor.sheet.value;
  const words = (name: "step-kind" | "basis"): { id: string; title: string }[] =>
    choices(name).map(({ value, label }) => ({ id: value, title: label }));
  const fields = [
    ["lane", t("panel.tab.lane"), lanes],
    ["moment", t("panel.tab.moment"), null],
    ["who", t("panel.field.actor"), options(state, "actor")],
    ["tool", t("table.tool"), inOrder(state.tool.values())],
    ["kind", t("panel.field.kind"), words("step-kind")],
    ["basis", t("panel.field.basis"), words("basis")],
  ] as const;
  return (
    <>
      {fields.map(([name, label, offered]) => (
        <label key={name} class="table-filter">
          <span>{label}</span>
          <select
            class="field-input"
            value={filters[name]}
            onChange={({ currentTarget: { value } }) => set({ [name]: value })}
          >
            <option value="">{t("table.any")}</option>
            {offered?.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            )) ??
              phases.map(({ phase, moments }) => (
                <optgroup key={phase.id} label={phase.title}>
                  <option value={phase.id}>{t("table.phase", { title: phase.title })}</option>
                  {moments.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              ))}
          </select>
        </label>
      ))}
      {(["findings", "unknown"] as const).map((name) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={filters[name]}
            onChange={({ currentTarget: { checked } }) => set({ [name]: checked })}
          />
          <span>{t(`table.with.${name}`)}</span>
        </label>
      ))}
    </>
  );
}
