/** What could not be judged: by kind of friction, which field of which record would let it. Each leads to its field. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { interviewOpen } from "../../actions/verbs/interview-open";
import type { Unknown } from "../../sync/friction";
import { t } from "../../text";
import { goTo } from "../panel/goto";
import { lead } from "../shell/lead";
import { fieldName, grouped, kindName, ownerName } from "./names";

/** More names than these are unfolded on asking. */
const SHOWN = 8;
/** So many fields stand first, those that would let most be judged. */
const FIRST = 3;

export function Unknowns({ editor }: { editor: Editor }): JSX.Element {
  const { unknown } = editor.findings.value;
  if (unknown.length === 0) return <p class="hint tray-empty">{t("findings.unknown.none")}</p>;
  const first = grouped(unknown, ({ type, id, field }) => `${type}/${id}/${field}`)
    .map(([, [one]]) => one)
    .filter((one) => one?.sentence !== undefined)
    .slice(0, FIRST);
  return (
    <ul class="unknowns">
      {first.length > 0 && (
        <li class="unknown unknown-first">
          <h3 class="unknown-kind">
            {t("diagnosis.unknown.first")}{" "}
            <button
              type="button"
              class="button small"
              onClick={() => lead(editor, () => void interviewOpen.run(editor))}
            >
              {t("interview.open")}
            </button>
          </h3>
          <ol>
            {first.map(
              (one) =>
                one !== undefined && (
                  <li key={`${one.id}/${one.field}`}>
                    <button type="button" class="text-button" onClick={() => goTo(editor, one)}>
                      {one.sentence}
                    </button>
                  </li>
                ),
            )}
          </ol>
        </li>
      )}
      {grouped(unknown, ({ detector }) => detector).map(([detector, missing]) => (
        <li key={detector} class="unknown">
          <h3 class="unknown-kind">{kindName(detector)}</h3>
          {grouped(missing, ({ type, field }) => fieldName(type, field)).map(([field, gaps]) => (
            <Gaps key={field} editor={editor} field={field} gaps={gaps} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Gaps(props: { editor: Editor; field: string; gaps: readonly Unknown[] }): JSX.Element {
  const { editor, field, gaps } = props;
  const owners = gaps.map((gap) => (
    <li key={`${gap.id}/${gap.field}`}>
      <button type="button" class="step-chip" onClick={() => goTo(editor, gap)}>
        {ownerName(editor.state.value, gap.type, gap.id)}
      </button>
    </li>
  ));
  const rest = owners.slice(SHOWN);
  return (
    <div class="unknown-field">
      <span>{t("findings.unknown.field", { field })}</span>
      <ul class="concerned">{owners.slice(0, SHOWN)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t("findings.unknown.more", { n: rest.length })}</summary>
          <ul class="concerned">{rest}</ul>
        </details>
      )}
    </div>
  );
}
