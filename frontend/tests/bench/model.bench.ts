/** What one edit costs on a sheet of 1,000 steps and 1,500 links, before anything is drawn: `npm run bench`. */
import { bench, describe } from "vitest";
import { put, remove, set, type Op, type State } from "../../src/model/records";
import { createSheets } from "../../src/model/sheet";
import { createStore } from "../../src/model/store";
import { random } from "../fake/random";
import { sheetOf } from "../fake/server";

const STEPS = 1000;

function large(): State {
  const pick = random(1);
  const ops: Op[] = [put("phase", { id: "p0", title: "P" })];
  for (let i = 0; i < 40; i++) ops.push(put("moment", { id: `m${i}`, phase: "p0", title: `M${i}` }));
  const kinds = ["evidence", "customer", "frontstage", "backstage", "support"] as const;
  kinds.forEach((kind, i) => ops.push(put("lane", { id: `l${i}`, kind, title: kind })));
  for (let i = 0; i < 20; i++) ops.push(put("tool", { id: `t${i}`, title: `T${i}`, latency_s: i }));
  for (let i = 0; i < STEPS; i++) {
    ops.push(
      put("step", {
        id: `s${i}`,
        lane: `l${i % 5}`,
        moment: `m${pick(40)}`,
        title: `Step ${i}`,
        work_min: pick(9),
        emotion: pick(5) - 2,
      }),
    );
    ops.push(put("use", { id: `u${i}`, step: `s${i}`, tool: `t${pick(20)}` }));
  }
  for (let i = 0; i < 1500; i++)
    ops.push(put("link", { id: `k${i}`, source: `s${pick(STEPS)}`, target: `s${pick(STEPS)}` }));
  return sheetOf("Large", ops);
}

const state = large();
let n = 0;

describe("one edit, shown and answered, with its sheet", () => {
  const edit = (make: () => readonly Op[]): (() => void) => {
    const store = createStore(state);
    const sheetOf = createSheets();
    sheetOf(state);
    return () => {
      store.load(state);
      const id = String(n++);
      store.append({ id, ops: make() });
      sheetOf(store.state);
      store.confirm(id);
    };
  };
  bench(
    "rename a step",
    edit(() => [set("step", `s${n % STEPS}`, "title", `T${n}`)]),
  );
  bench(
    "move a step",
    edit(() => [set("step", `s${n % STEPS}`, "moment", `m${n % 40}`)]),
  );
  bench(
    "add a step",
    edit(() => [put("step", { id: `new${n}`, lane: "l1", moment: "m3", title: "New" })]),
  );
  bench(
    "delete a step with its links",
    edit(() => [remove("step", `s${n % STEPS}`)]),
  );
  bench(
    "delete a lane of 200 steps",
    edit(() => [remove("lane", "l2")]),
  );
});

describe("replay", () => {
  bench("another’s change under 20 pending ones", () => {
    const store = createStore(state);
    store.take(
      Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, ops: [set("step", `s${i}`, "title", "P")] })),
    );
    store.advance([{ id: "x", ops: [set("step", "s50", "title", "X")] }]);
  });
});
