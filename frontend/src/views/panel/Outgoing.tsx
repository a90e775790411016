/** What follows a step: each outgoing link with the part of the cases that take it. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Step } from "../../model/records";
import { t } from "../../text";
import { ShareField } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { linksOut, titleOf } from "./records";

export function Outgoing({ editor, step }: { editor: Editor; step: Step }): JSX.Element | null {
  const state = editor.state.value;
  const links = linksOut(state, step.id);
  if (links.length === 0) return null;
  return (
    <section class="outgoing">
      <h3 class="field-label">{t("panel.field.outgoing")}</h3>
      <ul class="outgoing-list">
        {links.map((link) => {
          const target = titleOf(state, "step", link.target);
          const field = fieldsOf(editor, "link", link);
          return (
            <li key={link.id} class="outgoing-link">
              <button
                type="button"
                class="outgoing-target"
                title={t("panel.link.open")}
                onClick={() => (editor.session.selectedLink.value = link.id)}
              >
                <span aria-hidden="true">{link.kind === "rework" ? "↺" : "→"}</span> {target}
              </button>
              <ShareField
                {...field("share", t("panel.field.share.to", { title: target }))}
                quiet
                placeholder={t(link.kind === "rework" ? "panel.share.rework" : "panel.share.flow")}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
