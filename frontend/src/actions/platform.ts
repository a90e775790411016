/** What actions need of the browser itself. */

export const isMac = (): boolean =>
  /Mac|iPhone|iPad/.test((globalThis.navigator as Partial<Navigator> | undefined)?.platform ?? "");

/** The server sends it as an attachment, so the page stays where it is. */
export function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}

/** Leaves for another page of the product. */
export function visit(address: string): void {
  location.assign(address);
}

/** Whether the keys write in a text field now. */
export const isTyping = (): boolean =>
  document.activeElement?.matches(
    'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]',
  ) === true;
