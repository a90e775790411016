// @vitest-environment jsdom
/** The sheet's elements after any edits, one's own and others', are those of a sheet opened on the same state. */
import { render } from "preact";
import { describe, expect, it } from "vitest";
import type { Editor } from "../../../src/actions/editor";
import { redo } from "../../../src/actions/verbs/redo";
import { undo } from "../../../src/actions/verbs/undo";
import { newId } from "../../../src/model/ids";
import { put, remove, set, type Op, type State } from "../../../src/model/records";
import { place } from "../../../src/model/siblings";
import { randomEdit } from "../../fake/edits";
import { type Pick, random } from "../../fake/random";
import { card, focused, noLayout, openSheet, settle, stillTime, write } from "./page";

stillTime();
noLayout();

/** What a person sees and a screen reader hears of the cells, whatever is focused. */
function shown(): string[] {
  return [...document.querySelectorAll<HTMLElement>("[data-row]")].flatMap((row) => [
    `lane ${row.dataset.row ?? ""}`,
    ...[...row.querySelectorAll<HTMLElement>(":scope > .cell")].map((cell) => {
      const copy = cell.cloneNode(true) as HTMLElement;
      for (const one of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
        for (const name of ["tabindex", "data-lazy", "data-attended", "data-entry"])
          one.removeAttribute(name);
        one.classList.remove("selected");
        one.style.containIntrinsicHeight = "";
      }
      for (const handle of copy.querySelectorAll(".handles")) handle.remove();
      return copy.outerHTML;
    }),
  ]);
}

/** Edits of the shape and of what stands in empty cells, besides the common ones. */
function edit(state: State, pick: Pick): readonly Op[] {
  const any = <V>(map: ReadonlyMap<string, V>): V | undefined => [...map.values()][pick(map.size || 1)];
  const [lane, other, moment, phase] = [
    any(state.lane),
    any(state.lane),
    any(state.moment),
    any(state.phase),
  ];
  const [next, step, blank, actor] = [any(state.moment), any(state.step), any(state.blank), any(state.actor)];
  const kinds = ["evidence", "customer", "frontstage", "backstage", "support"] as const;
  const title = `N${pick(1000)}`;
  switch (pick(24)) {
    case 0:
      return lane ? [set("lane", lane.id, "kind", kinds[pick(5)] ?? "support")] : [];
    case 1:
      return lane && other && lane !== other
        ? place(state.lane.values(), [lane.id], { next: other.id }).map(([id, order]) =>
            set("lane", id, "order", order),
          )
        : [];
    case 2:
      return moment && next && moment !== next
        ? place(state.moment.values(), [moment.id], { next: next.id }).map(([id, order]) =>
            set("moment", id, "order", order),
          )
        : [];
    case 3:
      return moment && phase ? [set("moment", moment.id, "phase", phase.id)] : [];
    case 4:
      return [put("phase", { id: newId(), title })];
    case 5:
      return phase && state.phase.size > 2 ? [remove("phase", phase.id)] : [];
    case 6:
      return lane && moment ? [put("blank", { id: newId(), lane: lane.id, moment: moment.id })] : [];
    case 7:
      return blank ? [remove("blank", blank.id)] : [];
    case 8:
      return lane
        ? [set("lane", lane.id, "title", title)]
        : moment
          ? [set("moment", moment.id, "title", title)]
          : [];
    case 9:
      return step
        ? [set("step", step.id, "moment_of_truth", pick(2) === 0), set("step", step.id, "said", title)]
        : [];
    case 10:
      return lane && actor ? [set("lane", lane.id, "actor", actor.id)] : [];
    case 11: // a lane goes in the change that moves one of its steps out of it
      return lane && step && other && lane !== other && step.lane === lane.id && pick(2) === 0
        ? [set("step", step.id, "lane", other.id), remove("lane", lane.id)]
        : [];
    case 12:
    case 13:
      return lane && moment
        ? [put("step", { id: newId(), lane: lane.id, moment: moment.id, title: `${title} of a card` })]
        : [];
    default:
      return randomEdit(state, pick);
  }
}

async function reopened(editor: Editor): Promise<string[]> {
  render(null, document.body);
  await openSheet({ state: editor.state.value });
  await settle(2000); // what is written while nobody is at work
  return shown();
}

describe("the cells of an open sheet", () => {
  it.each(Array.from({ length: 5 }, (_, seed) => seed + 1))(
    "are those of a sheet opened anew after edits %i",
    async (seed) => {
      const pick = random(seed);
      const { editor, server } = await openSheet();
      for (let round = 0; round < 50; round++) {
        const doing = pick(8);
        if (doing === 0) undo.run(editor);
        else if (doing === 1) redo.run(editor);
        else if (doing < 4) {
          try {
            server.post("ben", { id: newId(), label: "", ops: [...edit(server.state, pick)] });
          } catch {
            continue; // refused: nothing came about
          }
          window.dispatchEvent(new Event("online"));
        } else editor.submit("", [...edit(editor.state.value, pick)]);
        if (pick(3) === 0) await settle(400);
      }
      await settle(2000);
      const there = shown();
      expect(there.length).toBeGreaterThan(editor.state.value.lane.size); // cells there are
      expect(there).toEqual(await reopened(editor));
    },
    20_000,
  );

  it.each([
    ["c1", remove("step", "c1")],
    ["c1", remove("lane", "cust")],
    ["new", remove("moment", "m2")],
    ["new", remove("lane", "cust")],
  ] as const)("give back what is typed (%s) where another person removes the place", async (on, gone) => {
    const { editor, server } = await openSheet();
    editor.session.editing.value =
      on === "new" ? { on, lane: "cust", moment: "m2", text: "" } : { on: "step", id: on };
    await settle();
    await write("Rings the bell twice");
    server.post("ben", { id: newId(), label: "", ops: [gone] });
    window.dispatchEvent(new Event("online"));
    await settle(1000);
    expect(document.querySelector("textarea")).toBeNull();
    expect(editor.session.editing.value).toBeNull();
    expect(editor.session.notices.value.map(({ detail }) => detail)).toEqual(["Rings the bell twice"]);
  });

  it("go on with what is being typed on a card that another person moves", async () => {
    const { editor, server } = await openSheet();
    editor.session.editing.value = { on: "step", id: "c1" };
    await settle();
    await write("Rings");
    server.post("ben", { id: newId(), label: "", ops: [set("step", "c1", "moment", "m2")] });
    window.dispatchEvent(new Event("online"));
    await settle(1000);
    const field = document.querySelector("textarea");
    expect(field === null ? card("c1").textContent : field.value).toContain("Rings");
    if (field !== null) expect(document.activeElement).toBe(field);
    else expect([editor.state.value.step.get("c1")?.title, focused()]).toEqual(["Rings", "c1"]);
  });
});
