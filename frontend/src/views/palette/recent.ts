/** The actions that were run from the palette last, kept by the browser. */

const KEY = "rectoverso.palette.recent";
const KEPT = 12;

/** Ids, the newest first. */
export function recent(): readonly string[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(held) ? held.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  try {
    const kept = [id, ...recent().filter((one) => one !== id)].slice(0, KEPT);
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing shows no recent ones.
  }
}
