/** A key in an open menu: arrows, Home and End walk it, a letter goes to the next item that begins so (ARIA menu). */
export function menuKey(event: KeyboardEvent, items: readonly HTMLElement[], close: () => void): void {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items.at(to % items.length)?.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    if (event.key === "Escape") event.preventDefault();
    event.stopPropagation();
    close();
  } else if (event.key.length === 1) {
    event.stopPropagation();
    const from = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    from.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  }
}
