/** What is open, selected and focused on this page: nothing here is part of the document or sent anywhere. */
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Interview } from "./interview/interview";

import type { Area } from "../model/records";

export type Header = "phase" | "moment" | "lane";

/** Where the keyboard stands: a cell (with one of its cards, or empty ground) or a header. */
export type Focus =
  | { readonly on: "cell"; readonly lane: string; readonly moment: string; readonly step: string | null }
  | { readonly on: Header; readonly id: string };

/** The one text that is being typed on the sheet. */
export type Editing =
  /**
   * `text` takes the place of the title in the field, which stays what it was until the text is kept; `more`: the
   * caret stands behind the title, for what is added to it.
   */
  | { readonly on: "step"; readonly id: string; readonly text?: string; readonly more?: true }
  /** A new card in this cell, last there; `text` is what began it, `linkFrom` the step that is linked to it. */
  | {
      readonly on: "new";
      readonly lane: string;
      readonly moment: string;
      readonly text: string;
      readonly linkFrom?: string;
    }
  /** A new card past the last moment: the moment is made with it. */
  | { readonly on: "next"; readonly lane: string; readonly text: string; readonly linkFrom?: string }
  | { readonly on: Header; readonly id: string; readonly text?: string }
  | { readonly on: "blueprint" };

export interface Notice {
  readonly id: number;
  readonly tone: "info" | "warning" | "error";
  readonly text: string;
  /** A mend or detail, in smaller letters. */
  readonly detail?: string;
  /** Where a file is ready: what to press and where it leads. */
  readonly link?: { readonly label: string; readonly href: string };
  /** What can be done about it at once. */
  readonly act?: { readonly label: string; readonly run: () => void };
  /** A newer notice about the same takes its place. */
  readonly about?: string;
}

/** What a flag is raised on. */
export interface Flagging {
  readonly on: readonly string[];
  readonly area: Area | null;
}

export type PanelTab = "step" | "findings" | "notes" | "blueprint";

/** `waits`: folded until something is selected for the first time. */
export interface PanelState {
  readonly open: boolean;
  readonly tab: PanelTab;
  readonly waits?: boolean;
}

/** What the list below the sheet holds: the three irritants with their obstacles, every finding, what is unknown. */
export type TrayList = "three" | "all" | "unknown";

/** The ways to read one blueprint; the first is the sheet itself. */
export const VIEWS = ["blueprint", "mirror", "table", "compare"] as const;
export type View = (typeof VIEWS)[number];

/** How the sheet is looked at by this person, on this computer: see `look.ts`. */
export interface Look {
  readonly density: "comfortable" | "compact";
  /** What cards say below their titles. */
  readonly times: boolean;
  readonly facts: boolean;
  readonly tools: boolean;
  readonly words: boolean;
}
export const LOOK: Look = { density: "comfortable", times: true, facts: true, tools: true, words: false };

export type ZoomTo =
  { readonly on: "steps"; readonly ids: readonly string[] } | { readonly on: "phase"; readonly id: string };

