"""The editor as a test sees it: cells, cards and headers by what a person reads of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

# Waits for a mark without evaluating text as code, which the policy forbids; gives the milliseconds it took.
MARKED = """(name) => new Promise((done) => {
  const look = () => {
    const [mark] = performance.getEntriesByName(name);
    if (mark) done(mark.startTime); else setTimeout(look, 10);
  };
  look();
})"""


class Sheet:
    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, blueprint: str) -> float:
        """Opens it and waits until it takes input; milliseconds from the address to then."""
        self.page.goto(f"/blueprints/{blueprint}/")
        return self.ready()

    def ready(self) -> float:
        return self.page.evaluate(MARKED, "sheet-ready")

    def complete(self) -> None:
        """Waits for what the first look does without."""
        self.page.evaluate(MARKED, "parts-ready")

    def drawn(self) -> None:
        """Waits until the next frame is drawn."""
        self.page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    @property
    def blueprint(self) -> str:
        return self.page.url.split("#")[0].rstrip("/").rsplit("/", 1)[-1]

    def cell(self, row: int, column: int) -> Locator:
        """By lane from the top and moment from the left, both counted from 1."""
        return self.page.locator(".row.lane").nth(row - 1).locator("[data-lane]").nth(column - 1)

    def card(self, title: str) -> Locator:
        """The card with exactly this title."""
        exact = re.compile(rf"^\s*{re.escape(title)}\s*$")
        return self.page.locator("[data-step]").filter(has=self.page.locator(".card-title", has_text=exact))

    def cards(self) -> list[str]:
        return [text.strip() for text in self.page.locator("[data-step] .card-title").all_inner_texts()]

    def header(self, on: str, title: str) -> Locator:
        return self.page.locator(f'[data-header="{on}"]').filter(has_text=title)

    def links(self) -> Locator:
        return self.page.locator("[data-link]")

    def field(self) -> Locator:
        """The field on the sheet in which something is typed now."""
        return self.page.locator("textarea.field")

    def keys(self, *pressed: str) -> None:
        for key in pressed:
            self.page.keyboard.press(key)

    def saved(self) -> None:
        expect(self.page.locator('[data-status="saved"]')).to_be_visible()

    def findings(self) -> list[str]:
        """The fingerprints in the list."""
        items = self.page.locator(".tray [data-finding]")
        return [str(item.get_attribute("data-finding")) for item in items.all()]

    def drag(self, source: Locator, target: Locator) -> None:
        """From the middle of one to the middle of the other, with the moves a hand makes."""
        source.hover()
        self.page.mouse.down()
        box = target.bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
        self.page.mouse.up()

    def export(self, into: Path) -> str:
        """Presses the button and gives the file's text."""
        with self.page.expect_download(timeout=30_000) as waiting:  # the worker may still be starting
            self.page.locator("button.export").click()
        waiting.value.save_as(into)
        return into.read_text("utf-8")

    def state(self) -> dict[str, Any]:
        """What is drawn, for comparing before and after: titles by place, links, headers."""
        return self.page.evaluate("""() => ({
          cells: [...document.querySelectorAll("[data-lane][data-moment]")].map((cell) =>
            [...cell.querySelectorAll("[data-step] .card-title")].map((title) => title.textContent.trim())),
          headers: [...document.querySelectorAll("[data-header]")].map((header) => header.dataset.id),
          links: [...new Set([...document.querySelectorAll("[data-link]")].map((link) =>
            link.dataset.link))].sort(),
        })""")
