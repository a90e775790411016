/** How this page sends images; a test puts its own in the place. */
import type { Editor } from "../../actions/editor";
import { createSend, type Send } from "../../sync/attachments";

const senders = new WeakMap<Editor, Send>();

export function sendOf(editor: Editor): Send {
  let send = senders.get(editor);
  if (send === undefined) {
    send = createSend(editor.config.blueprint, editor.config.csrf);
    senders.set(editor, send);
  }
  return send;
}

export const sendWith = (editor: Editor, send: Send): void => void senders.set(editor, send);
