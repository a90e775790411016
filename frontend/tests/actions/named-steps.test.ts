/** Which step a link's shorthand names. */
import { expect, it } from "vitest";
import { stepNamed } from "../../src/actions/shorthand";
import type { State, Step } from "../../src/model/records";

const holding = (...titles: string[]): State =>
  ({
    step: new Map(titles.map((title, i) => [`s${i}`, { id: `s${i}`, title, order: `a${i}` } as Step])),
  }) as unknown as State;

const named = (state: State, name: string): string | undefined => stepNamed(state, name)?.title;

it("takes whole words before beginnings of words, and nothing where two would do", () => {
  const state = holding("Reçoit les pièces", "Reçoit le virement", "Reçoit un dossier");
  expect(named(state, "reçoit le")).toBe("Reçoit le virement");
  expect(named(state, "reçoit les")).toBe("Reçoit les pièces");
  expect(named(state, "reçoit l")).toBeUndefined();
  expect(named(state, "reçoit")).toBeUndefined();
  expect(named(state, "reçoit u")).toBe("Reçoit un dossier");
});
