/** What a step reads, types, tells or learns: a list that unfolds, and one field a verb to add to it. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { exchangeAdd } from "../../actions/verbs/exchange-add";
import { exchangeRemove } from "../../actions/verbs/exchange-remove";
import { referenceSet } from "../../actions/verbs/reference-set";
import type { Exchange, How, Step } from "../../model/records";
import { t } from "../../text";
import { Select } from "./controls/Choices";
import { Combobox } from "./controls/Combobox";
import { DurationField, TextField } from "./controls/TextField";
import { fieldsOf, placeOf } from "./fields";
import { ToolField } from "./NameFields";
import { options, titleOf } from "./records";
import { choices, orUnknown, word } from "./words";

interface ExchangesProps {
  readonly editor: Editor;
  readonly step: Step;
  readonly exchanges: readonly Exchange[];
  readonly side: "customer" | "employee";
}

/** Needs of an employee step stand with the four questions; everything else stands here. */
export function Exchanges({ editor, step, exchanges, side }: ExchangesProps): JSX.Element {
  const shown = side === "employee" ? exchanges.filter(({ how }) => how !== "needs") : exchanges;
  const verbs: readonly How[] = side === "employee" ? ["reads", "types"] : ["tells", "learns"];
  return (
    <section class="exchanges">
      <h3 class="field-label">{t("panel.field.exchanges")}</h3>
      {shown.map((exchange) => (
        <ExchangeItem key={exchange.id} editor={editor} exchange={exchange} />
      ))}
      <div class="field-row">
        {verbs.map((how) => (
          <AddExchange key={how} editor={editor} step={step} how={how} />
        ))}
      </div>
    </section>
  );
}

export function AddExchange({ editor, step, how }: { editor: Editor; step: Step; how: How }): JSX.Element {
  return (
    <Combobox
      label={t("panel.exchange.add", { how: word("how", how) })}
      quiet
      place={placeOf("step", step.id, `information+${how}`)}
      placeholder={t("panel.exchange.hint", { how: word("how", how) })}
      options={options(editor.state.value, "information")}
      pick={(id) => exchangeAdd.run(editor, { step: step.id, information: { id }, how })}
      make={(title) => exchangeAdd.run(editor, { step: step.id, information: { title }, how })}
    />
  );
}

interface ExchangeProps {
  readonly editor: Editor;
  readonly exchange: Exchange;
}

function ExchangeItem(props: ExchangeProps): JSX.Element {
  const { editor, exchange } = props;
  const state = editor.state.value;
  const tool = titleOf(state, "tool", exchange.tool);
  return (
    <details class="item">
      <summary>
        <span class="item-verb">{word("how", exchange.how)}</span>{" "}
        {titleOf(state, "information", exchange.information)}
        {tool !== "" && <span class="item-detail"> · {tool}</span>}
        {exchange.state !== null && exchange.state !== "ok" && (
          <span class="item-warning"> · {word("exchange-state", exchange.state)}</span>
        )}
      </summary>
      <div class="unfolded">
        <ExchangeFields {...props} />
      </div>
    </details>
  );
}

export function ExchangeFields({ editor, exchange }: ExchangeProps): JSX.Element {
  const field = fieldsOf(editor, "exchange", exchange);
  const needs = exchange.how === "needs";
  const handled = exchange.how === "reads" || exchange.how === "types";
  return (
    <>
      <div class="field-pair">
        <Select {...field("how", t("panel.field.how"))} choices={choices("how")} />
        <InformationField {...field("information", t("panel.field.information"))} editor={editor} />
        {(handled || exchange.tool !== null) && (
          <ToolField
            {...field("tool", t("panel.field.tool"))}
            editor={editor}
            choose={(tool) =>
              referenceSet.run(editor, { type: "exchange", id: exchange.id, field: "tool" }, tool)
            }
          />
        )}
        {(!needs || exchange.work_min !== null) && (
          <DurationField {...field("work_min", t("panel.field.exchange_work"))} />
        )}
        <Select {...field("state", t("panel.field.exchange_state"))} choices={orUnknown("exchange-state")} />
        {(needs || exchange.within_min !== null) && (
          <DurationField
            {...field("within_min", t("panel.field.within"))}
            placeholder={t("panel.unknown.she")}
          />
        )}
      </div>
      {!needs && exchange.as !== "" && <TextField {...field("as", t("panel.field.as"))} />}
      <button type="button" class="button small" onClick={() => exchangeRemove.run(editor, exchange.id)}>
        {t("panel.remove")}
      </button>
    </>
  );
}

/** Which information: another one can be chosen, never none. */
function InformationField(props: {
  readonly editor: Editor;
  readonly label: string;
  readonly place: string;
  readonly value: string;
  readonly commit: (value: string) => void;
}): JSX.Element {
  return (
    <Combobox
      label={props.label}
      place={props.place}
      value={props.value}
      options={options(props.editor.state.value, "information")}
      pick={props.commit}
    />
  );
}
