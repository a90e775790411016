/** What the palette holds for a query: actions with their keys, places of the sheet, findings; the best group first. */
import type { Editor } from "../../actions/editor";
import { offers, reason, type Offer } from "../../actions/offers";
import { findingOpen } from "../../actions/verbs/finding-open";
import { paletteOpen } from "../../actions/verbs/palette-open";
import { t } from "../../text";
import { match, type Match, type Range } from "../../text/search";
import { kindName, titleById } from "../findings/names";
import { goTo } from "../panel/goto";
import { afterDrawing } from "../shell/arriving";
import { recent, remember } from "./recent";

export type Kind = "recent" | "action" | "step" | "lane" | "moment" | "phase" | "finding" | "later";

export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Parts of the title that answer the query. */
  readonly ranges: readonly Range[];
  /** Tells it from its like: the cell of a step, why an action can't run. */
  readonly detail?: string;
  readonly keys?: readonly string[];
  /** Null where it can't run now. */
  readonly run: (() => void) | null;
}
export interface Group {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
  /** How many more there are than are shown. */
  readonly more: number;
}

interface Candidate extends Entry {
  /** Words that answer besides the title, at half the weight. */
  readonly words?: string;
}

/** How many of a group of places are shown. */
const SHOWN = 8;
const RECENT = 5;

/** Linear in the sheet; a query of nothing gives the actions only, those run last on top. */
export function entriesFor(editor: Editor, query: string): readonly Group[] {
  const all = offers().filter(({ action }) => action.id !== paletteOpen.id);
  const now = all.filter((offer) => reason(editor, offer.action) === null);
  const later = all.filter((offer) => offer.keys.length > 0 && !now.includes(offer));
  const actions = now.map((offer) => actionEntry(editor, offer));
  const greyed = later.map((offer) => actionEntry(editor, offer));
  const used = recent();
  if (query.trim() === "") {
    const last = used.flatMap((id) => actions.find((entry) => entry.id === id) ?? []).slice(0, RECENT);
    const rest = actions.filter((entry) => !last.includes(entry));
    return [group("recent", last), group("action", rest), group("later", greyed)].filter(isFull);
  }
  const bonus = (id: string): number => (used.includes(id) ? 0.5 - used.indexOf(id) / 100 : 0);
  const found = [
    ranked("action", actions, query, Infinity, bonus),
    ranked("step", stepEntries(editor), query),
    ranked("lane", headerEntries(editor, "lane"), query),
    ranked("moment", headerEntries(editor, "moment"), query),
    ranked("phase", headerEntries(editor, "phase"), query),
    ranked("finding", findingEntries(editor), query),
  ].sort((a, b) => b.score - a.score);
  return [...found.map((one) => one.group), ranked("later", greyed, query).group].filter(isFull);
}

const isFull = ({ entries }: Group): boolean => entries.length > 0;
const group = (kind: Kind, entries: readonly Entry[]): Group => ({ kind, entries, more: 0 });

function ranked(
  kind: Kind,
  candidates: readonly Candidate[],
  query: string,
  shown = SHOWN,
  bonus: (id: string) => number = () => 0,
): { readonly group: Group; readonly score: number } {
  const found = candidates.flatMap((candidate) => {
    const answer = answerOf(candidate, query);
    if (answer === null) return [];
    return [{ entry: { ...candidate, ranges: answer.ranges }, score: answer.score + bonus(candidate.id) }];
  });
  found.sort((a, b) => b.score - a.score);
  const entries = found.slice(0, shown).map(({ entry }) => entry);
  return {
    group: { kind, entries, more: found.length - entries.length },
    score: found[0]?.score ?? -Infinity,
  };
}

/** The title alone, else the title with what stands beside it: "appelle accueil" finds a step by its lane. */
function answerOf({ title, words }: Candidate, query: string): Match | null {
  const own = match(title, query);
  if (own !== null || words === undefined) return own;
  const wider = match(`${title} ${words}`, query);
  if (wider === null) return null;
  const within = wider.ranges.filter(([, to]) => to <= title.length);
  return { score: wider.score / 2, ranges: within };
}

function actionEntry(editor: Editor, { id, action, title, args, keys }: Offer): Candidate {
  const why = reason(editor, action);
  return {
    id,
    title,
    ranges: [],
    words: t(`actions.group.${action.group}`),
    keys,
    ...(why === null ? {} : { detail: why }),
    run:
      why !== null
        ? null
        : () => {
            remember(id);
            void action.run(editor, ...args);
          },
  };
}

function stepEntries(editor: Editor): Candidate[] {
  const { lane, moment, step } = editor.state.value;
  return [...step.values()].map(({ id, title, lane: row, moment: column }) => {
    const place = t("palette.place", {
      lane: lane.get(row)?.title ?? "",
      moment: moment.get(column)?.title ?? "",
    });
    return {
      id: `step ${id}`,
      title,
      ranges: [],
      detail: place,
      words: place,
      run: () => goTo(editor, { type: "step", id }),
    };
  });
}

function headerEntries(editor: Editor, type: "lane" | "moment" | "phase"): Candidate[] {
  const { lanes, moments, phases } = editor.sheet.value;
  const records = { lane: lanes, moment: moments, phase: phases.map(({ phase }) => phase) }[type];
  return records.map(({ id, title }) => ({
    id: `${type} ${id}`,
    title,
    ranges: [],
    ...(type === "lane"
      ? { detail: t("palette.steps", { n: moments.reduce((n, one) => n + countOf(editor, id, one.id), 0) }) }
      : {}),
    run: () => goTo(editor, { type, id }),
  }));
}

const countOf = (editor: Editor, lane: string, moment: string): number =>
  editor.sheet.value.cell(lane, moment).length;

function findingEntries(editor: Editor): Candidate[] {
  const { session, state } = editor;
  return editor.findings.value.findings.map(({ fingerprint, detector, number, steps, because }) => {
    const place = steps.flatMap((id) => titleById(state.value, id) ?? []).join(", ");
    return {
      id: `finding ${fingerprint}`,
      title: `◆ ${number} ${kindName(detector)}`,
      ranges: [],
      detail: place,
      words: `${place} ${because}`,
      run: () => {
        session.opened.value = null; // opening what is open would close it
        findingOpen.run(editor, fingerprint);
        afterDrawing(() =>
          document.querySelector<HTMLElement>('[data-region="panel"] [role="tab"][tabindex="0"]')?.focus(),
        );
      },
    };
  });
}
