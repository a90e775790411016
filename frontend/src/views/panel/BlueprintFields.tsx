/** The blueprint's own fields, and the libraries that its steps draw on. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { BLUEPRINT } from "../../model/records";
import { t } from "../../text";
import { Choices, Select } from "./controls/Choices";
import { CodeField, NumberField, TextField } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { ActorLibrary, ChannelLibrary } from "./libraries/People";
import { InformationLibrary } from "./libraries/InformationLibrary";
import { ToolLibrary } from "./libraries/ToolLibrary";
import { choices } from "./words";

export function BlueprintFields({ editor }: { editor: Editor }): JSX.Element | null {
  const blueprint = editor.state.value.blueprint.get(BLUEPRINT);
  if (blueprint === undefined) return null;
  const field = fieldsOf(editor, "blueprint", blueprint);
  return (
    <div class="fields">
      <TextField {...field("episode", t("panel.field.episode"))} placeholder={t("panel.episode.hint")} />
      <Choices {...field("state", t("panel.field.state"))} choices={choices("state")} />
      <div class="field-row">
        <NumberField
          {...field("cases_per_month", t("panel.field.cases"))}
          placeholder={t("panel.unknown.they")}
        />
        <NumberField {...field("cost_per_hour", t("panel.field.cost"))} />
        <CodeField {...field("currency", t("panel.field.currency"))} />
      </div>
      <Select {...field("language", t("panel.field.language"))} choices={choices("language")} />
      <h3 class="section-name">{t("panel.section.libraries")}</h3>
      <ToolLibrary editor={editor} />
      <InformationLibrary editor={editor} />
      <ActorLibrary editor={editor} />
      <ChannelLibrary editor={editor} />
    </div>
  );
}