export interface Session {
  readonly view: Signal<View>;
  readonly look: Signal<Look>;
  /** Nothing but the sheet, in big type, for the back of the room. */
  readonly wall: Signal<boolean>;
  /** Ids of the steps, lanes and phases that are folded. */
  readonly folded: Signal<ReadonlySet<string>>;
  readonly selection: Signal<ReadonlySet<string>>;
  readonly focus: Signal<Focus | null>;
  readonly editing: Signal<Editing | null>;
  readonly selectedLink: Signal<string | null>;
  readonly panel: Signal<PanelState>;
  /** Whether the list of findings below the sheet is unfolded. */
  readonly tray: Signal<boolean>;
  readonly list: Signal<TrayList>;
  /** Which findings have a flag on the sheet: all, or those of the three pairs with the confirmed ones. */
  readonly flags: Signal<"all" | "three">;
  /** Fingerprint of the finding that the panel is about. */
  readonly opened: Signal<string | null>;
  /** Fingerprints of the findings under the pointer and under the focus. */
  readonly pointed: Signal<string | null>;
  readonly attended: Signal<string | null>;
  /** Fingerprint of the finding whose path is lit: the one pointed at, else attended to, else opened. */
  readonly lit: ReadonlySignal<string | null>;
  /** Fingerprints of the findings chosen to be mended together. */
  readonly chosen: Signal<ReadonlySet<string>>;
  /** Id of the finding or flag for whose dismissal a reason is asked. */
  readonly dismissing: Signal<string | null>;
  /** What a flag is being raised on; null: none is. */
  readonly flagging: Signal<Flagging | null>;
  /** Whether an area is being drawn on the sheet. */
  readonly drawing: Signal<boolean>;
  /** Counts how often a note was asked for: its field takes the focus. */
  readonly noting: Signal<number>;
  /** What lies over the page. */
  readonly exporting: Signal<boolean>;
  readonly help: Signal<boolean>;
  readonly palette: Signal<boolean>;
  /** How often the search in the sheet was asked for since it opened; null: it is closed. */
  readonly find: Signal<number | null>;
  readonly detectors: Signal<boolean>;
  /** null while nobody is interviewed. */
  readonly interview: Signal<Interview | null>;
  /** Keys of the interview's questions that are not asked again on this page. */
  readonly closed: Signal<ReadonlySet<string>>;
  /** 1 is natural size; "fit" shows the whole sheet. */
  readonly zoom: Signal<number | "fit">;
  /** What the sheet is asked to show as large as it fits; it takes the request off. */
  readonly zoomTo: Signal<ZoomTo | null>;
  /** Widths of columns that this person set, by moment. */
  readonly widths: Signal<ReadonlyMap<string, number>>;
  /** The small map: by itself on a large sheet, unless it was asked for or sent away; and whether it shows now. */
  readonly map: Signal<"auto" | "on" | "off">;
  readonly mapShown: Signal<boolean>;
  readonly notices: Signal<readonly Notice[]>;
  /** The newest sentence for screen readers (aria-live). */
  readonly announcement: Signal<string>;
  /** Gives the notice's id. */
  notify(notice: Omit<Notice, "id">): number;
  dismiss(id: number): void;
  /** Takes away what was said about something that no longer holds. */
  hush(about: string): void;
  announce(text: string): void;
  /** Selects these steps and nothing else of what is selected; who follows the selection is told where it is another. */
  choose(ids: Iterable<string>): void;
  /** Selects one step and moves the focus there; null clears the selection. The panel is no longer about a finding. */
  select(step: { readonly id: string; readonly lane: string; readonly moment: string } | null): void;
}

export function createSession(): Session {
  let last = 0;
  const selection = signal<ReadonlySet<string>>(new Set());
  const focus = signal<Focus | null>(null);
  const selectedLink = signal<string | null>(null);
  const notices = signal<readonly Notice[]>([]);
  const announcement = signal("");
  const opened = signal<string | null>(null);
  const pointed = signal<string | null>(null);
  const attended = signal<string | null>(null);
  function choose(ids: Iterable<string>): void {
    const next = new Set(ids);
    const now = selection.peek();
    if (next.size !== now.size || [...next].some((id) => !now.has(id))) selection.value = next;
  }
  return {
    view: signal<View>("blueprint"),
    look: signal<Look>(LOOK),
    wall: signal(false),
    folded: signal<ReadonlySet<string>>(new Set()),
    selection,
    focus,
    editing: signal<Editing | null>(null),
    selectedLink,
    panel: signal<PanelState>({ open: true, tab: "step" }),
    tray: signal(true),
    list: signal<TrayList>("three"),
    flags: signal<"all" | "three">("all"),
    opened,
    pointed,
    attended,
    lit: computed(() => pointed.value ?? attended.value ?? opened.value),
    chosen: signal<ReadonlySet<string>>(new Set()),
    dismissing: signal<string | null>(null),
    flagging: signal<Flagging | null>(null),
    drawing: signal(false),
    noting: signal(0),
    exporting: signal(false),
    help: signal(false),
    palette: signal(false),
    find: signal<number | null>(null),
    detectors: signal(false),
    interview: signal<Interview | null>(null),
    closed: signal<ReadonlySet<string>>(new Set()),
    zoom: signal<number | "fit">(1),
    zoomTo: signal<ZoomTo | null>(null),
    widths: signal<ReadonlyMap<string, number>>(new Map()),
    map: signal<"auto" | "on" | "off">("auto"),
    mapShown: signal(false),
    notices,
    announcement,
    notify(notice) {
      const others = notices.value.filter(
        ({ text, detail, about }) =>
          (text !== notice.text || detail !== notice.detail) &&
          (about === undefined || about !== notice.about),
      );
      notices.value = [...others, { ...notice, id: ++last }];
      return last;
    },
    dismiss(id) {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    },
    hush(about) {
      if (notices.value.some((notice) => notice.about === about))
        notices.value = notices.value.filter((notice) => notice.about !== about);
    },
    announce(text) {
      // The same sentence twice must be said twice.
      announcement.value = announcement.value === text ? `${text}\u200b` : text;
    },
    choose,
    select(step) {
      batch(() => {
        choose(step === null ? [] : [step.id]);
        selectedLink.value = null;
        opened.value = null;
        // Said anew where it is there already: what had the keyboard meanwhile may be gone.
        if (step !== null) focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: step.id };
      });
    },
  };
}
