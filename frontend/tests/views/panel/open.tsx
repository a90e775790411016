/** What the tests of the panel share: the panel of a small shop, and a step of it that is chosen. */
import { Panel } from "../../../src/views/panel/Panel";
import { open, settle, type Page } from "../page";

export const panel = (more?: Parameters<typeof open>[1]): Promise<Page> =>
  open((editor) => <Panel editor={editor} />, more);
export const choose = async (page: Page, step: string): Promise<void> => {
  page.editor.session.select(page.server.state.step.get(step) ?? null);
  await settle();
};
