"""One blueprint read in several ways: by keys, kept in the address, edited where it can be, clean for axe."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_accessibility import violations
from tests.serving import ROOT

SHOP = json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))


@pytest.fixture
def sheet(page: Page, api: Api) -> Sheet:
    opened = Sheet(page)
    opened.open(api.create(SHOP))
    return opened


def steps(api: Api, sheet: Sheet) -> dict[str, Any]:
    return {step["title"]: step for step in api.document(sheet.blueprint)["steps"]}


def test_the_view_stays_through_reload_and_back(page: Page, sheet: Sheet) -> None:
    sheet.keys("Alt+v")
    expect(page.locator(".mirror-card").first).to_be_visible()
    assert page.url.endswith("#mirror")
    sheet.keys("Alt+v")
    expect(page.locator(".table-row").first).to_be_visible()
    page.reload()
    expect(page.locator(".table-row").first).to_be_visible()
    page.go_back()
    expect(page.locator(".mirror-card").first).to_be_visible()
    page.get_by_role("radio", name="Blueprint").click()
    expect(sheet.card("Paie")).to_be_visible()


def test_a_step_is_written_in_the_table_by_keys(page: Page, api: Api, sheet: Sheet) -> None:
    page.get_by_role("radio", name="Tableau").click()
    page.get_by_label("Chercher dans le tableau").fill("encaisse")
    expect(page.locator(".table-row")).to_have_count(1)
    page.locator('[data-column="title"]').first.focus()
    sheet.keys("F2")
    page.keyboard.type("Encaisse vite")
    sheet.keys("Enter", "End", "Home")
    cell = page.locator('[data-column="work_min"]').first
    cell.focus()
    expect(cell).to_be_focused()
    page.keyboard.type("1 h 30")
    expect(cell.locator("input")).to_have_value("1 h 30")
    sheet.keys("Tab")
    expect(page.locator('[data-column="wait_min"]').first).to_be_focused()
    sheet.saved()
    assert steps(api, sheet)["Encaisse vite"]["work_min"] == 90
    sheet.keys("ControlOrMeta+z", "ControlOrMeta+z")
    sheet.saved()
    assert "Encaisse" in steps(api, sheet)


def test_the_mirror_is_walked_and_shares_focus_with_the_sheet(page: Page, sheet: Sheet) -> None:
    sheet.card("Paie").locator(".card-title").click()
    page.get_by_role("radio", name="Miroir").click()
    card = page.locator(".mirror-card", has=page.locator(".card-title", has_text="Paie"))
    expect(card).to_have_class(re.compile(r"\bselected\b"))
    card.focus()
    sheet.keys("ArrowDown")
    expect(page.locator(".mirror-card", has=page.locator(".card-title", has_text="Encaisse"))).to_be_focused()
    page.get_by_role("radio", name="Blueprint").click()
    expect(sheet.card("Encaisse")).to_have_class(re.compile(r"\bselected\b"))


def test_diamonds_stand_on_the_fold_of_the_mirror(page: Page, sheet: Sheet) -> None:
    page.get_by_role("radio", name="Miroir").click()
    flags = page.locator(".mirror-flag")
    expect(flags.first).to_be_visible()
    fold, drawn = page.locator(".mirror-fold").bounding_box(), page.locator(".mirror-meet").count()
    assert fold is not None
    boxes = [flag.bounding_box() for flag in flags.all()]
    assert len(boxes) >= drawn > 0
    for box in boxes:
        assert box is not None
        assert fold["x"] < box["x"] < fold["x"] + fold["width"] - box["width"]
        assert abs(box["y"] + box["height"] / 2 - fold["y"] - fold["height"] / 2) < 2


def test_a_compact_card_cuts_nothing(page: Page, sheet: Sheet) -> None:
    cut = """() => [...document.querySelectorAll('.card-title, .card-facts, .pill')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
        .map((part) => part.textContent)"""
    sheet.keys("Alt+c")
    expect(page.locator(".card-more").first).to_be_hidden()
    assert page.evaluate(cut) == []
    page.get_by_role("button", name="Vue", exact=True).click()
    page.get_by_role("menuitemcheckbox", name="Faits").click()
    expect(page.locator(".card-more").first).to_be_visible()
    assert page.evaluate(cut) == []


def test_lanes_and_phases_fold_and_unfold_and_links_stay(page: Page, sheet: Sheet) -> None:
    links = sheet.links().count()
    sheet.header("lane", "En coulisses").click(position={"x": 20, "y": 40})
    sheet.keys("Alt+h")
    row = page.locator(".row.lane[data-folded]")
    expect(row).to_have_count(1)
    height = row.bounding_box()
    assert height is not None and height["height"] < 70
    assert sheet.links().count() == links
    page.reload()
    sheet.ready()
    expect(page.locator(".row.lane[data-folded]")).to_have_count(1)
    sheet.keys("Alt+Shift+h")
    expect(page.locator("[data-folded]")).to_have_count(0)


def test_the_wall_shows_nothing_but_the_sheet_and_ends_with_escape(page: Page, sheet: Sheet) -> None:
    sheet.keys("Alt+w")
    expect(page.locator(".top-bar")).to_be_hidden()
    size = "parseFloat(getComputedStyle(document.querySelector('.card-title')).fontSize)"
    assert page.evaluate(f"() => {size}") >= 20
    sheet.keys("Escape")
    expect(page.locator(".top-bar")).to_be_visible()


def test_the_focus_goes_on_in_the_sheet_where_its_place_is_folded_away(page: Page, sheet: Sheet) -> None:
    card = page.locator("[data-step]").first
    panel, tray = page.locator(".panel"), page.locator(".tray")
    for away in ("Alt+w", "Alt+p"):
        card.locator(".card-title").click()
        expect(panel).to_be_visible()
        sheet.keys("F6")
        expect(panel.locator(":focus")).to_have_count(1)
        sheet.keys(away)
        expect(panel).to_be_hidden()
        expect(card).to_be_focused()
        sheet.keys("ArrowRight")
        expect(card).not_to_be_focused()
        expect(page.locator("#sheet :focus")).to_have_count(1)
        if away == "Alt+w":
            sheet.keys("Escape")
    card.focus()
    tray.locator(".lists button").nth(1).click()
    tray.locator(".because").first.focus()
    sheet.keys("Alt+f")
    expect(card).to_be_focused()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_view_stands_in_the_way_of_a_screen_reader(page: Page, sheet: Sheet) -> None:
    sheet.keys("Alt+v")
    expect(page.locator(".mirror-card").first).to_be_visible()
    assert violations(page) == ""
    sheet.keys("Alt+v")
    expect(page.locator(".table-row").first).to_be_visible()
    assert violations(page) == ""
    page.locator('[data-column="tools"]').first.focus()
    sheet.keys("Enter")
    assert violations(page) == ""


def test_a_phone_edits_in_the_table(page: Page, api: Api, sheet: Sheet) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/blueprints/{sheet.blueprint}/#table")
    page.reload()
    expect(page.locator(".table-row").first).to_be_visible()
    assert page.evaluate("() => document.querySelector('.table-scroll').scrollWidth") <= 360
    page.get_by_placeholder("Nouvelle étape…").fill("Appelle le magasin")
    page.get_by_role("button", name="Ajouter").click()
    expect(page.locator(".table-row", has_text="Appelle le magasin")).to_have_count(1)
    sheet.saved()
    assert "Appelle le magasin" in steps(api, sheet)
