// @vitest-environment jsdom
/** Copying and pasting cards, in whichever way the browser tells the page of it. */
import { describe, expect, it } from "vitest";
import { card, cell, noLayout, openSheet, settle, stillTime } from "../views/sheet/page";

stillTime();
noLayout();

/** What the browser hands to a page; the clipboard is kept between two. */
function clipboard() {
  const kept = new Map<string, string>();
  const data = {
    setData: (type: string, text: string) => void kept.set(type, text),
    getData: (type: string) => kept.get(type) ?? "",
  };
  return (name: "copy" | "cut" | "paste", at: Element): Event => {
    const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), {
      clipboardData: data,
    });
    at.dispatchEvent(event);
    return event;
  };
}
const titlesIn = (lane: string, moment: string): string[] =>
  [...cell(lane, moment).querySelectorAll(".card-title")].map((title) => title.textContent);

describe("the clipboard", () => {
  it.each([
    ["what has the keyboard is told, as in Chromium", () => document.activeElement ?? document.body],
    ["the body is told, as in Firefox", () => document.body],
  ])("copies a card to another cell where %s", async (_, told) => {
    await openSheet();
    const fire = clipboard();
    card("c1").focus();
    await settle();
    expect(fire("copy", told()).defaultPrevented).toBe(true);
    cell("cust", "m2").focus();
    await settle();
    fire("paste", told());
    await settle();
    expect(titlesIn("cust", "m2")).toEqual(["Asks"]);
    expect(titlesIn("cust", "m1")).toEqual(["Asks"]);
  });

  it("leaves alone what is marked elsewhere on the page", async () => {
    await openSheet();
    card("c1").focus();
    await settle();
    const words = document.body.appendChild(document.createElement("p"));
    expect(clipboard()("copy", words).defaultPrevented).toBe(false);
    words.remove();
    (document.activeElement as HTMLElement).blur();
    expect(clipboard()("copy", document.body).defaultPrevented).toBe(false);
  });
});
