/** Information: of which kind, in which tool it can be read, how old it is when it arrives, when it was last reviewed. */
import type { JSX } from "preact";
import type { Editor } from "../../../actions/editor";
import { referenceSet } from "../../../actions/verbs/reference-set";
import { t } from "../../../text";
import { Select } from "../controls/Choices";
import { DurationField, NumberField } from "../controls/TextField";
import { fieldsOf } from "../fields";
import { ToolField } from "../NameFields";
import { titleOf } from "../records";
import { choices, word } from "../words";
import { Library } from "./Library";

export function InformationLibrary({ editor }: { editor: Editor }): JSX.Element {
  const state = editor.state.value;
  return (
    <Library
      editor={editor}
      type="information"
      detail={({ kind, held_in }) =>
        [kind === "data" ? "" : word("information-kind", kind), titleOf(state, "tool", held_in)]
          .filter((part) => part !== "")
          .join(" · ")
      }
    >
      {(information) => {
        const field = fieldsOf(editor, "information", information);
        return (
          <>
            <Select
              {...field("kind", t("panel.field.information_kind"))}
              choices={choices("information-kind")}
            />
            <ToolField
              editor={editor}
              {...field("held_in", t("panel.field.held_in"))}
              placeholder={t("panel.held_in.nowhere")}
              choose={(tool) =>
                referenceSet.run(editor, { type: "information", id: information.id, field: "held_in" }, tool)
              }
            />
            <DurationField {...field("delay_min", t("panel.field.delay"))} />
            {(information.kind === "knowledge" ||
              information.kind === "standard" ||
              information.reviewed_days_ago !== null) && (
              <NumberField {...field("reviewed_days_ago", t("panel.field.reviewed"))} />
            )}
          </>
        );
      }}
    </Library>
  );
}
