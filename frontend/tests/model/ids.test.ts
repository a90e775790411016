/** Ids made on the page, also where `crypto.randomUUID` is missing. */
import { expect, it } from "vitest";
import { newId, uuid } from "../../src/model/ids";
import { isId } from "../../src/model/schema";

it("are of the right shape and never twice the same", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every(isId)).toBe(true);
  for (let i = 0; i < 100; i++)
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
