"""Facts typed along with the cards; cards and cells through the clipboard."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_keyboard import begin
from tests.serving import ROOT

SHOP = json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))


def test_what_is_typed_shows_before_it_counts(page: Page, api: Api) -> None:
    sheet = begin(page, presets=0)
    page.keyboard.type("Attend 3m+10m #CRM @")
    chips = page.locator(".typing-chip")
    expect(chips).to_have_text(["travail 3 min, attente 10 min", "outil : CRMnouveau"])
    sheet.keys("F1")
    expect(page.get_by_role("dialog")).to_be_visible()
    sheet.keys("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(sheet.field()).to_be_focused()
    expect(sheet.field()).to_have_value("Attend 3m+10m #CRM @")
    page.keyboard.type("Léa")
    sheet.keys("Enter")
    page.keyboard.type("Voit @l")
    expect(page.get_by_role("option", name="Léa")).to_be_visible()
    sheet.keys("Tab", "Enter", "Escape")
    sheet.saved()
    document = api.document(sheet.blueprint)
    assert [step["title"] for step in document["steps"]] == ["Attend", "Voit"]
    assert [actor["title"] for actor in document["actors"]].count("Léa") == 1


def test_copies_and_pastes_with_facts_and_as_cells(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(SHOP))
    sheet.card("Encaisse").click()
    sheet.keys("ControlOrMeta+c")
    sheet.open(api.create({**SHOP, "steps": [], "links": [], "tools": [], "information": []}))
    sheet.cell(3, 2).focus()
    sheet.keys("ControlOrMeta+v")
    expect(sheet.cell(3, 2).locator("[data-step]")).to_have_count(1)
    sheet.saved()
    document = api.document(sheet.blueprint)
    assert [tool["title"] for tool in document["tools"]] == ["Caisse"]
    assert document["steps"][0]["work_min"] == 2
    sheet.keys("ControlOrMeta+x")
    expect(page.locator("[data-step]")).to_have_count(0)
    sheet.keys("ControlOrMeta+v")
    expect(sheet.cell(3, 2).locator("[data-step]")).to_have_count(1)
