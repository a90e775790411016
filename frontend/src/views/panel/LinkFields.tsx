/** One link: its ends, its kind, the part of the cases that take it. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { linkRemove } from "../../actions/verbs/link-remove";
import type { Link, Step } from "../../model/records";
import { t } from "../../text";
import { Choices } from "./controls/Choices";
import { ShareField } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { goTo } from "./goto";
import { choices } from "./words";

export function LinkFields({ editor, link }: { editor: Editor; link: Link }): JSX.Element {
  const { step } = editor.state.value;
  const source = step.get(link.source);
  const target = step.get(link.target);
  const field = fieldsOf(editor, "link", link);
  return (
    <div class="fields">
      <div class="link-ends">
        <End editor={editor} name={t("panel.link.from")} step={source} />
        <End editor={editor} name={t("panel.link.to")} step={target} />
      </div>
      <Choices {...field("kind", t("panel.field.link_kind"))} choices={choices("link-kind")} />
      <ShareField
        {...field("share", t("panel.field.share"))}
        placeholder={t(link.kind === "rework" ? "panel.share.rework" : "panel.share.flow")}
      />
      <p class="hint">{t(link.kind === "rework" ? "panel.share.rework.hint" : "panel.share.flow.hint")}</p>
      <button type="button" class="button danger" onClick={() => linkRemove.run(editor, link.id)}>
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
