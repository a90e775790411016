/** The fields of one exchange: of what, in which tool, how long it takes, in which state it arrives. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { exchangeRemove } from "../../actions/verbs/exchange-remove";
import { referenceSet } from "../../actions/verbs/reference-set";
import type { Exchange } from "../../model/records";
import { t } from "../../text";
import { Choices, Select } from "./controls/Choices";
import { Combobox } from "./controls/Combobox";
import { DurationField, TextField, type FieldProps } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { ToolField } from "./NameFields";
import { options, titleOf } from "./records";
import { takingAway } from "./rows";
import { choices } from "./words";

interface Props {
  readonly editor: Editor;
  readonly exchange: Exchange;
}

export function ExchangeFields({ editor, exchange }: Props): JSX.Element {
  const field = fieldsOf(editor, "exchange", exchange);
  const handled = exchange.how === "reads" || exchange.how === "types";
  return (
    <>
      <div class="field-pair">
        <Select {...field("how", t("panel.field.how"))} choices={choices("how")} />
        <InformationField {...field("information", t("panel.field.information"))} editor={editor} />
        {(handled || exchange.tool !== null) && <ToolOf editor={editor} exchange={exchange} />}
        {(exchange.how !== "needs" || exchange.work_min !== null) && (
          <DurationField {...field("work_min", t("panel.field.exchange_work"))} />
        )}
        {exchange.within_min !== null && <DurationField {...field("within_min", t("panel.field.within"))} />}
      </div>
      <ArrivalField editor={editor} exchange={exchange} />
      {exchange.as !== "" && <TextField {...field("as", t("panel.field.as"))} />}
      <RemoveExchange editor={editor} exchange={exchange} />
    </>
  );
}

/** What stands behind a need that has been said: another information, how fresh, or not needed after all. */
export function NeedFields({ editor, exchange }: Props): JSX.Element {
  const field = fieldsOf(editor, "exchange", exchange);
  return (
    <>
      <div class="field-pair">
        <InformationField {...field("information", t("panel.field.information"))} editor={editor} />
        <DurationField
          {...field("within_min", t("panel.field.within"))}
          placeholder={t("panel.unknown.she")}
        />
        <Select {...field("how", t("panel.field.how"))} choices={choices("how")} />
        {exchange.tool !== null && <ToolOf editor={editor} exchange={exchange} />}
        {exchange.work_min !== null && (
          <DurationField {...field("work_min", t("panel.field.exchange_work"))} />
        )}
      </div>
      <RemoveExchange editor={editor} exchange={exchange} />
    </>
  );
}

/** In which state the information arrives, as answers; unanswered, none is marked. */
export function ArrivalField({ editor, exchange, quiet = false }: Props & { quiet?: boolean }): JSX.Element {
  const title = titleOf(editor.state.value, "information", exchange.information);
  const field = fieldsOf(editor, "exchange", exchange);
  const state = field("state", quiet ? t("panel.arrival.of", { title }) : t("panel.field.exchange_state"));
  return (
    <Choices
      {...state}
      quiet={quiet}
      className="answers"
      choices={choices("exchange-state")}
      forget={() => state.commit(null)}
    />
  );
}

function ToolOf({ editor, exchange }: Props): JSX.Element {
  return (
    <ToolField
      {...fieldsOf(editor, "exchange", exchange)("tool", t("panel.field.tool"))}
      editor={editor}
      choose={(tool) => referenceSet.run(editor, { type: "exchange", id: exchange.id, field: "tool" }, tool)}
    />
  );
}

function RemoveExchange({ editor, exchange }: Props): JSX.Element {
  return (
    <button
      type="button"
      class="button small"
      onClick={(event) => takingAway(event.currentTarget, () => exchangeRemove.run(editor, exchange.id))}
    >
      {t("panel.remove")}
      <span class="visually-hidden"> {titleOf(editor.state.value, "information", exchange.information)}</span>
    </button>
  );
}

/** Which information: another one can be chosen, never none. */
function InformationField({ editor, ...props }: FieldProps<string> & { editor: Editor }): JSX.Element {
  return (
    <Combobox
      label={props.label}
      place={props.place}
      value={props.value}
      options={options(editor.state.value, "information")}
      pick={(id) => props.commit(id)}
    />
  );
}
