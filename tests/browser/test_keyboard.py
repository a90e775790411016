"""A blueprint from blank with the keyboard alone, as a facilitator types along with a room."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet


def begin(page: Page, presets: int = 1) -> Sheet:
    """From the list to an empty sheet, by Tab and Enter; `presets` down from the first."""
    page.goto("/")
    page.get_by_role("link", name="Nouveau blueprint").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/new/")
    expect(page.get_by_label("Titre")).to_be_focused()
    page.keyboard.type("Retour en magasin")
    page.keyboard.press("Tab")
    for _ in range(presets):  # from the fullest to simpler ones
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/blueprints/*/")
    sheet = Sheet(page)
    sheet.ready()
    return sheet


def test_builds_a_blueprint_from_blank(page: Page, api: Api) -> None:
    sheet = begin(page)

    # Type along the customer's lane: Enter makes the card and goes on to the next moment.
    sheet.cell(1, 1).focus()
    page.keyboard.type("Apporte l’article")
    sheet.keys("Enter")
    page.keyboard.type("Explique le défaut")
    sheet.keys("Enter")
    page.keyboard.type("Attend la réponse")
    sheet.keys("Enter", "Escape")
    expect(sheet.card("Attend la réponse")).to_be_visible()
    assert sheet.cards() == ["Apporte l’article", "Explique le défaut", "Attend la réponse"]

    # Down into the team's lane, under the second moment.
    sheet.card("Explique le défaut").focus()
    sheet.keys("ArrowDown")
    page.keyboard.type("Note")
    sheet.keys("Enter", "Escape")
    expect(sheet.cell(2, 2).locator("[data-step]")).to_have_count(1)

    # Rename in place.
    sheet.card("Note").focus()
    sheet.keys("F2")
    expect(sheet.field()).to_be_focused()
    sheet.keys("ControlOrMeta+a")
    page.keyboard.type("Note et écoute")
    sheet.keys("Enter")
    expect(sheet.card("Note et écoute")).to_be_visible()

    # Link it: from the customer's card down to the team's.
    sheet.card("Explique le défaut").focus()
    sheet.keys("Alt+l", "ArrowDown")
    sheet.keys("Enter")
    expect(sheet.links().first).to_be_attached()

    # Move to another cell, and take it back.
    sheet.card("Note et écoute").focus()
    sheet.keys("ControlOrMeta+ArrowRight")
    expect(sheet.cell(2, 3).locator("[data-step]")).to_have_count(1)
    sheet.keys("ControlOrMeta+z")
    expect(sheet.cell(2, 2).locator("[data-step]")).to_have_count(1)
    sheet.keys("ControlOrMeta+Shift+z")
    expect(sheet.cell(2, 3).locator("[data-step]")).to_have_count(1)

    # Delete, and take it back.
    sheet.card("Attend la réponse").focus()
    sheet.keys("Delete")
    expect(sheet.card("Attend la réponse")).to_have_count(0)
    sheet.keys("ControlOrMeta+z")
    expect(sheet.card("Attend la réponse")).to_be_visible()

    sheet.saved()
    document = api.document(sheet.blueprint)
    assert document["title"] == "Retour en magasin"
    assert {step["title"] for step in document["steps"]} == {
        "Apporte l’article",
        "Explique le défaut",
        "Attend la réponse",
        "Note et écoute",
    }
    assert len(document["links"]) == 1


@pytest.mark.parametrize("on", ["phase", "moment", "lane"])
def test_renames_moves_adds_and_removes_headers(page: Page, on: str) -> None:
    sheet = begin(page)
    headers = page.locator(f'[data-header="{on}"]')
    before = headers.count()
    headers.first.focus()
    sheet.keys("F2", "ControlOrMeta+a")
    page.keyboard.type("Tout au début")
    sheet.keys("Enter")
    expect(headers.first).to_contain_text("Tout au début")

    if on != "lane":  # a lane over its line would change its kind, which has its own test
        headers.first.focus()
        sheet.keys("ControlOrMeta+ArrowRight")
        if on == "moment":  # the first step led over into the next phase
            sheet.keys("ControlOrMeta+ArrowRight")
        expect(headers.nth(1)).to_contain_text("Tout au début")

    headers.last.focus()
    sheet.keys("+")
    expect(headers).to_have_count(before + 1)
    sheet.keys("Escape")
    headers.last.focus()
    sheet.keys("Delete")
    expect(headers).to_have_count(before)
    sheet.saved()


def test_a_lane_moved_over_a_line_changes_its_kind(page: Page, api: Api) -> None:
    sheet = begin(page)
    page.locator('[data-header="lane"]').nth(1).focus()
    sheet.keys("ControlOrMeta+ArrowDown")
    sheet.saved()
    kinds = {lane["id"]: lane["kind"] for lane in api.document(sheet.blueprint)["lanes"]}
    assert kinds["frontstage"] == "backstage"


def test_every_region_and_the_help_are_reached_by_key(page: Page, api: Api, example: dict) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    page.locator("[data-step]").first.focus()
    sheet.keys("Alt+p")  # the panel is folded until something is selected
    expect(page.locator('[data-region="panel"]')).to_be_visible()
    regions = set()
    for _ in range(6):
        sheet.keys("F6")
        regions.add(page.evaluate("() => document.activeElement.closest('[data-region]')?.dataset.region"))
    assert {"bar", "tray", "panel"} <= regions
    page.locator("[data-step]").first.focus()
    sheet.keys("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    sheet.keys("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
