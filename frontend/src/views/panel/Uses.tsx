/** The tools of a step as chips in the order of use; a chip unfolds to how often, how slow and its place in the row. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { useAdd } from "../../actions/verbs/use-add";
import { useMove } from "../../actions/verbs/use-move";
import { useRemove } from "../../actions/verbs/use-remove";
import type { Step, Use } from "../../model/records";
import { t } from "../../text";
import { Combobox } from "./controls/Combobox";
import { readCount, showLatency } from "./controls/reading";
import { CountField, LatencyField } from "./controls/TextField";
import { fieldsOf, placeOf } from "./fields";
import { afterDrawing } from "../shell/arriving";
import { focusField } from "./goto";
import { options } from "./records";

interface UsesProps {
  readonly editor: Editor;
  readonly step: Step;
  readonly uses: readonly Use[];
}

export function Uses({ editor, step, uses }: UsesProps): JSX.Element {
  const state = editor.state.value;
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const unfolded = uses.find((use) => use.id === open);
  return (
    <section class="uses" aria-labelledby={`${id}-name`}>
      <h3 class="field-label" id={`${id}-name`}>
        {t("panel.field.uses")}
      </h3>
      <ul class="chips">
        {uses.map((each) => {
          const tool = state.tool.get(each.tool);
          const slow =
            tool === undefined || tool.latency_s === null ? "" : ` · ${showLatency(tool.latency_s)}`;
          return (
            <li key={each.id}>
              <button
                type="button"
                class="chip"
                data-field={placeOf("use", each.id, "tool")}
                aria-expanded={each.id === open}
                aria-controls={`${id}-use`}
                onClick={() => setOpen(each.id === open ? null : each.id)}
              >
                {tool?.title}
                {each.times === 1 ? "" : ` ×\u2009${each.times}`}
                {slow}
              </button>
            </li>
          );
        })}
        <li class="chips-add">
          <Combobox
            label={t("panel.use.add")}
            quiet
            place={placeOf("step", step.id, "uses")}
            placeholder={t("panel.use.hint")}
            options={options(state, "tool")}
            pick={(id) => useAdd.run(editor, step.id, { id })}
            make={(title) => useAdd.run(editor, step.id, { title })}
          />
        </li>
      </ul>
      <div id={`${id}-use`}>
        {unfolded !== undefined && <UseFields key={unfolded.id} editor={editor} use={unfolded} row={uses} />}
      </div>
    </section>
  );
}

interface UseFieldsProps {
  readonly editor: Editor;
  readonly use: Use;
  readonly row: readonly Use[];
}

function UseFields({ editor, use, row }: UseFieldsProps): JSX.Element | null {
  const tool = editor.state.value.tool.get(use.tool);
  if (tool === undefined) return null;
  const at = row.indexOf(use);
  const remove = (): void => {
    const heir = row[at + 1] ?? row[at - 1];
    useRemove.run(editor, use.id);
    const place = heir === undefined ? placeOf("step", use.step, "uses") : placeOf("use", heir.id, "tool");
    afterDrawing(() => focusField(place));
  };
  return (
    <div class="unfolded">
      <div class="field-row">
        <CountField {...fieldsOf(editor, "use", use)("times", t("panel.field.times"))} read={readCount} />
        <LatencyField
          {...fieldsOf(editor, "tool", tool)("latency_s", t("panel.field.latency"))}
          placeholder={t("panel.unknown.she")}
        />
      </div>
      <div class="field-row buttons">
        <button
          type="button"
          class="button small"
          aria-disabled={at === 0}
          onClick={() => useMove.run(editor, use.id, -1)}
        >
          {t("panel.use.earlier")}
        </button>
        <button
          type="button"
          class="button small"
          aria-disabled={at === row.length - 1}
          onClick={() => useMove.run(editor, use.id, 1)}
        >
          {t("panel.use.later")}
        </button>
        <button type="button" class="button small" onClick={remove}>
          {t("panel.remove")}
          <span class="visually-hidden"> {tool.title}</span>
        </button>
      </div>
    </div>
  );
}
