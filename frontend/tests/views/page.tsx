/** A page with one part of the editor on it, over a server in memory; hands that type, press and click. */
import "@preact/signals";
import { render, type ComponentChild } from "preact";
import { afterEach, beforeEach, vi } from "vitest";
import { createEditor, type Editor } from "../../src/actions/editor";
import { apply } from "../../src/model/apply";
import { put, type Op, type State } from "../../src/model/records";
import type { Finding, Unknown } from "../../src/sync/friction";
import { memoryQueue } from "../../src/sync/queue";
import type { Language } from "../../src/text";
import { dialogs } from "../fake/dialogs";
import { connect, FakeServer, smallSheet, type Connection } from "../fake/server";

export interface Page {
  readonly editor: Editor;
  readonly server: FakeServer;
  readonly connection: Connection;
}

class NeverResized {
  observe = (): void => undefined;
  disconnect = (): void => undefined;
}

/** Time stands still in these tests: `settle` lets some pass. */
export function stillTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = () => undefined;
    Element.prototype.scrollTo = () => undefined;
    HTMLElement.prototype.checkVisibility = () => true;
    vi.stubGlobal("ResizeObserver", NeverResized);
    dialogs();
  });
  afterEach(() => {
    render(null, document.body);
    vi.useRealTimers();
  });
}

/** Long enough for an answer and a redraw, too short for a pause in typing. */
export const settle = (ms = 150): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export const shop = (): State =>
  apply(smallSheet(), [
    put("tool", { id: "till", title: "Till" }),
    put("tool", { id: "stock", title: "Stock", latency_s: 130 }),
    put("information", { id: "address", title: "Address" }),
    put("actor", { id: "ann", title: "Ann", side: "employee" }),
  ] as Op[]).state;

export async function open(
  view: (editor: Editor) => ComponentChild,
  {
    state = shop(),
    language = "en",
    findings = [],
    unknown = [],
    answers = {},
  }: {
    state?: State;
    language?: Language;
    findings?: readonly Finding[];
    unknown?: readonly Unknown[];
    /** What the server says besides, by the beginning of the path; what it says of friction has that added. */
    answers?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Page> {
  const server = new FakeServer(state);
  server.findings = findings;
  const connection = connect(server, "ann");
  const { get, post } = { get: connection.get.bind(connection), post: connection.post.bind(connection) };
  const known = (path: string): unknown =>
    Object.entries(answers).find(([beginning]) => path.startsWith(beginning))?.[1];
  connection.get = async (path, signal) => {
    if (path.startsWith("friction/")) {
      const priced = path.includes("prices=1") ? (known(path) as object | undefined) : undefined;
      return { ...((await get(path, signal)) as object), unknown, ...priced };
    }
    return known(path) ?? (await get(path, signal));
  };
  connection.post = async (path, body, signal) => {
    const answer = known(path);
    if (answer === undefined) return post(path, body, signal);
    connection.calls.push(`POST ${path}`);
    return answer;
  };
  const config = { blueprint: "b", language, csrf: "", urls: {} };
  const editor = createEditor(config, { api: connection, queue: memoryQueue() });
  void editor.sync.start();
  await settle();
  render(view(editor), document.body);
  await settle();
  return { editor, server, connection };
}

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

/** The control with this label. */
export function field(label: string): HTMLInputElement {
  const named = all("label").find((one) => one.textContent.trim() === label);
  const control = document.getElementById(named?.getAttribute("for") ?? "") ?? named?.querySelector("input");
  if (!control)
    throw new Error(
      `no field is called ${label}: ${all("label")
        .map((one) => one.textContent)
        .join(", ")}`,
    );
  return control as HTMLInputElement;
}
/** The button, radio, tab or option whose words begin like this. */
export function thing(words: string, selector = "button, summary, [role=option], .choice"): HTMLElement {
  const found = all(selector).find((one) => one.textContent.trim().startsWith(words));
  if (found === undefined)
    throw new Error(
      `nothing says ${words}: ${all(selector)
        .map((one) => one.textContent)
        .join(" | ")}`,
    );
  return found;
}
export const text = (selector: string): string => document.querySelector(selector)?.textContent.trim() ?? "";

export async function type(control: HTMLInputElement, typed: string): Promise<void> {
  control.focus();
  control.value = typed;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  await settle(30);
}
export async function press(
  target: Element,
  key: string,
  more: KeyboardEventInit = {},
): Promise<KeyboardEvent> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  await settle();
  return event;
}
export async function click(target: HTMLElement): Promise<void> {
  target.click();
  await settle();
}
export async function leave(control: HTMLElement): Promise<void> {
  control.blur();
  await settle();
}
