"""Annotating friction as a designer does: decide, note with an image, flag what nobody saw, find it again."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_accessibility import violations
from tests.serving import ROOT

PRICED = 15_000  # milliseconds until prices are there, on a machine that does much else

WORDS = {
    "fr": {
        "confirm": "Confirmer",
        "dismiss": "Écarter",
        "rare": "Trop rare pour compter",
        "dismissed": "écartées",
        "decision": "Décision",
        "write": "Noter",
        "image": "Ajouter une image",
        "kind": "Nature de la friction",
        "seen": "Ce que vous avez vu",
        "flag": "Signaler",
        "flags": "Signalés par des personnes",
        "prefix": "Comment pourrions-nous dire la date ?",
    },
    "en": {
        "confirm": "Confirm",
        "dismiss": "Dismiss",
        "rare": "Too rare to matter",
        "dismissed": "dismissed",
        "decision": "Decision",
        "write": "Write it down",
        "image": "Add an image",
        "kind": "Kind of friction",
        "seen": "What you saw",
        "flag": "Flag it",
        "flags": "Flagged by people",
        "prefix": "How might we dire la date ?",
    },
}


@pytest.fixture
def shop() -> dict[str, Any]:
    return json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))


@pytest.fixture
def photo() -> bytes:
    held = BytesIO()
    Image.new("RGB", (320, 200), (176, 58, 16)).save(held, "PNG")
    return held.getvalue()


def every(page: Page) -> Locator:
    """The rows of all findings, once they have their prices and with them their order."""
    expect(page.locator(".pair").first).to_be_visible(timeout=PRICED)
    page.locator(".lists button").nth(1).click()
    return page.locator(".finding[data-finding]")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_decide_note_flag_and_find_all_again(
    page: Page, api: Api, shop: dict[str, Any], photo: bytes, language: str
) -> None:
    say = WORDS[language]
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    rows = every(page)
    first, second = (str(rows.nth(n).get_attribute("data-finding")) for n in (0, 1))
    marks = page.locator(f'[data-step] [data-finding="{second}"]')

    # Confirmed in the panel, dismissed by a key from the list with one of the common reasons.
    rows.nth(0).locator(".because").click()
    panel = page.locator(".panel")
    panel.get_by_role("button", name=say["confirm"], exact=True).click()
    expect(rows.nth(0).locator(".status-chip.confirmed")).to_be_visible()
    flagged = int(page.locator("#findings-button").inner_text().split()[-1])
    rows.nth(1).locator(".because").focus()
    sheet.keys("x")
    panel.get_by_role("button", name=say["rare"]).click()
    expect(rows.nth(1)).to_contain_text(say["rare"])
    expect(marks).to_have_count(0)
    expect(page.locator("#findings-button")).to_contain_text(str(flagged - 1))

    # A note with an image in its thread.
    panel.locator(".note-kinds .choice").last.click()
    panel.locator("[data-note-field]").fill("dire la date ?")
    panel.get_by_label(say["image"]).first.set_input_files(
        {"name": "caisse.png", "mimeType": "image/png", "buffer": photo}
    )
    expect(panel.locator(".picture img")).to_be_visible()
    expect(panel.locator(".picture progress")).to_have_count(0)
    panel.get_by_role("button", name=say["write"], exact=True).click()
    note = panel.locator(".note")
    expect(note.locator(".note-text")).to_have_text(say["prefix"])
    assert note.locator(".note-images img").evaluate(
        "async (image) => { await image.decode(); return image.naturalWidth }"
    )
    sheet.saved()

    # An area over two cells, by keys alone, in a word of one's own.
    sheet.cell(2, 3).locator("[data-step]").first.focus()
    sheet.keys("Escape", "Alt+Shift+G", "Shift+ArrowRight", "Enter")
    page.get_by_role("combobox", name=say["kind"]).fill("file d’attente")
    sheet.keys("Enter", "Tab")
    page.keyboard.type("Le samedi, tout le monde attend ici.")
    panel.get_by_role("button", name=say["flag"], exact=True).click()
    expect(page.locator(".areas .mark-area")).to_have_count(1)
    sheet.saved()

    page.reload()
    sheet.ready()
    every(page)
    expect(page.locator(".areas .mark-area")).to_have_count(1)
    expect(page.locator(".other-rows h3")).to_have_text(say["flags"])
    expect(page.locator(f'.finding[data-finding="{first}"] .status-chip.confirmed')).to_be_visible()
    page.get_by_label(say["decision"]).select_option(label=say["dismissed"])
    expect(page.locator(".all-findings .because")).to_have_count(1)
    page.locator(".all-findings .because").click()
    expect(page.locator(".note-text")).to_have_text(say["prefix"])
    expect(page.locator(".note-images img")).to_be_visible()
    expect(marks).to_have_count(0)
    assert violations(page) == ""

    reviews = {one["finding"]: one for one in api.document(sheet.blueprint)["reviews"]}
    assert reviews[first]["status"] == "confirmed"
    assert (reviews[second]["status"], reviews[second]["reason"]) == ("dismissed", say["rare"])
    assert len(reviews[second]["notes"][0]["images"]) == 1


@pytest.mark.parametrize(("key", "place"), [("Alt+n", "[data-note-field]"), ("Alt+g", ".panel input")])
def test_what_is_typed_right_after_the_key_lands_in_the_field(
    page: Page, api: Api, shop: dict[str, Any], key: str, place: str
) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    first, title = (step["title"] for step in shop["steps"][1:3])
    sheet.card(first).click()
    expect(page.locator(".panel")).to_be_visible()
    sheet.card(title).focus()
    page.keyboard.press(key)
    page.keyboard.type("Trois appels")
    expect(page.locator(f"{place}:focus")).to_have_value("Trois appels")
    expect(sheet.card(title)).to_be_visible()


def test_an_area_is_drawn_by_hand_and_undone(page: Page, api: Api, shop: dict[str, Any]) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    sheet.cell(2, 1).locator("[data-step]").first.focus()
    sheet.keys("Alt+Shift+G")
    pane = page.locator(".area-pane")
    expect(pane).to_be_focused()
    begin, end = sheet.cell(2, 2).bounding_box(), sheet.cell(2, 4).bounding_box()
    assert begin is not None and end is not None
    page.mouse.move(begin["x"] + 20, begin["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 30, steps=6)
    page.mouse.up()
    page.get_by_label("Ce que vous avez vu").fill("On attend.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mark-flag")).to_have_count(1)
    sheet.saved()
    [flag] = api.document(sheet.blueprint)["flags"]
    moments = [moment["id"] for moment in shop["moments"]]
    assert flag["area"]["moments"] == [moments[1], moments[3]]
    assert flag["area"]["lanes"][0] == flag["area"]["lanes"][1]
    page.locator(".mark-flag").click()
    expect(page.locator(".flag-view")).to_be_visible()
    lane = flag["area"]["lanes"][0]
    inside = [s for s in shop["steps"] if s["lane"] == lane and s["moment"] in moments[1:4]]
    expect(page.locator(".card.lit")).to_have_count(len(inside))
    expect(page.locator(".card.dim")).to_have_count(len(shop["steps"]) - len(inside))
    page.keyboard.press("Control+z")
    expect(page.locator(".mark-flag")).to_have_count(0)


def test_notes_on_a_card_and_a_lane_on_a_phone(page: Page, api: Api, shop: dict[str, Any]) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    sheet.complete()  # who types within the first moment types on the card
    for place in (sheet.cell(2, 1).locator("[data-step]").first, sheet.header("lane", "En scène")):
        place.click()
        sheet.keys("Alt+N")
        page.keyboard.type("Vu samedi.")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".notes-tab > .notes .note")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.locator(".panel-close").click()
    expect(page.locator(".mark-notes")).to_have_count(1)
    expect(sheet.header("lane", "En scène")).to_have_attribute("data-notes", "1")


def test_an_export_holds_what_was_chosen(page: Page, api: Api, shop: dict[str, Any], tmp_path: Path) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(shop))
    every(page).first.locator(".because").focus()
    sheet.keys("c")
    sheet.saved()
    assert "confirmé" not in sheet.export(tmp_path / "plain.svg").casefold()
    page.keyboard.press("Control+Shift+E")
    dialog = page.get_by_role("dialog", name="Exporter la feuille")
    dialog.get_by_label("Décisions dans la légende").check()
    assert violations(page) == ""
    with page.expect_download(timeout=30_000) as waiting:
        dialog.get_by_role("button", name="Exporter en SVG").click()
    waiting.value.save_as(tmp_path / "decided.svg")
    assert "confirmé" in (tmp_path / "decided.svg").read_text("utf-8").casefold()
    assert "confirmé" in sheet.export(tmp_path / "again.svg").casefold()
