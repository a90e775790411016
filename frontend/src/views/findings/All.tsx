/**
 * Every finding in its order, then what people flagged and the reviews that wait; narrowed by kind, lane, actor and
 * decision. Several findings can be chosen for what-if and target.
 */
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { statusOf, type Concern, type Status } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { findingChoose } from "../../actions/verbs/finding-choose";
import { isAwaited } from "../../sync/friction";
import { t } from "../../text";
import { ANY, filtered, optionsOf, type Facet, type Filter } from "./filters";
import { useGrowing } from "./growing";
import { useLight } from "./light";
import { isPriced } from "./names";
import { Way } from "./Pairs";
import { Because, Concerned, Flag, Without } from "./parts";
import { decideByKey } from "../reviews/keys";
import { OtherRows, Said } from "../reviews/Rows";
import { Price } from "./Price";

export interface AllProps {
  readonly editor: Editor;
  readonly filter: Filter;
  readonly narrow: (filter: Filter) => void;
}

export function All({ editor, filter, narrow }: AllProps): JSX.Element {
  const concerns = editor.concerns.value;
  const { findings, flags, waiting } = concerns;
  const shown = filtered(concerns, filter, editor.state.value, editor.sheet.value);
  const drawn = useGrowing(shown.length);
  if (findings.length + flags.length + waiting.length === 0) {
    const text = isAwaited(editor.findings.value) ? t("findings.awaited") : t("findings.none");
    return <p class="hint tray-empty">{text}</p>;
  }
  if (shown.length === 0) {
    return (
      <p class="hint tray-empty">
        {t("diagnosis.filter.none")}{" "}
        <button type="button" class="text-button" onClick={() => narrow(ANY)}>
          {t("diagnosis.filter.reset")}
        </button>
      </p>
    );
  }
  return (
    <div class="all-findings" onKeyDown={walk}>
      <ol class="findings">
        {shown
          .slice(0, drawn)
          .map(
            (concern) =>
              concern.kind === "finding" && <Row key={concern.id} editor={editor} concern={concern} />,
          )}
      </ol>
      <OtherRows editor={editor} shown={shown} />
    </div>
  );
}

const STATUSES: readonly Status[] = ["open", "confirmed", "dismissed", "waiting"];

/** A list to unfold for each thing that findings can be narrowed to, and how many are left. */
export function Filters({ editor, filter, narrow }: AllProps): JSX.Element {
  const { findings } = editor.findings.value;
  const state = editor.state.value;
  const concerns = editor.concerns.value;
  const n = filtered(concerns, filter, state, editor.sheet.value).length;
  const all = findings.length + concerns.flags.length + concerns.waiting.length;
  return (
    <div class="filters" role="group" aria-label={t("diagnosis.filters")}>
      {(["kind", "lane", "actor"] as const satisfies readonly Facet[]).map((facet) => (
        <select
          key={facet}
          aria-label={t(`diagnosis.filter.${facet}`)}
          class={filter[facet] === null ? "" : "is-set"}
          value={filter[facet] ?? ""}
          onChange={({ currentTarget: { value } }) =>
            narrow({ ...filter, [facet]: value === "" ? null : value })
          }
        >
          <option value="">{t(`diagnosis.filter.${facet}.any`)}</option>
          {optionsOf(findings, facet, state).map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      ))}
      <select
        aria-label={t("reviews.filter")}
        class={filter.status === null ? "" : "is-set"}
        value={filter.status ?? ""}
        onChange={({ currentTarget: { value } }) =>
          narrow({ ...filter, status: STATUSES.find((one) => one === value) ?? null })
        }
      >
        <option value="">{t("reviews.filter.any")}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`reviews.filter.${status}`)}
          </option>
        ))}
      </select>
      <span role="status" class="filters-count">
        {Object.values(filter).every((value) => value === null)
          ? ""
          : t("diagnosis.filter.count", { n, all })}
      </span>
    </div>
  );
}

/** Arrows lead from one reason to the next; Tab goes through what each of them names. */
function walk(event: TargetedKeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const reasons = [...event.currentTarget.querySelectorAll<HTMLElement>(".because")];
  const at = reasons.indexOf(event.target as HTMLElement);
  const next = reasons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Row(props: { editor: Editor; concern: Extract<Concern, { kind: "finding" }> }): JSX.Element {
  const { editor, concern } = props;
  const { finding } = concern;
  const { session } = editor;
  const { fingerprint, number } = finding;
  const row = useRef<HTMLLIElement>(null);
  const light = useLight(editor, fingerprint);
  const lit = session.lit.value === fingerprint;
  useEffect(() => {
    // Lit from a card: the list shows why. Lit from here, the row is in sight already.
    if (lit && row.current?.matches(":hover, :focus-within") === false) {
      row.current.scrollIntoView({ block: "nearest" });
    }
  }, [lit]);
  return (
    <li
      ref={row}
      class={`finding ${statusOf(concern)} ${lit ? "is-lit" : ""}`}
      {...light}
      onKeyDown={decideByKey(editor, fingerprint)}
    >
      <input
        type="checkbox"
        class="choose"
        aria-label={t("diagnosis.choose.number", { number })}
        title={t("diagnosis.choose")}
        disabled={!isPriced(finding)}
        checked={session.chosen.value.has(fingerprint)}
        onChange={() => findingChoose.run(editor, fingerprint)}
      />
      <Flag number={number} />
      <div class="finding-why">
        <Because editor={editor} finding={finding} />
        <Way finding={finding} />
        <Said editor={editor} concern={concern} />
      </div>
      <Concerned editor={editor} steps={finding.steps} most={6} />
      <Price editor={editor} finding={finding} />
      <Without editor={editor} finding={finding} />
    </li>
  );
}
