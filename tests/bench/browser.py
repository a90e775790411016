"""How soon the sheet takes input, how an edit feels, and how it pans, in a real browser on a real server.

python -m tests.bench.browser
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench.synthetic import synthetic
from tests.browser.conftest import CHROMIUM, Api, browser_arguments
from tests.browser.sheet import READY
from tests.serving import Serving, serving

SIZES = ((200, 300), (1000, 1500))
OPENED, MOVES = 5, 20

# Milliseconds from a key to the end of the frame that shows what it did.
WATCH_KEYS = """() => {
  window.frames_after_key = [];
  const { port1, port2 } = new MessageChannel();
  addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") || !event.ctrlKey) return;
    requestAnimationFrame(() => {
      port1.onmessage = () => window.frames_after_key.push(performance.now() - event.timeStamp);
      port2.postMessage(null);  // runs once the frame is drawn
    });
  }, true);
}"""
# Scrolls as a hand does, for two seconds; milliseconds between the frames meanwhile.
PAN = """() => new Promise((done) => {
  const sheet = document.querySelector('[data-region="sheet"]') ?? document.scrollingElement;
  const scrolls = (one) =>
    one.scrollWidth > one.clientWidth + 50 && /auto|scroll/.test(getComputedStyle(one).overflowX);
  const scroller = [sheet, ...sheet.querySelectorAll("*")].find(scrolls) ?? sheet;
  const frames = []; let last; const end = performance.now() + 2000;
  const step = (now) => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    scroller.scrollBy(14, 5);
    if (now < end) requestAnimationFrame(step); else done(frames.slice(2));
  };
  requestAnimationFrame(step);
})"""
# The records were there; what is left is the grid's own work.
GRID = """() => performance.getEntriesByName("sheet-ready")[0].startTime
  - performance.getEntriesByType("resource").find((one) => one.name.endsWith("/records/")).responseEnd"""
ANSWERS = """() => performance.getEntriesByType("resource")
  .filter((one) => one.name.endsWith("/changes/") && one.initiatorType === "fetch")
  .map((one) => one.duration)"""
# As many cards and links, as bare as can be: a grid, three lines of text, a path; no library, no behaviour.
BARE = """([cards, links, columns, rows]) => new Promise((done) => {
  const start = performance.now();
  document.body.innerHTML = "";
  const grid = document.createElement("div");
  grid.style.cssText = "position:relative;display:grid;gap:18px";
  grid.style.gridTemplateColumns = `repeat(${columns}, 152px)`;
  const cells = [];
  for (let i = 0; i < columns * rows; i++) {
    const cell = grid.appendChild(document.createElement("div"));
    cells.push(cell);
  }
  const made = [];
  for (let i = 0; i < cards; i++) {
    const card = document.createElement("div");
    card.style.cssText = "border:1px solid;border-radius:7px;padding:8px;margin:4px;font:13px sans-serif";
    for (const text of [`Vérifie la commande ${i}`, "2 min · tape l’adresse", "CRM"]) {
      card.appendChild(document.createElement("div")).textContent = text;
    }
    cells[(i * 7) % cells.length].appendChild(card);
    made.push(card);
  }
  document.body.appendChild(grid);
  const boxes = made.map((card) => card.getBoundingClientRect());
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.style.cssText = "position:absolute;inset:0;width:100%;height:100%";
  for (let i = 0; i < links; i++) {
    const [from, to] = [boxes[i % cards], boxes[(i * 3 + 1) % cards]];
    const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    const half = (from.right + to.left) / 2;
    path.setAttribute("d", `M${from.right} ${from.top + 20}H${half}V${to.top + 20}H${to.left}`);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "black");
  }
  grid.appendChild(svg);
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def main() -> int:
    good = True
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=browser_arguments())
        api = Api(server)
        for steps, links in SIZES:
            document = synthetic(steps, links)
            good &= measure(browser, server, api.create(document), document)
        browser.close()
    return 0 if good else 1


def measure(browser: Browser, server: Serving, blueprint: str, document: dict[str, Any]) -> bool:
    steps, links = len(document["steps"]), len(document["links"])
    address = f"{server.address}/blueprints/{blueprint}/"
    opened, grid = [], []
    for _ in range(OPENED):  # each with an empty cache
        with context(browser) as fresh:
            page = fresh.new_page()
            page.goto(address)
            opened.append(page.evaluate(READY))
            grid.append(page.evaluate(GRID))
    with context(browser) as fresh:
        size = [steps, links, len(document["moments"]), len(document["lanes"])]
        bare = median(fresh.new_page().evaluate(BARE, size) for _ in range(OPENED))
    with context(browser) as fresh:
        page = fresh.new_page()
        page.goto(address)
        page.evaluate(READY)
        keys, answers = edit(page)
        frames = page.evaluate(PAN)

    print(f"{steps:,} steps, {links:,} links")
    small = steps <= 200
    ratio = median(grid) / bare
    dropped = sum(frame > 25 for frame in frames)
    return all(
        [
            told("opened, until it takes input", median(opened), "ms", 1000 if small else None),
            told(
                "  of that the grid, once the records are there", median(grid), "ms", None if small else 500
            ),
            told("  a bare grid of that size, written by hand", bare, "ms"),
            told("  ours against it", ratio, "x"),
            told(
                "from a key to the frame that shows it, median",
                median(keys),
                "ms",
                17 if steps <= 200 else None,
            ),
            told("an edit answered, median", median(answers), "ms", 50 if small else None),
            told("panning, median frame", median(frames), "ms", 17.5),
            told(f"  frames dropped of {len(frames)}", dropped, ""),
        ]
    )


def context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR")


def edit(page: Page) -> tuple[list[float], list[float]]:
    """Moves a card there and back by keys; how soon each was seen, and answered."""
    page.evaluate(WATCH_KEYS)
    page.locator("[data-step]").first.focus()
    for turn in range(MOVES):
        page.keyboard.press("ControlOrMeta+ArrowRight" if turn % 2 == 0 else "ControlOrMeta+ArrowLeft")
        page.locator('[data-status="saved"]').wait_for()
        page.wait_for_timeout(150)
    return page.evaluate("() => window.frames_after_key"), page.evaluate(ANSWERS)[-MOVES:]


def told(name: str, value: float, unit: str, limit: float | None = None) -> bool:
    print(f"  {name:48} {value:8.1f} {unit:2}" + (f"   (limit {limit:g} {unit})" if limit else ""))
    return limit is None or value <= limit


if __name__ == "__main__":
    sys.exit(main())
