/** Fields that name an actor, a channel, a tool or information: found by typing, made on the fly. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Named } from "../../actions/named";
import { t } from "../../text";
import { Combobox } from "./controls/Combobox";
import { options, titleOf, type Titled } from "./records";

export interface NameProps {
  readonly editor: Editor;
  readonly label: string;
  readonly place: string;
  readonly value: string | null;
  readonly placeholder?: string | undefined;
  /** The choice: null where the field was emptied. */
  choose(name: Named | null): void;
}

const field =
  (type: Titled, empty: () => string) =>
  (props: NameProps): JSX.Element => (
    <Combobox
      label={props.label}
      place={props.place}
      value={props.value}
      options={options(props.editor.state.value, type)}
      placeholder={props.placeholder ?? empty()}
      pick={(id) => props.choose({ id })}
      make={(title) => props.choose({ title })}
      clear={() => props.choose(null)}
    />
  );

export const ActorField = field("actor", () => t("panel.unknown"));
export const ChannelField = field("channel", () => t("panel.none"));
export const ToolField = field("tool", () => t("panel.unknown"));

/** What stands in an empty actor field: whoever the lane names. */
export function laneActorHint(editor: Editor, actor: string | null): string {
  const title = titleOf(editor.state.value, "actor", actor);
  return title === "" ? t("panel.unknown") : t("panel.actor.lane", { actor: title });
}
