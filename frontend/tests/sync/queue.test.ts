/** Pending changes in the browser's database: kept per blueprint, in order, and taken up by the next page. */
import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createQueue, type Outgoing } from "../../src/sync/queue";

const change = (id: string): Outgoing => ({
  id,
  label: "Edit",
  ops: [{ op: "remove", type: "step", id: "s1" }],
});

/** Locks as a browser has them where the page is served safely. */
function withLocks(): { close: (page: number) => void } {
  const names: string[] = [];
  vi.stubGlobal("navigator", {
    locks: {
      request: (name: string) => {
        names.push(name);
        return new Promise(() => undefined);
      },
      query: () => Promise.resolve({ held: names.map((name) => ({ name })) }),
    },
  });
  return { close: (page) => void (names[page] = "closed") };
}
afterEach(() => vi.unstubAllGlobals());

describe("the queue", () => {
  it("C7: gives the next page what was left, in order, and forgets what was answered", async () => {
    const first = createQueue("one");
    expect(first.durable).toBe(false); // nothing is kept before the browser's store is open
    await Promise.all(["b", "a", "d", "c"].map((id) => first.add(change(id))));
    expect(first.durable).toBe(true);
    await first.remove("a");
    const second = createQueue("one");
    expect(await second.load()).toEqual(["b", "d", "c"].map(change));
    await second.remove("b");
    expect((await createQueue("one").load()).map(({ id }) => id)).toEqual(["d", "c"]);
  });

  it("keeps blueprints apart, also where one’s id begins like another’s", async () => {
    await createQueue("two").add(change("x"));
    await createQueue("two ").add(change("y"));
    expect((await createQueue("two").load()).map(({ id }) => id)).toEqual(["x"]);
    expect(await createQueue("tw").load()).toEqual([]);
  });

  it("leaves a living page’s changes to it, where the browser can tell", async () => {
    const locks = withLocks();
    const first = createQueue("three");
    await first.add(change("x"));
    expect(await createQueue("three").load()).toEqual([]);
    locks.close(0);
    expect(await createQueue("three").load()).toEqual([change("x")]);
  });

  it("works in memory where the browser keeps nothing", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new Error("private");
      },
    });
    const queue = createQueue("four");
    expect(queue.durable).toBe(false);
    await queue.add(change("x"));
    expect(await queue.load()).toEqual([change("x")]);
  });
});
