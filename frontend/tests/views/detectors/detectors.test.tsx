// @vitest-environment jsdom
/** The settings of the detectors: what they show, and the one change that each edit is. */
import { expect, it } from "vitest";
import { Detectors } from "../../../src/views/detectors/Detectors";
import { click, field, leave, open, settle, stillTime, text, thing, type, type Page } from "../page";

stillTime();

const KINDS = [
  {
    id: "tool-latency",
    title: "Slow tool",
    about: "A tool makes people wait.",
    limits: [{ name: "limit_s", default: 10, unit: "s", about: "seconds from which it counts" }],
    page: "/friction/tool-latency/",
  },
  {
    id: "bottleneck",
    title: "Bottleneck",
    about: "Too much for one.",
    limits: [{ name: "limit", default: 0.85, unit: null, about: "share of capacity" }],
    page: "/friction/bottleneck/",
  },
];

const settings = async (): Promise<Page> => {
  const page = await open((editor) => <Detectors editor={editor} />, {
    answers: { "/api/detectors/": KINDS },
  });
  page.editor.session.detectors.value = true;
  await settle();
  return page;
};
const record = (page: Page, id: string) => page.server.state.detector.get(id);
const enter = async (label: string, typed: string): Promise<void> => {
  await type(field(label), typed);
  await leave(field(label));
};

it("each kind says what it looks for, its limits with unit and default, and where it is explained", async () => {
  await settings();
  const said = text(".dialog").replace(/\u00a0/g, " ");
  for (const part of ["Slow tool", "A tool makes people wait.", "default 10 s", "default 85%"]) {
    expect(said).toContain(part);
  }
  expect(document.querySelector(".kind a")?.getAttribute("href")).toBe("/friction/tool-latency/");
});

it("switching one off is one change, and undo switches it on again", async () => {
  const page = await settings();
  const box = document.querySelector<HTMLInputElement>('[data-field="detector/tool-latency/on"]')!;
  await click(box);
  expect(record(page, "tool-latency")).toMatchObject({ on: false });
  expect(page.server.seq).toBe(1);
  expect(text(".kind")).toContain("off");
  page.editor.sync.undo();
  await settle();
  expect(record(page, "tool-latency")).toBeUndefined();
  expect(box.checked).toBe(true);
});

it("a limit is put, set, and taken away again, which is its default", async () => {
  const page = await settings();
  await enter("seconds from which it counts", "30");
  expect(record(page, "tool-latency")).toMatchObject({ on: true, limit_s: 30 });
  await enter("seconds from which it counts", "45");
  expect(record(page, "tool-latency")).toMatchObject({ limit_s: 45 });
  await click(thing("Back to default"));
  expect(record(page, "tool-latency")).not.toHaveProperty("limit_s");
  expect(page.server.seq).toBe(3);
});

it("a share is typed and shown as one; what is no number is not taken", async () => {
  const page = await settings();
  await enter("share of capacity", "90 %");
  expect(record(page, "bottleneck")).toMatchObject({ limit: 0.9 });
  expect(field("share of capacity").value).toBe("90%");
  await enter("seconds from which it counts", "soon");
  expect(record(page, "tool-latency")).toBeUndefined();
  expect(text("[role=alert]")).toContain("number");
});
