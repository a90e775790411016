/** Actors (side, persona, capacity) and channels (a name is all they have). */
import type { JSX } from "preact";
import type { Editor } from "../../../actions/editor";
import { t } from "../../../text";
import { Select } from "../controls/Choices";
import { readNumber } from "../controls/reading";
import { CountField, NumberField, TextField } from "../controls/TextField";
import { fieldsOf } from "../fields";
import { choices, word } from "../words";
import { Library } from "./Library";

export function ActorLibrary({ editor }: { editor: Editor }): JSX.Element {
  return (
    <Library editor={editor} type="actor" detail={({ side }) => word("side", side)}>
      {(actor) => {
        const field = fieldsOf(editor, "actor", actor);
        return (
          <>
            <Select {...field("side", t("panel.field.side"))} choices={choices("side")} />
            <TextField {...field("about", t("panel.field.persona"))} lines="many" />
            {actor.side !== "customer" && (
              <div class="field-row">
                <NumberField {...field("headcount", t("panel.field.headcount"))} />
                <CountField {...field("hours_per_month", t("panel.field.hours"))} read={readNumber} />
              </div>
            )}
          </>
        );
      }}
    </Library>
  );
}

export const ChannelLibrary = ({ editor }: { editor: Editor }): JSX.Element => (
  <Library editor={editor} type="channel" detail={() => ""}>
    {() => null}
  </Library>
);
