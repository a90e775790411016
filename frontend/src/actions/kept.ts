/** What this browser keeps of one person's habits. One that keeps nothing loses only these. */

const PREFIX = "rectoverso.";

/** What was kept under this name; null where there is nothing that can be read. */
export function recall(name: string): unknown {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? null : (JSON.parse(kept) as unknown);
  } catch {
    return null;
  }
}

/** null: forgets it. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Nothing is lost but the habit.
  }
}
