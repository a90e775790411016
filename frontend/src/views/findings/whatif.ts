/** The server's answer to "what if these findings were gone?", kept to the newest state and the newest choice. */
import { useEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { askWhatIf, type WhatIf } from "../../sync/diagnosis";

/** Milliseconds that edits may follow one another before the question is asked again. */
const PAUSE_MS = 250;

export interface Asked {
  /** null until the first answer about these findings. */
  readonly answer: WhatIf | null;
  readonly failed: boolean;
  readonly again: () => void;
}

export function useWhatIf(editor: Editor, findings: readonly string[]): Asked {
  const of = [...findings].sort().join(" ");
  const { seq } = editor.findings.value;
  const [held, setHeld] = useState<{ of: string; answer: WhatIf } | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const answer = held?.of === of ? held.answer : null;
  useEffect(() => {
    if (of === "") return;
    setFailed(false);
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        askWhatIf(editor.api, of.split(" "), asking.signal).then(
          (next) => {
            if (!asking.signal.aborted) setHeld({ of, answer: next });
          },
          () => {
            if (!asking.signal.aborted) setFailed(true);
          },
        );
      },
      answer === null ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [of, seq, round]);
  return { answer, failed, again: () => setRound(round + 1) };
}
