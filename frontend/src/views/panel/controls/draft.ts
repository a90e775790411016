/** A text that is being typed in a field: when it becomes a change, and how others' edits leave it alone. */
import { useEffect, useRef, useState } from "preact/hooks";

/** Milliseconds without a key after which what was typed becomes a change. */
export const PAUSE = 700;

export interface DraftOptions<V> {
  readonly value: V;
  show(value: V): string;
  /** Gives undefined where the text makes no sense: then nothing is committed and `problem` shows. */
  read(text: string): V | undefined;
  commit(value: V): void;
}

export interface Draft {
  readonly text: string;
  /** Whether what stands there can't be read; told only when the person has left it or pressed Enter. */
  readonly problem: boolean;
  /** Typed and not committed: the browser's own undo is meant for it. */
  readonly dirty: boolean;
  focus(): void;
  input(text: string): void;
  /** Commits what was typed for good, so that Escape no longer takes it back; false where it can't be read. */
  flush(): boolean;
  blur(): void;
  /** Back to what stood there when the field was entered; false where nothing had changed. */
  revert(): boolean;
}

/** What a field holds from focus to blur. `text` null: it shows the value. */
interface Typing<V> {
  text: string | null;
  /** The value that `text` stands for: another one means that someone else, or an undo, changed it. */
  base: V;
  /** What the field held when the focus came in: Escape goes back to it. */
  entered: V;
  dirty: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * What is typed stays as it was typed until the field is left, even once committed; a value that changes from
 * elsewhere shows, unless something is typed and not committed. Commits on Enter, on leaving, after a pause, and
 * when page or field go away.
 */
export function useDraft<V>(options: DraftOptions<V>): Draft {
  const { value } = options;
  const [, redraw] = useState({});
  const [problem, setProblem] = useState(false);
  const latest = useRef(options);
  latest.current = options;
  const typing = useRef<Typing<V>>({
    text: null,
    base: value,
    entered: value,
    dirty: false,
    timer: undefined,
  }).current;
  if (!typing.dirty && typing.base !== value) {
    typing.text = null;
    typing.base = value;
  }

  const show = (text: string | null): void => {
    typing.text = text;
    redraw({});
  };
  const commit = (quiet: boolean): boolean => {
    clearTimeout(typing.timer);
    if (!typing.dirty || typing.text === null) return true;
    const made = latest.current.read(typing.text);
    if (made === undefined) {
      if (!quiet) setProblem(true);
      return false;
    }
    typing.dirty = false;
    typing.base = made;
    setProblem(false);
    if (made !== latest.current.value) latest.current.commit(made);
    return true;
  };

  useEffect(() => {
    const leave = (): void => void commit(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      commit(true);
    };
  }, []);

  return {
    text: typing.text ?? options.show(value),
    problem,
    dirty: typing.dirty,
    focus() {
      if (!typing.dirty) typing.entered = latest.current.value;
    },
    input(text) {
      typing.dirty = true;
      if (problem) setProblem(false);
      show(text);
      clearTimeout(typing.timer);
      typing.timer = setTimeout(() => commit(true), PAUSE);
    },
    flush() {
      if (!commit(false)) return false;
      typing.entered = typing.base;
      show(null);
      return true;
    },
    blur() {
      if (commit(false)) show(null);
    },
    revert() {
      clearTimeout(typing.timer);
      const { entered } = typing;
      const committed = latest.current.value !== entered && typing.base === latest.current.value;
      if (!typing.dirty && !(committed && typing.text !== null)) return false;
      typing.dirty = false;
      setProblem(false);
      if (committed) latest.current.commit(entered);
      typing.base = entered;
      show(null);
      return true;
    },
  };
}
