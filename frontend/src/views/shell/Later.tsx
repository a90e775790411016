/** Parts of the page that the first look at a sheet can do without: fetched when they are first wanted, then kept. */
import type { ComponentType, JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { t } from "../../text";
import { arriving } from "./arriving";

type Part = ComponentType<{ editor: Editor }>;

interface Props {
  readonly editor: Editor;
  /** Whether it has something to show now. */
  readonly wanted: boolean;
  readonly load: () => Promise<Part>;
}

export function Later({ editor, wanted, load }: Props): JSX.Element | null {
  const [part, setPart] = useState<{ readonly made: Part } | null>(null);
  const asked = wanted && part === null;
  useLayoutEffect(() => {
    if (!asked) return;
    arriving(
      load().then(
        (made) => {
          setPart({ made });
        },
        () => {
          editor.session.notify({ tone: "error", text: t("views.failed") });
        },
      ),
    );
  }, [asked]);
  return part === null ? null : <part.made editor={editor} />;
}
