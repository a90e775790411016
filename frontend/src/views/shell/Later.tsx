/** A part of the page that comes with its first use: see `actions/later.ts`. Once there it is kept. */
import type { ComponentType, JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Later as Fetched } from "../../actions/later";
import { t } from "../../text";

interface Props {
  readonly editor: Editor;
  /** Whether it has something to show now. */
  readonly wanted: boolean;
  readonly part: Fetched<ComponentType<{ editor: Editor }>>;
  /** Takes back what asked for it, where it can't be had. */
  readonly lost?: () => void;
}

export function Later({ editor, wanted, part, lost }: Props): JSX.Element | null {
  const Made = useLater(part, wanted, () => {
    editor.session.notify({ tone: "error", text: t("views.failed") });
    lost?.();
  });
  return Made === null ? null : <Made editor={editor} />;
}

/** The part as soon as it is there. */
export function useLater<T>(part: Fetched<T>, wanted: boolean, failed: () => void): T | null {
  const [, redraw] = useState({});
  useLayoutEffect(() => {
    if (wanted && part.now === null) part.fetch().then(() => redraw({}), failed);
  }, [part, wanted]);
  return part.now;
}
