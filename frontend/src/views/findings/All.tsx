/** Every finding in its order, narrowed by kind, lane and actor, several of them chosen for what-if and target. */
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { findingChoose } from "../../actions/verbs/finding-choose";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { ANY, filtered, optionsOf, type Facet, type Filter } from "./filters";
import { useLight } from "./light";
import { isPriced } from "./names";
import { Way } from "./Pairs";
import { Because, Concerned, Flag, Without } from "./parts";
import { Price } from "./Price";

export interface AllProps {
  readonly editor: Editor;
  readonly filter: Filter;
  readonly narrow: (filter: Filter) => void;
}

export function All({ editor, filter, narrow }: AllProps): JSX.Element {
  const { findings } = editor.findings.value;
  const shown = filtered(findings, filter, editor.state.value);
  if (findings.length === 0) return <p class="hint tray-empty">{t("findings.none")}</p>;
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
    <ol class="findings" onKeyDown={walk}>
      {shown.map((finding) => (
        <Row key={finding.fingerprint} editor={editor} finding={finding} />
      ))}
    </ol>
  );
}

/** A list to unfold for each thing that findings can be narrowed to, and how many are left. */
export function Filters({ editor, filter, narrow }: AllProps): JSX.Element {
  const { findings } = editor.findings.value;
  const state = editor.state.value;
  const n = filtered(findings, filter, state).length;
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
      <span role="status" class="filters-count">
        {filter.kind === null && filter.lane === null && filter.actor === null
          ? ""
          : t("diagnosis.filter.count", { n, all: findings.length })}
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

function Row({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element {
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
    <li ref={row} class={`finding ${lit ? "is-lit" : ""}`} {...light}>
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
      </div>
      <Concerned editor={editor} steps={finding.steps} />
      <Price editor={editor} finding={finding} />
      <Without editor={editor} finding={finding} />
    </li>
  );
}
