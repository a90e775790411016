/** What the panel is about, above its tabs: where it stands and its title, which is a field. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { BLUEPRINT, type State, type Step } from "../../model/records";
import { t } from "../../text";
import { kindName } from "../findings/names";
import { flagKind } from "../reviews/flags";
import { TitleField, type FieldProps } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { actorOf, titleOf } from "./records";
import type { Subject } from "./subject";
import { word } from "./words";

export function Heading({ editor, subject }: { editor: Editor; subject: Subject }): JSX.Element {
  const field = titleField(editor, subject);
  const title = field?.value ?? plainTitle(editor.state.value, subject);
  return (
    <>
      <p class="panel-crumbs">{crumbs(editor.state.value, subject)}</p>
      <h2 class={field === null ? "panel-title" : "visually-hidden"}>{title}</h2>
      {field !== null && (
        <TitleField key={field.place} {...field} quiet className="field-heading" lines="wrap" />
      )}
    </>
  );
}

function titleField(editor: Editor, subject: Subject): FieldProps<string> | null {
  const label = t("panel.field.title");
  switch (subject.kind) {
    case "step":
      return fieldsOf(editor, "step", subject.record)("title", label);
    case "lane":
      return fieldsOf(editor, "lane", subject.record)("title", label);
    case "moment":
      return fieldsOf(editor, "moment", subject.record)("title", label);
    case "phase":
      return fieldsOf(editor, "phase", subject.record)("title", label);
    case "blueprint": {
      const blueprint = editor.state.value.blueprint.get(BLUEPRINT);
      return blueprint === undefined ? null : fieldsOf(editor, "blueprint", blueprint)("title", label);
    }
    case "link":
    case "steps":
    case "cell":
    case "finding":
    case "flag":
    case "waiting":
    case "flagging":
      return null;
  }
}

function plainTitle(state: State, subject: Subject): string {
  switch (subject.kind) {
    case "link":
      return `${titleOf(state, "step", subject.record.source)} → ${titleOf(state, "step", subject.record.target)}`;
    case "steps":
      return t("panel.steps", { n: subject.records.length });
    case "cell":
      return t("panel.cell.title");
    case "finding":
      return kindName(subject.record.detector);
    case "flag":
      return flagKind(subject.concern.flag);
    case "waiting":
      return kindName(subject.concern.review.detector);
    case "flagging":
      return t("reviews.flag.new");
    default:
      return "";
  }
}

/** Where and who: "En scène · Attend la réponse · Vendeuse · observé". */
function crumbs(state: State, subject: Subject): string {
  switch (subject.kind) {
    case "step":
      return stepCrumbs(state, subject.record);
    case "moment":
      return titleOf(state, "phase", subject.record.phase);
    case "cell":
      return [
        titleOf(state, "lane", subject.record.lane),
        titleOf(state, "moment", subject.record.moment),
      ].join("\u00a0· ");
    case "lane":
      return word("lane-kind", subject.record.kind);
    case "blueprint": {
      const blueprint = state.blueprint.get(BLUEPRINT);
      return blueprint === undefined ? "" : t("panel.crumbs.blueprint", { n: state.step.size });
    }
    case "finding":
      return t("diagnosis.crumbs", { number: subject.record.number });
    case "flag":
      return `${t("reviews.flag.title", { number: subject.concern.number })}\u00a0· ${t("reviews.flag.crumbs")}`;
    case "waiting":
      return t("reviews.waits");
    case "flagging":
      return t("reviews.flag.crumbs");
    case "link":
    case "phase":
    case "steps":
      return t(`panel.tab.${subject.kind}`);
  }
}

const stepCrumbs = (state: State, step: Step): string =>
  [
    titleOf(state, "lane", step.lane),
    titleOf(state, "moment", step.moment),
    titleOf(state, "actor", actorOf(state, step)),
    word("basis", step.basis),
  ]
    .filter((part) => part !== "")
    .join("\u00a0· ");
