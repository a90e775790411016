/** What a step reads, types, tells or learns: a list that unfolds, and one field a verb to add to it. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { exchangeAdd } from "../../actions/verbs/exchange-add";
import type { Exchange, How, Step } from "../../model/records";
import { t } from "../../text";
import { Combobox } from "./controls/Combobox";
import { ExchangeFields } from "./ExchangeFields";
import { placeOf } from "./fields";
import { options, titleOf } from "./records";
import { word } from "./words";

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
    <section class="exchanges" data-rows>
      <h3 class="field-label">{t("panel.field.exchanges")}</h3>
      {shown.map((exchange) => (
        <ExchangeItem key={exchange.id} editor={editor} exchange={exchange} />
      ))}
      <div class="field-row adders">
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
      className="adder"
      place={placeOf("step", step.id, `information+${how}`)}
      placeholder={t(how === "needs" ? "panel.need.hint" : "panel.exchange.hint", { how: word("how", how) })}
      options={options(editor.state.value, "information")}
      pick={(id) => exchangeAdd.run(editor, { step: step.id, information: { id }, how })}
      make={(title) => exchangeAdd.run(editor, { step: step.id, information: { title }, how })}
    />
  );
}

function ExchangeItem({ editor, exchange }: { editor: Editor; exchange: Exchange }): JSX.Element {
  const state = editor.state.value;
  const tool = titleOf(state, "tool", exchange.tool);
  return (
    <details class="item" data-row>
      <summary>
        <span class="item-verb">{word("how", exchange.how)}</span>{" "}
        {titleOf(state, "information", exchange.information)}
        {tool !== "" && <span class="item-detail"> · {tool}</span>}
        {exchange.state !== null && exchange.state !== "ok" && (
          <span class="item-warning"> · {word("exchange-state", exchange.state)}</span>
        )}
      </summary>
      <div class="unfolded">
        <ExchangeFields editor={editor} exchange={exchange} />
      </div>
    </details>
  );
}
