/** The images of a note that is being written: picked, dropped or pasted, with their progress and their problems. */
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { TYPES, type Send } from "../../sync/attachments";
import { t } from "../../text";
import { addFiles, removePicture, sendPicture, type Draft, type Picture } from "./drafts";
import { Cross } from "../controls/Cross";

export function Pictures({ draft, send }: { draft: Draft; send: Send }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="pictures">
      {draft.pictures.value.length > 0 && (
        <ul class="pictures-list">
          {draft.pictures.value.map((picture) => (
            <One key={picture.key} draft={draft} picture={picture} send={send} />
          ))}
        </ul>
      )}
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept={TYPES.join()}
        multiple
        tabIndex={-1}
        aria-label={t("reviews.image.add")}
        onChange={(event) => {
          addFiles(draft, event.currentTarget.files ?? [], send);
          event.currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={t("reviews.image.add")}
        title={`${t("reviews.image.add")} (${t("reviews.image.hint")})`}
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3.500h12v9H2zM2.500 11.500l3.500-4 3 3 2-1.800 2.800 2.500" />
          <circle cx="11" cy="6" r="1" />
        </svg>
      </button>
    </div>
  );
}

function One(props: { draft: Draft; picture: Picture; send: Send }): JSX.Element {
  const { draft, picture, send } = props;
  const { name, src, id, sent, problem, file } = picture;
  return (
    <li class={`picture ${problem === null ? "" : "is-wrong"}`}>
      {src !== "" && <img src={src} alt={t("reviews.image.preview", { name })} />}
      {problem !== null ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : (
        id === null && (
          <progress max={1} value={sent} aria-label={t("reviews.image.sending", { name })}>
            {Math.round(sent * 100)}
          </progress>
        )
      )}
      {problem !== null && src !== "" && file !== null && (
        <button type="button" class="text-button" onClick={() => void sendPicture(draft, picture, send)}>
          {t("reviews.image.retry")}
        </button>
      )}
      <button
        type="button"
        class="icon-button picture-remove"
        aria-label={t("reviews.image.remove", { name })}
        title={t("reviews.image.remove", { name })}
        onClick={() => removePicture(draft, picture)}
      >
        <Cross />
      </button>
    </li>
  );
}
