/** Rows of the list of findings for what no detector says now: flags of people, reviews that wait for their finding. */
import type { JSX } from "preact";
import { statusOf, threadOf, type Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { findingOpen } from "../../actions/verbs/finding-open";
import { t } from "../../text";
import { useLight } from "../findings/light";
import { Concerned } from "../findings/parts";
import { kindName, titleById } from "../findings/names";
import { flagKind, flagSaid, placeName } from "./flags";
import { decideByKey } from "./keys";
import { careOf, nameOf } from "./said";
import { Pennant, StatusChip, StatusMark } from "./signs";

/** Status, reason, who and when, how many notes: what people say of it, in a line. Nothing where nobody said anything. */
export function Said({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element | null {
  const { review } = concern;
  const n = threadOf(concern, editor.state.value.note.values()).length;
  const care = review === null ? "" : careOf(review);
  const status = review?.status ?? "open";
  if (status === "open" && care === "" && n === 0) return null;
  const parts = [review?.reason ?? "", care, n === 0 ? "" : t("reviews.notes.count", { n })];
  const said = parts.filter((part) => part !== "").join("\u00a0· ");
  return (
    <p class="said-of">
      <StatusChip status={status} /> {said}
    </p>
  );
}

/** What is listed besides findings, each group under its name. */
export function OtherRows({ editor, shown }: { editor: Editor; shown: readonly Concern[] }): JSX.Element {
  const flags = shown.filter((one) => one.kind === "flag");
  const waiting = shown.filter((one) => one.kind === "waiting");
  return (
    <>
      {flags.length > 0 && (
        <section class="other-rows">
          <h3>{t("reviews.list.flags")}</h3>
          <ol class="findings">
            {flags.map((concern) => (
              <FlagRow key={concern.id} editor={editor} concern={concern} />
            ))}
          </ol>
        </section>
      )}
      {waiting.length > 0 && (
        <section class="other-rows">
          <h3>{t("reviews.list.waiting")}</h3>
          <ol class="findings">
            {waiting.map((concern) => (
              <WaitingRow key={concern.id} editor={editor} concern={concern} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

type Of<K extends Concern["kind"]> = Extract<Concern, { kind: K }>;

function FlagRow({ editor, concern }: { editor: Editor; concern: Of<"flag"> }): JSX.Element {
  const { flag, id, number } = concern;
  const { step } = editor.state.value;
  const lit = editor.session.lit.value === id;
  return (
    <li
      class={`finding flag-row ${statusOf(concern)} ${lit ? "is-lit" : ""}`}
      {...useLight(editor, id)}
      data-finding={undefined} // no detector found it
      data-flag={id}
      onKeyDown={decideByKey(editor, id)}
    >
      <Pennant number={number} />
      <div class="finding-why">
        <Open editor={editor} id={id} name={t("reviews.flag.title", { number })} said={flagSaid(concern)} />
        <p class="finding-kind">
          {[flagKind(flag), placeName(editor.state.value, flag), nameOf(editor, flag.by)]
            .filter((part) => part !== "")
            .join("\u00a0· ")}
        </p>
        <Said editor={editor} concern={concern} />
      </div>
      <Concerned editor={editor} steps={flag.on.filter((one) => step.has(one))} />
    </li>
  );
}

function WaitingRow({ editor, concern }: { editor: Editor; concern: Of<"waiting"> }): JSX.Element {
  const { review, id } = concern;
  const names = review.elements.flatMap((one) => titleById(editor.state.value, one) ?? []);
  return (
    <li class="finding flag-row waiting" onKeyDown={decideByKey(editor, id)}>
      <StatusMark status="waiting" />
      <div class="finding-why">
        <Open
          editor={editor}
          id={id}
          name=""
          said={[kindName(review.detector), ...names].filter((part) => part !== "").join("\u00a0· ")}
        />
        <p class="finding-kind">{t("reviews.waits")}</p>
        <Said editor={editor} concern={concern} />
      </div>
    </li>
  );
}

function Open(props: { editor: Editor; id: string; name: string; said: string }): JSX.Element {
  const { editor, id, name, said } = props;
  return (
    <button
      type="button"
      class="because"
      title={said}
      aria-expanded={editor.session.opened.value === id}
      onClick={() => findingOpen.run(editor, id)}
    >
      <span class="visually-hidden">{name} </span>
      {said}
    </button>
  );
}
