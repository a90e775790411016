/** Folds and unfolds a lane or a phase, and says how many steps lie in the fold. */
import type { Editor } from "../../actions/editor";
import { foldToggle } from "../../actions/verbs/fold-toggle";
import { t } from "../../text";

export function FoldButton({ editor, id, title }: { editor: Editor; id: string; title: string }) {
  const folded = editor.session.folded.value.has(id);
  const { step, moment } = editor.state.value;
  const n = folded
    ? [...step.values()].filter((one) => one.lane === id || moment.get(one.moment)?.phase === id).length
    : 0;
  const label = folded ? t("views.unfold.n", { title, n }) : t("views.fold.title", { title });
  return (
    <button
      type="button"
      class="tool-button fold-button"
      tabIndex={-1}
      aria-expanded={!folded}
      aria-label={label}
      title={label}
      onClick={() => foldToggle.run(editor, [id])}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={folded ? "M3.500 2l3 3-3 3" : "M2 3.500l3 3 3-3"} />
      </svg>
      {folded && <span class="fold-count">{n}</span>}
    </button>
  );
}
