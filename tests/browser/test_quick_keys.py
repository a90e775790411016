"""Keys pressed at once: each finds what the one before it opened, with no frame drawn between them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.serving import ROOT

# As a busy machine hands out what was pressed meanwhile: each key in a task of its own, no frame between two.
AT_ONCE = """async (keys) => {
  const { port1, port2 } = new MessageChannel();
  const next = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
  for (const pressed of keys) {
    const parts = pressed.split("+");
    const key = parts.pop();
    const held = (name) => parts.includes(name);
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
      key, bubbles: true, cancelable: true,
      altKey: held("Alt"), shiftKey: held("Shift"), ctrlKey: held("Control"),
    }));
    await next();
  }
}"""


@pytest.fixture
def shop() -> dict[str, Any]:
    return json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))


@pytest.fixture
def sheet(page: Page, api: Api, shop: dict[str, Any]) -> Sheet:
    """Open, with the keyboard on a card and every part fetched."""
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    sheet.cell(2, 3).locator("[data-step]").first.click()
    expect(page.locator(".panel")).to_be_visible()
    sheet.complete()
    return sheet


@pytest.mark.parametrize(
    ("keys", "leads_to"),
    {
        "Alt+g": ".flag-form [role=combobox]",
        "Alt+n": "[data-note-field]",
        "Alt+i": "dialog.interview input",
        "?": "dialog[open] input",
        "Control+k": ".palette input",
        "Control+f": ".find input",
        "Control+f Escape F2": "textarea.field",
        "Alt+Shift+G Shift+ArrowRight Shift+ArrowDown Enter": ".flag-form [role=combobox]",
        "Alt+Shift+G Escape F2": "textarea.field",
        "Alt+v": ".mirror-card[data-step]",
        "Alt+v Alt+v F2": ".cell-editor input",
        "Alt+v Alt+v Alt+v F2": "textarea.field",
    }.items(),
)
def test_the_next_key_finds_what_the_one_before_opened(
    page: Page, sheet: Sheet, keys: str, leads_to: str
) -> None:
    page.evaluate(AT_ONCE, keys.split())
    assert page.evaluate("(place) => document.activeElement.matches(place)", leads_to), page.evaluate(
        "document.activeElement.outerHTML.slice(0, 200)"
    )
    if "Shift+ArrowDown" in keys:
        drawn = page.locator(".mark-area.is-draft").bounding_box()
        cell = sheet.cell(2, 3).bounding_box()
        assert drawn is not None and cell is not None
        assert drawn["width"] > 1.5 * cell["width"] and drawn["height"] > cell["height"] + 40


@pytest.mark.parametrize(
    ("part", "keys", "leads_to"),
    [
        ("Panel", ["Alt+n"], "[data-note-field]"),
        ("Room", ["Alt+i"], "dialog.interview input"),
        ("interview", ["Alt+i"], "dialog.interview input"),
        ("interview", ["Control+k", *"entretien", "Enter"], "dialog.interview input"),
        ("Palette", ["Control+k"], "dialog.palette input"),
    ],
)
def test_what_is_typed_while_a_part_is_fetched_lands_in_it(
    page: Page, api: Api, shop: dict[str, Any], part: str, keys: list[str], leads_to: str
) -> None:
    waiting: list[Route] = []
    script = re.compile(rf"/{part}-[^/]*\.js")
    page.route(script, lambda route: waiting.append(route))
    sheet = Sheet(page)
    with page.expect_request(script):  # by the keys, or by the page as it has nothing else to do
        sheet.open(api.create(shop))
        cards = sheet.cards()
        sheet.cell(2, 3).locator("[data-step]").first.focus()
        sheet.keys(*keys)
        page.keyboard.type("Rappeler lex")
        page.keyboard.press("Backspace")
    page.unroute(script)  # lets go of what waits, too
    expect(page.locator(leads_to).last).to_have_value("Rappeler le", timeout=10_000)
    expect(page.locator(leads_to).last).to_be_focused()
    assert sheet.cards() == cards
    page.keyboard.type(" client")  # the keyboard is the person's own again
    expect(page.locator(leads_to).last).to_have_value("Rappeler le client")


def test_what_was_typed_for_a_part_that_does_not_come_is_let_go(
    page: Page, api: Api, shop: dict[str, Any], odd: list[str]
) -> None:
    waiting: list[Route] = []
    script = re.compile(r"/Palette-[^/]*\.js")
    page.route(script, lambda route: waiting.append(route))
    sheet = Sheet(page)
    with page.expect_request(script):
        sheet.open(api.create(shop))
        cards = sheet.cards()
        sheet.cell(2, 3).locator("[data-step]").first.focus()
        sheet.keys("Control+k")
        page.keyboard.type("compact")
        page.keyboard.press("Enter")
    for route in waiting:
        route.abort()
    expect(page.locator(".notice.error")).to_be_visible()
    assert sheet.cards() == cards
    page.unroute(script)
    sheet.keys("Control+k")  # asked for again
    expect(page.locator("dialog.palette input")).to_be_focused()
    assert all("ERR_FAILED" in one for one in odd)
    odd.clear()


def test_who_gives_up_waiting_has_the_keyboard_back(page: Page, api: Api, shop: dict[str, Any]) -> None:
    page.route(re.compile(r"/Panel-[^/]*\.js"), lambda _: None)  # never answered
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    card = sheet.cell(2, 3).locator("[data-step]").first
    card.focus()
    sheet.keys("Alt+n")
    page.keyboard.type("lost")
    page.keyboard.press("Escape")
    page.keyboard.press("F2")
    expect(sheet.field()).to_be_focused()
    page.keyboard.type("Compte les articles")
    expect(sheet.field()).to_have_value("Compte les articles")
