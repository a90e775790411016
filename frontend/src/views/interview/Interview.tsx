/** Where the interview opens over the sheet; what it takes is fetched when it is first asked for. */
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Interview as Talk } from "../../actions/interview/interview";

type Part = ComponentType<{ editor: Editor; talk: Talk }>;

export function Interview({ editor }: { editor: Editor }): JSX.Element | null {
  const [part, setPart] = useState<{ readonly Room: Part } | null>(null);
  const talk = editor.session.interview.value;
  const wanted = talk !== null && part === null;
  useEffect(() => {
    if (!wanted) return;
    import("./Room").then(setPart, () => (editor.session.interview.value = null));
  }, [wanted]);
  return talk === null || part === null ? null : <part.Room editor={editor} talk={talk} />;
}
