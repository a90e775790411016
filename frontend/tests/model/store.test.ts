/** Confirmed state with pending changes on top, and what stays the same object from one state to the next. */
import { describe, expect, it } from "vitest";
import { ChangeError } from "../../src/model/apply";
import { put, remove, set } from "../../src/model/records";
import { createStore } from "../../src/model/store";
import { smallSheet } from "../fake/server";

const rename = (id: string, title: string) => ({
  id: `rename ${title}`,
  ops: [set("step", id, "title", title)],
});

describe("the store", () => {
  it("C7: replays what is pending on what the log says", () => {
    const store = createStore(smallSheet());
    store.append(rename("c1", "Mine"));
    store.advance([
      { id: "other", ops: [set("step", "c1", "title", "Theirs"), set("step", "c1", "work_min", 3)] },
    ]);
    expect(store.state.step.get("c1")).toMatchObject({ title: "Mine", work_min: 3 });
    store.withdraw("rename Mine");
    expect(store.state.step.get("c1")?.title).toBe("Theirs");
  });

  it("keeps a change that can't be shown now, and shows it when it can", () => {
    const store = createStore(smallSheet());
    store.take([{ id: "a", ops: [put("step", { id: "s1", lane: "new", moment: "m1", title: "New" })] }]);
    expect(store.state.step.has("s1")).toBe(false);
    store.advance([
      { id: "b", ops: [put("lane", { id: "new", order: "a9", kind: "support", title: "L", actor: null })] },
    ]);
    expect(store.state.step.has("s1")).toBe(true);
  });

  it("refuses at once what can't be applied, and keeps nothing of it", () => {
    const store = createStore(smallSheet());
    const before = store.state;
    expect(() =>
      store.append({
        id: "a",
        ops: [remove("step", "c1"), put("lane", { id: "cust", kind: "support", title: "L" })],
      }),
    ).toThrow(ChangeError);
    expect([store.state, store.pending]).toEqual([before, []]);
  });

  it("an answer changes nothing on screen: the state stays the same object", () => {
    const store = createStore(smallSheet());
    let told = 0;
    store.subscribe(() => told++);
    store.append(rename("c1", "A"));
    store.append(rename("f1", "B"));
    const shown = store.state;
    store.confirm("rename A");
    store.confirm("rename B");
    expect(store.state).toBe(shown);
    expect(told).toBe(2);
  });

  it("an entry that was guessed right changes nothing on screen either", () => {
    const store = createStore(smallSheet());
    store.take([rename("c1", "A"), rename("f1", "B")]);
    const shown = store.state;
    let told = 0;
    store.subscribe(() => told++);
    store.advance([rename("c1", "A"), rename("f1", "B")]);
    expect([store.state, store.pending, told]).toEqual([shown, [], 0]);
    expect(store.state.step).toBe(shown.step);
    store.take([rename("c1", "C")]);
    store.advance([{ ...rename("c1", "C"), ops: [set("step", "c1", "title", "D")] }]);
    expect(store.state.step.get("c1")?.title).toBe("D");
  });
});
