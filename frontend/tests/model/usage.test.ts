/** Where the entries of the library are used, and which are written nearly alike. */
import { describe, expect, it } from "vitest";
import { apply } from "../../src/model/apply";
import { put } from "../../src/model/records";
import { lookalikes, stepsOf, usagesIn } from "../../src/model/usage";
import { smallSheet } from "../fake/server";

it("finds every way in which one thing names another", () => {
  const { state } = apply(smallSheet(), [
    put("actor", { id: "ann", title: "Ann" }),
    put("channel", { id: "tel", title: "Phone" }),
    put("tool", { id: "crm", title: "CRM", actors: ["ann"] }),
    put("tool", { id: "erp", title: "ERP" }),
    put("information", { id: "adr", title: "Address", held_in: "crm" }),
    put("feed", { id: "d1", tool: "crm", information: "adr", to: "erp" }),
    put("use", { id: "u1", step: "f1", tool: "crm" }),
    put("use", { id: "u2", step: "f1", tool: "crm" }),
    put("exchange", { id: "x1", step: "c1", information: "adr", how: "tells" }),
    put("exchange", { id: "x2", step: "f1", information: "adr", how: "types", tool: "erp" }),
    { op: "set", type: "lane", id: "front", field: "actor", value: "ann" },
    { op: "set", type: "step", id: "c1", field: "channel", value: "tel" },
    { op: "set", type: "step", id: "c1", field: "actor", value: "ann" },
  ]);
  const usages = usagesIn(state);
  const hows = (id: string): string[] => (usages.get(id) ?? []).map(({ how }) => how).sort();
  expect(hows("crm")).toEqual(["feeds", "holds", "use", "use"]);
  expect(hows("erp")).toEqual(["fed", "through"]);
  expect(hows("adr")).toEqual(["exchange", "exchange", "passed"]);
  expect(hows("ann")).toEqual(["access", "does", "lane"]);
  expect(hows("tel")).toEqual(["step-channel"]);
  expect(stepsOf(usages.get("crm") ?? [])).toEqual(["f1"]);
  expect(stepsOf(usages.get("adr") ?? [])).toEqual(["c1", "f1"]);
});

describe("nearly the same name", () => {
  const pairs = (...titles: string[]): unknown[] =>
    [...lookalikes(titles.map((title) => ({ id: title, title })))].map(([a, b]) => `${a} = ${b}`);
  it.each([
    ["CRM", "crm "],
    ["Réception", "reception"],
    ["E-mail", "email"],
    ["Facture", "Factures"],
    ["Messagerie", "Mesagerie"],
    ["Disponibilité", "Disponibilite"],
  ])("%s and %s", (a, b) => expect(pairs(a, b)).toEqual([`${a} = ${b}`, `${b} = ${a}`]));
  it.each([
    ["CRM", "CRT"],
    ["Caisse 1", "Caisse 2"],
    ["Chef de rayon", "Directeur"],
    ["Tel", "SMS"],
    ["…", "?"],
    ["东京", "京都"],
  ])("but not %s and %s", (a, b) => expect(pairs(a, b)).toEqual([]));
});
