/** The side panel: what is selected with its fields, its findings, and the blueprint itself, as tabs. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { PanelTab } from "../../actions/session";
import { t, type Key } from "../../text";
import { holdSheet, whenCalm } from "../shell/calm";
import { FindingView } from "../findings/FindingView";
import { FlagForm, FlagView } from "../reviews/FlagView";
import { elementOf, notesOn, NotesTab } from "../reviews/NotesTab";
import { WaitingView } from "../reviews/WaitingView";
import { StepFindings, findingsOf } from "../findings/StepFindings";
import { BlueprintFields } from "./BlueprintFields";
import { CellFields } from "./CellFields";
import { covering, covers, forget, giveBack, takeFocus } from "./covering";
import { focusCard } from "./goto";
import { Heading } from "./Heading";
import { LaneFields, MomentFields, PhaseFields } from "./HeaderFields";
import { LinkFields } from "./LinkFields";
import { StepFields } from "./StepFields";
import { StepsFields } from "./StepsFields";
import { subjectOf, type Subject } from "./subject";
import { Cross } from "../controls/Cross";

interface Tab {
  readonly id: PanelTab;
  readonly label: string;
}

export function Panel({ editor }: { editor: Editor }): JSX.Element | null {
  const { session } = editor;
  const { open, tab: wanted, waits = false } = session.panel.value;
  const body = useRef<HTMLDivElement>(null);
  const subject = subjectOf(session, editor.state.value, editor.concerns.value);
  const about = subject.kind === "blueprint" ? "" : `${subject.kind}/${idOf(subject)}`;
  useEffect(() => {
    if (wanted !== "blueprint") body.current?.scrollTo(0, 0); // the blueprint's tab is of all that is selected
  }, [about]);
  useEffect(() => {
    if (!waits || subject.kind === "blueprint" || subject.kind === "cell") return;
    return whenCalm(session, () => {
      if (session.panel.peek().waits !== true) return;
      holdSheet();
      session.panel.value = { open: true, tab: wanted };
    });
  }, [waits, about]);
  const shown = open && !waits;
  useLayoutEffect(() => {
    if (shown) takeFocus(body.current?.parentElement ?? null);
    else forget();
  }, [shown, about]);
  if (!shown) return null;

  const tabs = tabsOf(editor, subject);
  const tab = tabs.find(({ id }) => id === wanted) ?? tabs[0];
  if (tab === undefined) return null;
  const show = (next: Tab): void => void (session.panel.value = { open: true, tab: next.id });
  const close = (): void => {
    session.panel.value = { open: false, tab: wanted };
    session.opened.value = null;
    giveBack(subject.kind === "step" ? subject.record.id : null);
  };
  return (
    <aside
      class="panel"
      data-region="panel"
      aria-label={t("panel.name")}
      onFocusOut={({ relatedTarget }) => {
        if (covers(relatedTarget)) session.panel.value = { open: false, tab: wanted };
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        if (isOpened(subject)) session.opened.value = null;
        if (subject.kind === "flagging") session.flagging.value = null;
        if (covering()) close();
        else focusCard(subject.kind === "step" ? subject.record.id : null);
      }}
    >
      <header class="panel-head">
        <div class="panel-heading">
          <Heading editor={editor} subject={tab.id === "blueprint" ? { kind: "blueprint" } : subject} />
        </div>
        <button
          type="button"
          class="icon-button panel-close"
          aria-label={t("panel.close")}
          title={t("panel.close")}
          onClick={close}
        >
          <Cross />
        </button>
        <Tabs tabs={tabs} current={tab} show={show} />
      </header>
      <div
        class="panel-body"
        ref={body}
        id="panel-body"
        role="tabpanel"
        aria-labelledby={`panel-tab-${tab.id}`}
        key={tab.id === "blueprint" ? "blueprint" : `${tab.id}/${about}`}
      >
        <Body editor={editor} subject={subject} tab={tab.id} />
      </div>
    </aside>
  );
}

function Tabs(props: { tabs: readonly Tab[]; current: Tab; show: (tab: Tab) => void }): JSX.Element {
  const { tabs, current, show } = props;
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t("panel.tabs")}
      onKeyDown={(event) => {
        const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
        if (by === 0 || next === undefined) return;
        event.preventDefault();
        show(next);
        event.currentTarget.querySelector<HTMLElement>(`#panel-tab-${next.id}`)?.focus();
      }}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tab"
          id={`panel-tab-${tab.id}`}
          aria-selected={tab === current}
          aria-controls="panel-body"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => show(tab)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

function Body({
  editor,
  subject,
  tab,
}: {
  editor: Editor;
  subject: Subject;
  tab: PanelTab;
}): JSX.Element | null {
  if (tab === "blueprint") return <BlueprintFields editor={editor} />;
  if (tab === "notes") return <NotesTab key={elementOf(subject)} editor={editor} subject={subject} />;
  switch (subject.kind) {
    case "step":
      return tab === "findings" ? (
        <StepFindings editor={editor} step={subject.record} />
      ) : (
        <StepFields editor={editor} step={subject.record} />
      );
    case "finding":
      return <FindingView editor={editor} finding={subject.record} />;
    case "flag":
      return <FlagView editor={editor} concern={subject.concern} />;
    case "waiting":
      return <WaitingView editor={editor} concern={subject.concern} />;
    case "flagging":
      return <FlagForm editor={editor} flagging={subject.flagging} />;
    case "steps":
      return <StepsFields editor={editor} steps={subject.records} />;
    case "cell":
      return <CellFields editor={editor} cell={subject.record} />;
    case "link":
      return <LinkFields editor={editor} link={subject.record} />;
    case "lane":
      return <LaneFields editor={editor} lane={subject.record} />;
    case "moment":
      return <MomentFields editor={editor} moment={subject.record} />;
    case "phase":
      return <PhaseFields editor={editor} phase={subject.record} />;
    case "blueprint":
      return <BlueprintFields editor={editor} />;
  }
}

function tabsOf(editor: Editor, subject: Subject): readonly Tab[] {
  const blueprint: Tab = { id: "blueprint", label: t("panel.tab.blueprint") };
  const n = notesOn(editor, elementOf(subject));
  const notes: Tab = {
    id: "notes",
    label: n === 0 ? t("reviews.notes") : t("reviews.notes.tab", { count: n }),
  };
  if (subject.kind === "blueprint") return [blueprint, notes];
  const own: Tab = { id: "step", label: t(`panel.tab.${subject.kind}` satisfies Key) };
  if (isOpened(subject) || subject.kind === "flagging") return [own, blueprint];
  if (subject.kind !== "step") return [own, notes, blueprint];
  const count = findingsOf(editor, subject.record).length;
  return [own, { id: "findings", label: t("panel.tab.findings", { count }) }, notes, blueprint];
}

/** Something that friction is about, opened in the panel over what is selected. */
const isOpened = ({ kind }: Subject): boolean => kind === "finding" || kind === "flag" || kind === "waiting";

function idOf(subject: Exclude<Subject, { kind: "blueprint" }>): string {
  switch (subject.kind) {
    case "steps":
      return subject.records.map(({ id }) => id).join();
    case "finding":
      return subject.record.fingerprint;
    case "flag":
    case "waiting":
      return subject.concern.id;
    case "flagging":
      return "";
    case "cell":
      return `${subject.record.lane} ${subject.record.moment}`;
    default:
      return subject.record.id;
  }
}
