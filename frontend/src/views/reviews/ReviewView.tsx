/** All that people say of a finding, a flag or a finding that is gone: decision, who and when, the thread. */
import type { JSX } from "preact";
import type { Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { t } from "../../text";
import { Care } from "./Care";
import { Decision } from "./Decision";
import { Thread } from "./Thread";

/** A part of the panel that is about a finding or a flag. */
export function ReviewView({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element {
  return (
    <section class="review" aria-label={t("reviews.name")}>
      <Decision editor={editor} concern={concern} />
      <Care key={concern.id} editor={editor} concern={concern} />
      <Thread key={`thread ${concern.id}`} editor={editor} concern={concern} />
    </section>
  );
}
