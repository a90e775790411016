/** The calls themselves: token, addresses, errors as the server words them, silence. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { createApi, Refusal } from "../../src/sync/api";
import { exportFile } from "../../src/sync/exports";

type Call = readonly [url: string, init: RequestInit];
function answer(status: number, body: string): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    calls.push([url, init]);
    return Promise.resolve(new Response(body, { status, statusText: "Said" }));
  });
  return calls;
}
afterEach(() => vi.unstubAllGlobals());
const api = createApi("b 1", "token");

describe("the calls", () => {
  it("carry the CSRF token and JSON, and outlive the page where they are small", async () => {
    const calls = answer(200, "{}");
    await api.post("changes/", { id: "x" });
    const [url, init] = calls[0]!;
    expect(url).toBe("/api/blueprints/b%201/changes/");
    expect(init).toMatchObject({
      method: "POST",
      credentials: "same-origin",
      keepalive: true,
      body: '{"id":"x"}',
    });
    expect(new Headers(init.headers).get("X-CSRFToken")).toBe("token");
    await api.post("changes/", { text: "é".repeat(40_000) });
    expect(calls[1]![1].keepalive).toBe(false);
    await api.get("/api/other/");
    expect(calls[2]![0]).toBe("/api/other/");
  });

  it("give the server’s words, or the status where it has none", async () => {
    answer(409, '{"error": {"place": "ops[0]", "message": "No.", "mend": "Do so."}}');
    await expect(api.get("changes/")).rejects.toMatchObject({
      status: 409,
      problem: { place: "ops[0]", message: "No.", mend: "Do so." },
    });
    answer(502, "<html>");
    await expect(api.get("changes/")).rejects.toMatchObject({
      status: 502,
      problem: { message: "502 Said" },
    });
    await expect(api.get("changes/")).rejects.toBeInstanceOf(Refusal);
  });

  it("take a page that is no JSON as a lost connection", async () => {
    answer(200, "<html>Sign in to the wifi</html>");
    await expect(api.get("changes/")).rejects.toBeInstanceOf(TypeError);
  });
});

describe("an export", () => {
  const now = (): Promise<void> => Promise.resolve();
  it("asks until the file is made", async () => {
    const states = ["pending", "pending", "done"];
    const job = (): object => ({ url: "/api/x/", status: states[0], file: "/file", error: null });
    const asked: string[] = [];
    const exports = {
      post: () => Promise.resolve(job()),
      get: (path: string) => {
        asked.push(path);
        states.shift();
        return Promise.resolve(job());
      },
    };
    expect(await exportFile(exports, { format: "svg" }, now)).toEqual({ file: "/file" });
    expect(asked).toEqual(["/api/x/", "/api/x/"]);
  });

  it("says why there is none", async () => {
    const failed = {
      url: "/x",
      status: "failed",
      file: null,
      error: { place: "", message: "Too large.", mend: "" },
    };
    const exports = { post: () => Promise.resolve(failed), get: () => Promise.resolve(failed) };
    expect(await exportFile(exports, { format: "svg" }, now)).toMatchObject({
      problem: { message: "Too large." },
    });
  });
});
