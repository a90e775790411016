/** Notes that are being written: kept by what they are on while the panel shows something else, so no word is lost. */
import { signal, type Signal } from "@preact/signals";
import type { Editor } from "../../actions/editor";
import type { NoteKind } from "../../model/records";
import { Refusal } from "../../sync/api";
import { attachmentUrl, MOST_BYTES, TYPES, type Send } from "../../sync/attachments";
import { number, t } from "../../text";

export const KINDS: readonly NoteKind[] = ["comment", "pain", "verbatim", "idea", "question", "how-might-we"];

/** An image of a draft: on its way, there, or not taken. */
export interface Picture {
  readonly key: number;
  readonly name: string;
  /** Where it can be seen; empty where it is not shown. */
  readonly src: string;
  /** Its id once the server has it. */
  readonly id: string | null;
  /** Part of it that was sent. */
  readonly sent: number;
  /** Why it was not taken. */
  readonly problem: string | null;
  readonly file: File | null;
}

export interface Draft {
  readonly kind: Signal<NoteKind>;
  readonly text: Signal<string>;
  readonly pictures: Signal<readonly Picture[]>;
}

/** Per page, per note to be. */
const pages = new WeakMap<Editor, Map<string, Draft>>();

export type Begin = () => Partial<{ kind: NoteKind; text: string; images: readonly Picture[] }>;

export function draftOf(editor: Editor, key: string, begin: Begin = () => ({})): Draft {
  let drafts = pages.get(editor);
  if (drafts === undefined) pages.set(editor, (drafts = new Map<string, Draft>()));
  let draft = drafts.get(key);
  if (draft === undefined) {
    const { kind = "comment", text = "", images = [] } = begin();
    draft = { kind: signal(kind), text: signal(text), pictures: signal(images) };
    drafts.set(key, draft);
  }
  return draft;
}

export function forgetDraft(editor: Editor, key: string): void {
  const drafts = pages.get(editor);
  for (const { src } of drafts?.get(key)?.pictures.peek() ?? []) release(src);
  drafts?.delete(key);
}

let last = 0;

/** An image that a note holds already. */
export const kept = (blueprint: string, id: string, at: number): Picture => ({
  key: ++last,
  name: t("reviews.image.kept", { n: at + 1 }),
  src: attachmentUrl(blueprint, id),
  id,
  sent: 1,
  problem: null,
  file: null,
});

/** Checks each file and sends those that the server would take. */
export function addFiles(draft: Draft, files: Iterable<File>, send: Send): void {
  for (const file of files) {
    const name = file.name || t("reviews.image.pasted");
    const problem = flawOf(file, name);
    const src =
      problem === null && typeof URL.createObjectURL === "function" ? URL.createObjectURL(file) : "";
    const picture: Picture = { key: ++last, name, src, id: null, sent: 0, problem, file };
    draft.pictures.value = [...draft.pictures.value, picture];
    if (problem === null) void sendPicture(draft, picture, send);
  }
}

function flawOf({ type, size }: File, name: string): string | null {
  if (!TYPES.includes(type)) return t("reviews.image.type", { name });
  if (size > MOST_BYTES) return t("reviews.image.size", { name, size: number(size / 1024 / 1024, 1) });
  return null;
}

export async function sendPicture(draft: Draft, { key, name, file }: Picture, send: Send): Promise<void> {
  if (file === null) return;
  const change = (now: Partial<Picture>): void => {
    draft.pictures.value = draft.pictures.value.map((one) => (one.key === key ? { ...one, ...now } : one));
  };
  change({ problem: null, sent: 0 });
  const stop = new AbortController();
  stops.set(key, stop);
  try {
    const made = await send(file, (sent) => change({ sent }), stop.signal);
    change({ id: made.id, sent: 1 });
  } catch (error) {
    const why = error instanceof Refusal ? [error.problem.message, error.problem.mend].join(" ").trim() : "";
    change({ problem: `${t("reviews.image.failed", { name })} ${why}`.trim() });
  } finally {
    stops.delete(key);
  }
}
const stops = new Map<number, AbortController>();

export function removePicture(draft: Draft, { key, src }: Picture): void {
  stops.get(key)?.abort();
  release(src);
  draft.pictures.value = draft.pictures.value.filter((one) => one.key !== key);
}

function release(src: string): void {
  if (src.startsWith("blob:")) URL.revokeObjectURL(src);
}

/** Files of a drop or of a paste; none where it brings something else. */
export const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];
