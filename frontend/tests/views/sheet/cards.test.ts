/** What cards say: times, facts, pills, in both languages; and what stays the same from edit to edit. */
import { beforeEach, describe, expect, it } from "vitest";
import { apply, stateOf } from "../../../src/model/apply";
import { type Exchange, type Op, type Step, type Use, put, set } from "../../../src/model/records";
import { setLanguage } from "../../../src/text";
import { factsOf, labelOf, pillLabel, pillsOf, timesOf } from "../../../src/views/sheet/facts";
import { createGroups } from "../../../src/views/sheet/grouped";

const ops: Op[] = [
  put("phase", { id: "p", title: "P" }),
  put("moment", { id: "m", phase: "p", title: "M" }),
  put("lane", { id: "l", kind: "frontstage", title: "L" }),
  put("actor", { id: "chef", title: "Chef", side: "employee" }),
  put("channel", { id: "tel", title: "Téléphone" }),
  put("tool", { id: "stock", title: "Stock mobile", latency_s: 130 }),
  put("tool", { id: "crm", title: "CRM", latency_s: 4 }),
  put("information", { id: "adr", title: "Adresse" }),
  put("information", { id: "num", title: "Numéro" }),
  put("step", { id: "s", lane: "l", moment: "m", title: "Saisit" }),
];
const state = apply(stateOf(), ops).state;
const step = (fields: Partial<Step> = {}): Step => ({ ...(state.step.get("s") as Step), ...fields });
const exchange = (id: string, fields: Partial<Exchange>): Exchange =>
  ({ id, step: "s", information: "adr", how: "types", tool: null, state: null, ...fields }) as Exchange;

beforeEach(() => setLanguage("fr"));

describe("times", () => {
  it("work and wait, the wait with a bar as long as it is, up to a limit", () => {
    expect(timesOf(step({ work_min: 1, wait_min: 5 }))).toEqual({
      work: "1\u00a0min",
      wait: "5\u00a0min",
      bar: 26,
    });
    expect(timesOf(step({ work_min: 0, wait_min: 2.1667 }))).toMatchObject({
      work: null,
      wait: "2\u00a0min\u00a010",
    });
    const long = timesOf(step({ wait_min: 600 }));
    expect(long?.bar).toBe(timesOf(step({ wait_min: 6000 }))?.bar);
  });
  it("unknown says nothing", () => {
    expect(timesOf(step())).toBeNull();
    expect(timesOf(step({ work_min: 0 }))).toBeNull();
  });
});

describe("facts", () => {
  const facts = (fields: Partial<Step>, exchanges: Exchange[] = [], share: number | null = null): string[] =>
    factsOf(step(fields), exchanges, share, fields.actor !== undefined, state);

  it("what is typed, how often; what is told; what is wrong with an information", () => {
    const said = facts({}, [
      exchange("e1", {}),
      exchange("e2", {}),
      exchange("e3", { information: "num" }),
      exchange("e4", { how: "needs", state: "late" }),
    ]);
    expect(said).toEqual([
      "tape «\u00a0Adresse\u00a0»\u00a0×2 et «\u00a0Numéro\u00a0»",
      "Adresse\u00a0: arrive trop tard",
    ]);
  });
  it("who must be asked, and for how much; which part of the cases comes here", () => {
    expect(facts({ decides: "asks", stakes: "minor" }, [], 0.3)).toEqual([
      "doit demander",
      "enjeu mineur",
      "30\u202f% des cas",
    ]);
    setLanguage("en");
    expect(facts({ decides: "within-limits" }, [], 0.3)).toEqual(["decides within limits", "30% of cases"]);
  });
  it("who does it, unless the title says so", () => {
    expect(facts({ actor: "chef" })).toEqual(["Chef"]);
    expect(facts({ actor: "chef", title: "Chef de rayon valide" })).toEqual([]);
  });
});

describe("pills", () => {
  const use = (id: string, tool: string, times = 1): Use => ({ id, order: id, step: "s", tool, times });
  it("a tool that is used again has one, with all its times and all its wait", () => {
    const pills = pillsOf(step({}), [use("u1", "crm"), use("u2", "stock"), use("u3", "crm", 2)], state);
    expect(pills.map((pill) => pill.text)).toEqual([
      "CRM\u00a0×3\u00a0· 12\u00a0s",
      "Stock mobile\u00a0· 130\u00a0s",
    ]);
    expect(pills.map(pillLabel)[0]).toBe("outil\u00a0: CRM\u00a0×3\u00a0· 12\u00a0s");
  });
  it("the channel, then the tools, with what they make one wait where it is long", () => {
    const pills = pillsOf(step({ channel: "tel" }), [use("u1", "stock"), use("u2", "crm", 3)], state);
    expect(pills.map((pill) => pill.text)).toEqual([
      "Téléphone",
      "Stock mobile\u00a0· 130\u00a0s",
      "CRM\u00a0×3\u00a0· 12\u00a0s",
    ]);
    expect(labelOf(step({ moment_of_truth: true }), null, ["a"], pills, 2)).toBe(
      "Saisit, moment de vérité, a, canal\u00a0: Téléphone, outil\u00a0: Stock mobile\u00a0· 130\u00a0s, outil\u00a0: CRM\u00a0×3\u00a0· 12\u00a0s, 2 frictions",
    );
  });
});

it("a step's uses stay the same list while another step's change", () => {
  const uses = createGroups<Use>((use) => [use.step]);
  const before = apply(state, [
    put("step", { id: "t", lane: "l", moment: "m", title: "T" }),
    put("use", { id: "u1", step: "s", tool: "crm" }),
    put("use", { id: "u2", step: "t", tool: "crm" }),
  ]).state;
  const first = uses(before.use);
  const second = uses(apply(before, [set("use", "u2", "times", 2)]).state.use);
  expect(second.get("s")).toBe(first.get("s"));
  expect(second.get("t")).not.toBe(first.get("t"));
  expect(uses(before.use).get("t")?.[0]?.times).toBe(1);
});
