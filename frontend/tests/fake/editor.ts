/** An editor on a server in memory, for trying actions without a page. */
import { afterEach } from "vitest";
import { createEditor, type Editor } from "../../src/actions/editor";
import type { State } from "../../src/model/records";
import { memoryQueue } from "../../src/sync/queue";
import { connect, FakeServer, type Connection } from "./server";

export interface Tried {
  readonly editor: Editor;
  readonly server: FakeServer;
  readonly connection: Connection;
}

const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.sync.stop();
});

export async function openTried(state?: State, language: "fr" | "en" = "en"): Promise<Tried> {
  const server = new FakeServer(state);
  const connection = connect(server, "ann");
  connection.delay = () => 0;
  const config = { blueprint: "b1", language, csrf: "token", urls: {} };
  const editor = createEditor(config, { api: connection, queue: memoryQueue() });
  opened.push(editor);
  await editor.sync.start();
  return { editor, server, connection };
}

/** Titles of the cards by cell, for comparing at a glance: {"Customer Ask": ["Asks"]}. */
export function cards({ sheet }: Editor): Record<string, string[]> {
  const { lanes, moments, cell } = sheet.value;
  const cells = lanes.flatMap((lane) =>
    moments.map(
      (moment) =>
        [`${lane.title} ${moment.title}`, cell(lane.id, moment.id).map((step) => step.title)] as const,
    ),
  );
  return Object.fromEntries(
    cells.filter(([, steps]) => steps.length > 0).map(([name, steps]) => [name, [...steps]]),
  );
}
