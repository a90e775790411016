/** The one object that every action, interaction and view is given: all they may see and do. */
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import { ChangeError, stateOf } from "../model/apply";
import type { Op, State } from "../model/records";
import { createSheets, type Sheet } from "../model/sheet";
import { createStore, type Store } from "../model/store";
import type { Api } from "../sync/api";
import type { Twins } from "../sync/diagnosis";
import { createFriction, type Analysis, type Finding } from "../sync/friction";
import { createSync, type Options, type Status, type Sync } from "../sync/sync";
import { setLanguage, t, type Language } from "../text";
import { concernsOf, type Concerns } from "./concerns";
import { flaggedOf, recallFlags } from "./flagged";
import { labelled, within } from "./labels";
import { recallLook } from "./look";
import { recallClosed } from "./interview/closed";
import { reasonText, tellProblems } from "./problems";
import { createSession, type Session } from "./session";
import { recallWidths } from "./widths";
import { HISTORY } from "./travel";

/** What the page's `<script type="application/json" id="config">` holds. */
export interface Config {
  readonly blueprint: string;
  readonly language: Language;
  readonly csrf: string;
  /** The name under which others see who works here; left out by an older server. */
  readonly person?: string;
  /** Address of the list of blueprints and the like, for links in the top bar. */
  readonly urls: Readonly<Record<string, string>>;
}

export interface Editor {
  readonly config: Config;
  readonly language: Language;
  readonly t: typeof t;
  readonly store: Store;
  readonly sync: Sync;
  readonly api: Api;
  readonly session: Session;
  /** The records as shown, and what follows from them; each changes at most once an edit. */
  readonly state: ReadonlySignal<State>;
  readonly sheet: ReadonlySignal<Sheet>;
  readonly findings: ReadonlySignal<Analysis>;
  /** Findings with what people say of them, what people flagged themselves, reviews that wait. */
  readonly concerns: ReadonlySignal<Concerns>;
  /** Those that have a flag on the sheet. */
  readonly flagged: ReadonlySignal<readonly Finding[]>;
  /** The blueprints that this one is compared with; null where there are none, undefined until that is known. */
  readonly twins: Signal<Twins | null | undefined>;
  readonly status: ReadonlySignal<Status>;
  /** Label of what undo and redo would take; null where there is nothing. */
  readonly undoable: ReadonlySignal<string | null>;
  readonly redoable: ReadonlySignal<string | null>;
  /** Submits a change; where it can't be made, says so in a notice and gives null. Nothing to do: null. */
  submit(label: string, ops: readonly Op[]): string | null;
}

/** How a page reaches server and browser, and what it asked them for already. */
export type Means = Omit<Options, "store" | "page">;

/** Puts the parts together for a page; `editor.sync.start()` then takes what was asked for, or reads the blueprint. */
export function createEditor(config: Config, { api, queue, ...asked }: Means): Editor {
  setLanguage(config.language);
  const store = createStore(stateOf());
  const sync = createSync({ store, api, queue, ...asked });
  const friction = createFriction({ api, sync, language: config.language });
  const session = createSession();

  const state = signal(store.state);
  const findings = signal(friction.analysis);
  const status = signal(sync.status);
  const undoable = signal(sync.undoable);
  const redoable = signal(sync.redoable);
  const sheets = createSheets();

  store.subscribe((next) => (state.value = next));
  session.flags.value = recallFlags(config.blueprint);
  recallLook(session, config.blueprint);
  session.closed.value = recallClosed(config.blueprint);
  recallWidths(session, config.blueprint);
  friction.subscribe((next) => {
    findings.value = next;
    forget(session, next, store.state);
  });
  sync.on((event) => {
    if (event.kind === "status") status.value = event.status;
    if (event.kind === "history") {
      undoable.value = sync.undoable;
      redoable.value = sync.redoable;
    }
    tellProblems(session, event);
  });

  const review = computed(() => state.value.review); // most edits leave both as they are
  const flag = computed(() => state.value.flag);
  const found = computed(() => findings.value.findings); // and so do most answers
  const heard = computed(() => findings.value.seq >= 0);
  const prices = computed(() => findings.value.prices);
  const concerns = computed(() =>
    concernsOf(
      { findings: found.value, seq: heard.value ? 0 : -1 },
      { review: review.value, flag: flag.value },
    ),
  );

  return {
    config,
    language: config.language,
    t,
    store,
    sync,
    api,
    session,
    state,
    sheet: computed(() => sheets(state.value)),
    findings,
    concerns,
    flagged: computed(() => flaggedOf({ prices: prices.value }, concerns.value, session.flags.value)),
    twins: signal<Twins | null | undefined>(undefined),
    status,
    undoable,
    redoable,
    submit(label, ops) {
      if (ops.length === 0) return null;
      try {
        const id = sync.submit(labelled(label, ops, state.value), ops);
        session.hush(HISTORY); // what was undone can no longer be redone
        return id;
      } catch (error) {
        if (!(error instanceof ChangeError)) throw error;
        const text = t("actions.problem.local", { label: within(label) });
        session.notify({ tone: "error", text, detail: reasonText(error) });
        session.announce(text);
        return null;
      }
    },
  };
}

/** What is gone can be neither open nor chosen. */
function forget(session: Session, { findings }: Analysis, { flag, review }: State): void {
  const { opened, chosen } = session;
  if (opened.value === null && chosen.value.size === 0) return;
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const open = opened.value;
  if (open !== null && !known.has(open) && !flag.has(open) && !review.has(open)) {
    opened.value = null;
    session.announce(t("actions.said.findingGone"));
  }
  const left = [...chosen.value].filter((fingerprint) => known.has(fingerprint));
  if (left.length < chosen.value.size) chosen.value = new Set(left);
}
