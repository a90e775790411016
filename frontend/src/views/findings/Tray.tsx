/** Below the sheet: three irritants with their obstacles, every finding, or what could not be judged. It folds to a line. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { isDismissed } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import type { TrayList } from "../../actions/session";
import { detectorsOpen } from "../../actions/verbs/detectors-open";
import { findingsToggle } from "../../actions/verbs/findings-toggle";
import { isAwaited } from "../../sync/friction";
import { money, number, t } from "../../text";
import { All, Filters } from "./All";
import { ANY, type Filter } from "./filters";
import { useHeight } from "./height";
import { Pairs, pairsOf } from "./Pairs";
import { MissingField } from "./Price";
import { Unknowns } from "./Unknowns";
import { Basket } from "./WhatIf";

export function Tray({ editor }: { editor: Editor }): JSX.Element {
  const { session } = editor;
  const [filter, narrow] = useState<Filter>(ANY);
  const { prices } = editor.findings.value;
  const open = session.tray.value;
  const tray = useRef<HTMLElement>(null);
  const height = useHeight(tray);
  const [tall, setTall] = useState(false);
  // Findings are there before their prices, and pairs come with the prices.
  const list: TrayList = session.list.value === "three" && prices === null ? "all" : session.list.value;
  return (
    <section
      class={`tray list-${list} ${open ? (tall ? "is-tall" : "") : "is-folded"}`}
      id="tray"
      ref={tray}
      data-region="tray"
      aria-label={t("findings.name")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || session.opened.value === null) return;
        event.stopPropagation();
        session.opened.value = null;
      }}
    >
      <header
        class="tray-head"
        onPointerDown={open ? height.drag : undefined}
        onDblClick={open ? height.giveBack : undefined}
      >
        {open && (
          <div
            class="tray-grip"
            role="separator"
            aria-orientation="horizontal"
            aria-label={t("findings.height")}
            aria-valuemin={height.least}
            aria-valuemax={height.most}
            aria-valuenow={height.now ?? tray.current?.offsetHeight ?? height.least}
            title={t("findings.height.how")}
            tabIndex={0}
            onKeyDown={height.key}
          />
        )}
        <Title editor={editor} list={list} />
        {list === "all" && open && listed(editor) + editor.concerns.value.waiting.length > 0 && (
          <Filters editor={editor} filter={filter} narrow={narrow} />
        )}
        <Lists editor={editor} list={list} />
        {open && (
          <button
            type="button"
            class="icon-button tray-tall"
            aria-pressed={tall}
            aria-label={t("findings.tall")}
            title={t("findings.tall")}
            onClick={() => setTall(!tall)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 2v12M5 5l3-3 3 3M5 11l3 3 3-3" />
            </svg>
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t("actions.detectors")}
          title={t("actions.detectors")}
          onClick={() => detectorsOpen.run(editor)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4.5h5M11 4.500h3M2 11.500h3M9 11.500h5" />
            <circle cx="9" cy="4.500" r="1.800" />
            <circle cx="7" cy="11.500" r="1.800" />
          </svg>
        </button>
        <button
          type="button"
          class="icon-button tray-fold"
          aria-expanded={open}
          aria-controls="tray-body"
          aria-label={t(open ? "findings.fold" : "diagnosis.unfold")}
          title={t(open ? "findings.fold" : "diagnosis.unfold")}
          onClick={() => findingsToggle.run(editor)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={open ? "M3 6l5 5 5-5" : "M3 10l5-5 5 5"} />
          </svg>
        </button>
      </header>
      <Basket editor={editor} />
      <div class="tray-body" id="tray-body" hidden={!open}>
        {open && list === "three" && <Pairs editor={editor} />}
        {open && list === "all" && <All editor={editor} filter={filter} narrow={narrow} />}
        {open && list === "unknown" && <Unknowns editor={editor} />}
        {open && prices !== null && prices.notes.length > 0 && (
          <ul class="tray-caveats">
            {prices.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** What detectors say, and what people flagged: all of it stands in the list. */
const listed = ({ concerns }: Editor): number => concerns.value.findings.length + concerns.value.flags.length;

/** What people dismissed is not counted as friction. */
function counted(editor: Editor): { readonly live: number; readonly dismissed: number } {
  const { findings, flags } = editor.concerns.value;
  const dismissed = [...findings, ...flags].filter(isDismissed).length;
  return { live: listed(editor) - dismissed, dismissed };
}

