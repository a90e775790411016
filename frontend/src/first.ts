/**
 * What the page asks for before the rest of its script has come: the server's records and what an earlier page left in this
 * browser are there by the time the editor needs them. A file of its own, which the page runs as soon as it is there.
 */
import type { Config } from "./actions/editor";
import { createApi } from "./sync/api";
import { createQueue } from "./sync/queue";

export const config = JSON.parse(document.getElementById("config")?.textContent ?? "{}") as Config;

const api = createApi(config.blueprint, config.csrf);
const queue = createQueue(config.blueprint);
export const means = { api, queue };
export const asked = { records: api.get("records/"), left: queue.load() };
// Who waits for them is told if they can't be had; until then nobody listens.
for (const one of [asked.records, asked.left]) one.catch(() => undefined);
