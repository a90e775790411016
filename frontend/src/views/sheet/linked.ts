/** What links say to who hears the sheet: each card tells where it leads and where it comes from, as its description. */
import type { Editor } from "../../actions/editor";
import type { Link, State } from "../../model/records";
import { percent, quoted, t } from "../../text";
import { createGroups, type Groups } from "./grouped";
import { cancelIdle, whenIdle } from "./idle";

/** So long after an edit the descriptions follow: a screen reader still speaks of the edit itself. */
const LATER_MS = 300;
/** So many names a sentence; the rest is counted. */
const NAMED = 6;

const bySource = (links: State["link"]): Groups<Link> => createGroups<Link>(({ source }) => [source])(links);
const byTarget = (links: State["link"]): Groups<Link> => createGroups<Link>(({ target }) => [target])(links);

/** One sentence for each step that has links, by step. Time grows with the links. */
export function linkSentences({ step, link }: Pick<State, "step" | "link">): ReadonlyMap<string, string> {
  const [leads, comes] = [bySource(link), byTarget(link)];
  const names = (links: readonly Link[] = [], end: "source" | "target"): readonly string[] =>
    links.flatMap((one) => {
      const title = step.get(one[end])?.title;
      return title === undefined ? [] : [nameOf(title, one)];
    });
  const sentences = new Map<string, string>();
  for (const id of step.keys()) {
    const [to, from] = [names(leads.get(id), "target"), names(comes.get(id), "source")];
    const parts = [];
    if (to.length > 0) parts.push(t("links.leads", { titles: listed(to) }));
    if (from.length > 0) parts.push(t("links.comes", { titles: listed(from) }));
    if (parts.length > 0) sentences.set(id, parts.join(" "));
  }
  return sentences;
}

function nameOf(title: string, { kind, share }: Link): string {
  const more = [];
  if (kind === "rework") more.push(t("panel.word.link-kind.rework"));
  if (share !== null) more.push(t("sheet.card.share", { percent: percent(share) }));
  return more.length === 0 ? quoted(title) : `${quoted(title)} (${more.join(", ")})`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  if (more <= 0) return names.join(", ");
  return `${names.slice(0, NAMED).join(", ")} ${t("links.more", { n: more })}`;
}

/** Most edits change neither links nor titles. */
function saysTheSame(a: Pick<State, "step" | "link">, b: Pick<State, "step" | "link">): boolean {
  if (a.link !== b.link || a.step.size !== b.step.size) return false;
  for (const [id, { title }] of b.step) if (a.step.get(id)?.title !== title) return false;
  return true;
}

export interface Linked {
  /** A card that was made after the others. */
  came(step: string, card: HTMLElement): void;
  end(): void;
}

/** Keeps the cards' descriptions true. */
export function followLinks(editor: Editor, card: (step: string) => HTMLElement | undefined): Linked {
  let written: ReadonlyMap<string, string> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  let told: Pick<State, "step" | "link"> | null = null;
  const write = (): void => {
    const state = editor.state.peek();
    if (told !== null && saysTheSame(told, state)) return;
    told = state;
    const sentences = linkSentences(state);
    for (const id of written.keys()) if (!sentences.has(id)) card(id)?.removeAttribute("aria-description");
    for (const [id, said] of sentences) {
      const element = card(id);
      if (element !== undefined && element.getAttribute("aria-description") !== said)
        element.setAttribute("aria-description", said);
    }
    written = sentences;
  };
  const end = editor.state.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      cancelIdle(idle);
      idle = whenIdle(write);
    }, LATER_MS);
  });
  return {
    came(step, element) {
      const said = written.get(step);
      if (said !== undefined) element.setAttribute("aria-description", said);
    },
    end() {
      end();
      clearTimeout(timer);
      cancelIdle(idle);
    },
  };
}
