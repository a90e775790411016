"""Each example, in both languages: opens, edits, undoes, exports, and comes back the same."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from blueprint.document import from_data, to_data
from blueprint.drawing import extract
from tests.browser.conftest import Api
from tests.browser.sheet import Sheet


@pytest.mark.parametrize("language", ["fr", "en"])
def test_opens_edits_undoes_and_exports(
    page: Page, api: Api, example: dict, language: str, tmp_path: Path
) -> None:
    sheet = Sheet(page)
    blueprint = api.create(example)
    sheet.open(blueprint)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert sorted(set(sheet.cards())) == sorted({step["title"] for step in example["steps"]})
    before = sheet.state()

    card = sheet.card(example["steps"][0]["title"])
    card.focus()
    sheet.keys("F2", "End")
    page.keyboard.type(" encore")
    sheet.keys("Enter")
    expect(sheet.card(example["steps"][0]["title"] + " encore")).to_be_visible()
    sheet.keys("ControlOrMeta+z")
    expect(card).to_be_visible()
    assert sheet.state() == before
    sheet.saved()

    svg = sheet.export(tmp_path / "sheet.svg")
    shown = re.sub(r"\s+", " ", " ".join(re.findall(r">([^<>]+)<", svg.split("</metadata>")[-1])))
    for step in example["steps"]:
        for word in step["title"].split():
            assert word.replace("&", "&amp;") in shown
    for foreign in ("<script", "foreignObject", "http://www.w3.org/1999/xhtml"):
        assert foreign not in svg
    reopened = to_data(extract(svg))
    assert [step["title"] for step in reopened["steps"]] == [step["title"] for step in example["steps"]]


def test_a_reload_shows_the_same(page: Page, api: Api, example: dict) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    page.locator("[data-step]").first.focus()
    sheet.keys("ControlOrMeta+ArrowRight")
    sheet.saved()
    before = sheet.state()
    page.reload()
    sheet.ready()
    assert sheet.state() == before


def test_nothing_else_of_the_document_changes_by_opening(page: Page, api: Api, example: dict) -> None:
    sheet = Sheet(page)
    blueprint = api.create(example)
    sheet.open(blueprint)
    sheet.saved()
    assert api.document(blueprint) == to_data(from_data(example))


def test_an_exported_sheet_opens_again_from_the_list(
    page: Page, api: Api, example: dict, tmp_path: Path
) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    before = sheet.state()
    sheet.export(tmp_path / "sheet.svg")
    page.goto("/new/")
    page.get_by_label("Un fichier de blueprint").set_input_files(tmp_path / "sheet.svg")
    page.get_by_role("button", name="Ouvrir").click()
    sheet.ready()
    assert sheet.state() == before


def test_findings_follow_an_edit(page: Page, api: Api) -> None:
    """A tool that makes the customer wait is found as soon as the second card uses it, and goes with it."""
    document = json.loads(json.dumps(SLOW))
    sheet = Sheet(page)
    sheet.open(api.create(document))
    flag = sheet.card("Cherche le dossier").locator(".flag")
    expect(flag).to_have_count(1, timeout=2000)
    assert sheet.findings()
    sheet.card("Cherche le dossier").focus()
    sheet.keys("Delete")
    expect(page.locator(".tray [data-finding]")).to_have_count(0, timeout=2000)
    sheet.keys("ControlOrMeta+z")
    expect(flag).to_have_count(1, timeout=2000)


SLOW = {
    "format": "blueprint/1",
    "title": "Attente",
    "phases": [{"id": "p", "title": "Accueil"}],
    "moments": [{"id": "m", "phase": "p", "title": "Demande"}],
    "lanes": [
        {"id": "c", "kind": "customer", "title": "Client"},
        {"id": "f", "kind": "frontstage", "title": "Conseil"},
    ],
    "tools": [{"id": "crm", "title": "CRM", "latency_s": 90}],
    "steps": [
        {"id": "s1", "lane": "c", "moment": "m", "title": "Demande", "work_min": 1},
        {
            "id": "s2",
            "lane": "f",
            "moment": "m",
            "title": "Cherche le dossier",
            "work_min": 2,
            "uses": [{"tool": "crm"}],
        },
    ],
    "links": [
        {"id": "k1", "source": "s1", "target": "s2"},
        {"id": "k2", "source": "s2", "target": "s1"},
    ],
}