function Title({ editor, list }: { editor: Editor; list: TrayList }): JSX.Element {
  const { prices, unknown } = editor.findings.value;
  if (isAwaited(editor.findings.value)) return <h2>{t("findings.name")}</h2>;
  if (list === "unknown") {
    return <h2>{t("findings.unknown.count", { n: unknown.length })}</h2>;
  }
  if (list === "all" || prices === null) {
    const { live, dismissed } = counted(editor);
    const said = dismissed > 0 ? ` · ${t("findings.dismissed", { n: dismissed })}` : "";
    return <h2>{t("findings.count", { n: live }) + said}</h2>;
  }
  const pairs = pairsOf(editor);
  const behind = pairs.filter(({ finding }) => finding !== null);
  return (
    <>
      <h2>
        {t("diagnosis.pairs.irritants", { n: pairs.length })}{" "}
        <span aria-label={t("diagnosis.pairs.from")} role="img">
          ←
        </span>{" "}
        {t("diagnosis.pairs.obstacles", { n: behind.length })}
      </h2>
      <Inaction editor={editor} />
    </>
  );
}

/** What it costs to do nothing, with its span where it rests on assumed values; or the field that is missing. */
function Inaction({ editor }: { editor: Editor }): JSX.Element | null {
  const { prices, seq } = editor.findings.value;
  const cost = prices?.cost ?? null;
  if (cost === null) return <p class="tray-note">{t("findings.note")}</p>;
  const { per_month: month, currency, customer_hours_per_month: hours, missing } = cost;
  const amount = (value: number): string => money(value, currency);
  return (
    <p class={`tray-note inaction ${prices?.seq === seq ? "" : "is-old"}`}>
      {month !== null && (
        <>
          {t("diagnosis.inaction")} <b>{t("diagnosis.month", { amount: amount(month.base) })}</b>
          {month.low < month.high &&
            ` ${t("diagnosis.inaction.span", { low: amount(month.low), high: amount(month.high) })}`}
          {hours !== null && hours > 0 && ` ${t("diagnosis.inaction.hours", { hours: number(hours, 0) })}`}
          {`, ${t(`findings.rests.${cost.rests_on}`)}`}
        </>
      )}
      {month === null && (
        <>
          {t("diagnosis.inaction.unknown")}{" "}
          {missing.map((field) => (
            <MissingField key={field} editor={editor} field={field} />
          ))}
        </>
      )}
    </p>
  );
}

/** Which of the lists is shown; each button carries the marks of all findings it leads to. */
function Lists({ editor, list }: { editor: Editor; list: TrayList }): JSX.Element {
  const { session } = editor;
  const { prices, unknown } = editor.findings.value;
  if (isAwaited(editor.findings.value)) return <div class="lists" />;
  const named = (key: "diagnosis.list.three" | "diagnosis.list.all", n: number): string =>
    n === 0 ? t(`${key}.none`) : t(key, { n });
  const names: readonly (readonly [TrayList, string])[] = [
    ["three", named("diagnosis.list.three", prices === null ? 3 : pairsOf(editor).length)],
    ["all", named("diagnosis.list.all", counted(editor).live)],
    ["unknown", t("findings.unknown.count", { n: unknown.length })],
  ];
  const choose = (one: TrayList): void => {
    session.list.value = one;
    session.tray.value = true;
  };
  return (
    <div class="lists" role="group" aria-label={t("diagnosis.lists")}>
      {names.map(([one, name]) => (
        <button
          key={one}
          type="button"
          class="text-button"
          aria-pressed={list === one}
          aria-disabled={one === "three" && prices === null}
          onClick={() => choose(one)}
        >
          {name}
          {one === "all" && !(list === "all" && session.tray.value) && <Hidden editor={editor} />}
        </button>
      ))}
    </div>
  );
}

/** A part of its own: drawn again where findings come or go, not with every edit. */
function Hidden({ editor }: { editor: Editor }): JSX.Element {
  return (
    <>
      {editor.findings.value.findings.map(({ fingerprint }) => (
        <span key={fingerprint} data-finding={fingerprint} hidden />
      ))}
    </>
  );
}
