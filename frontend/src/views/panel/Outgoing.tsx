/** What follows a step: each outgoing link with the part of the cases that take it, and what remains of them. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Link, Step } from "../../model/records";
import { percent, t } from "../../text";
import { ShareField } from "./controls/TextField";
import { fieldsOf } from "./fields";
import { titleOf } from "./records";
import { divisionOf, mostFor, type Division } from "./shares";

export function Outgoing({ editor, step }: { editor: Editor; step: Step }): JSX.Element | null {
  const division = divisionOf(editor.state.value, step.id);
  if (division.links.length === 0) return null;
  return (
    <section class="outgoing">
      <h3 class="field-label">{t("panel.field.outgoing")}</h3>
      <ul class="outgoing-list">
        {division.links.map((link) => (
          <li key={link.id} class="outgoing-link">
            <Row editor={editor} link={link} division={division} />
          </li>
        ))}
      </ul>
      <Remains division={division} />
    </section>
  );
}

function Row(props: { editor: Editor; link: Link; division: Division }): JSX.Element {
  const { editor, link, division } = props;
  const target = titleOf(editor.state.value, "step", link.target);
  const back = division.rework.has(link.id);
  return (
    <>
      <button
        type="button"
        class="outgoing-target"
        title={t("panel.link.open")}
        onClick={() => (editor.session.selectedLink.value = link.id)}
      >
        <span aria-hidden="true">{back ? "↺" : "→"}</span> {target}
        {back && <span class="item-detail"> · {t("panel.word.link-kind.rework")}</span>}
      </button>
      <ShareOf {...props} label={t("panel.field.share.to", { title: target })} quiet />
      <TakeRest {...props} />
    </>
  );
}

/** The share of one link; more than the others leave is told before it is sent. */
export function ShareOf(props: {
  readonly editor: Editor;
  readonly link: Link;
  readonly division: Division;
  readonly label: string;
  readonly quiet?: boolean;
}): JSX.Element {
  const { editor, link, division, label, quiet = false } = props;
  const back = division.rework.has(link.id);
  // A full share is no alternative: the others keep theirs.
  const most = mostFor(division, link);
  return (
    <ShareField
      {...fieldsOf(editor, "link", link)("share", label)}
      quiet={quiet}
      most={most}
      all={!back}
      {...(back
        ? { tooMuch: t("panel.wrong.share.rework") }
        : most < 1
          ? { tooMuch: t("panel.wrong.share.most", { rest: percent(most) }) }
          : {})}
      placeholder={t(back ? "panel.share.rework" : "panel.share.flow")}
    />
  );
}

/** One press gives a link what the alternatives leave; offered where it takes all cases beside them. */
function TakeRest({ editor, link, division }: { editor: Editor; link: Link; division: Division }) {
  const { rest, rework, alternatives } = division;
  if (link.share !== null || rework.has(link.id) || alternatives.length === 0 || rest === 0) return null;
  const share = fieldsOf(editor, "link", link)("share", "");
  return (
    <button type="button" class="text-button outgoing-rest" onClick={() => share.commit(rest)}>
      {t("panel.share.rest", { rest: percent(rest) })}
    </button>
  );
}

/** "40 % des cas n’en prennent aucune." */
export function Remains({ division }: { division: Division }): JSX.Element | null {
  const { links, rework, alternatives, rest } = division;
  const flows = links.length - rework.size;
  if (alternatives.length === 0) {
    return flows > 1 ? <p class="hint">{t("panel.share.all")}</p> : null;
  }
  const many = alternatives.length > 1 ? "many" : "one";
  const said =
    rest > 0 ? t(`panel.share.remains.${many}`, { rest: percent(rest) }) : t(`panel.share.none.${many}`);
  return <p class="hint">{said}</p>;
}
