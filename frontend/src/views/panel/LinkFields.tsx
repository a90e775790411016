/** One link: its ends, its kind, the part of the cases that take it beside the others. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { linkRemove } from "../../actions/verbs/link-remove";
import type { Link, Step } from "../../model/records";
import { t } from "../../text";
import { Choices } from "./controls/Choices";
import { fieldsOf } from "./fields";
import { focusCard, goTo } from "./goto";
import { Remains, ShareOf } from "./Outgoing";
import { divisionOf } from "./shares";
import { choices } from "./words";

export function LinkFields({ editor, link }: { editor: Editor; link: Link }): JSX.Element {
  const state = editor.state.value;
  const field = fieldsOf(editor, "link", link);
  const division = divisionOf(state, link.source);
  const back = division.rework.has(link.id);
  return (
    <div class="fields">
      <div class="link-ends">
        <End editor={editor} name={t("panel.link.from")} step={state.step.get(link.source)} />
        <End editor={editor} name={t("panel.link.to")} step={state.step.get(link.target)} />
      </div>
      <Choices {...field("kind", t("panel.field.link_kind"))} choices={choices("link-kind")} />
      {back && link.kind === "flow" && <p class="hint">{t("panel.link.goes-back")}</p>}
      <ShareOf editor={editor} link={link} division={division} label={t("panel.field.share")} />
      <p class="hint">{t(back ? "panel.share.rework.hint" : "panel.share.flow.hint")}</p>
      {division.links.length > 1 && <Remains division={division} />}
      <button
        type="button"
        class="button danger"
        onClick={() => {
          linkRemove.run(editor, link.id);
          focusCard(link.source);
        }}
      >
        {t("panel.link.remove")}
      </button>
    </div>
  );
}

function End(props: { editor: Editor; name: string; step: Step | undefined }): JSX.Element {
  const { editor, name, step } = props;
  return (
    <p class="link-end">
      <span class="field-label">{name}</span>
      {step !== undefined && (
        <button type="button" class="text-button" onClick={() => goTo(editor, { type: "step", id: step.id })}>
          {step.title}
        </button>
      )}
    </p>
  );
}
