/** The one object that every action, interaction and view is given: all they may see and do. */
import type { ReadonlySignal } from "@preact/signals-core";
import type { Op, State } from "../model/records";
import type { Sheet } from "../model/sheet";
import type { Store } from "../model/store";
import type { Api } from "../sync/api";
import type { Analysis } from "../sync/friction";
import type { Status, Sync } from "../sync/sync";
import type { Language, t } from "../text";
import type { Session } from "./session";

/** What the page's `<script type="application/json" id="config">` holds. */
export interface Config {
  readonly blueprint: string;
  readonly language: Language;
  readonly csrf: string;
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
  readonly status: ReadonlySignal<Status>;
  /** Label of what undo and redo would take; null where there is nothing. */
  readonly undoable: ReadonlySignal<string | null>;
  readonly redoable: ReadonlySignal<string | null>;
  /** Submits a change; where it can't be made, says so in a notice and gives null. Nothing to do: null. */
  submit(label: string, ops: readonly Op[]): string | null;
}
