"""The panel beside the sheet: facts of a step in words, the library, a narrow page, what to begin from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_accessibility import violations

SHEET = {
    "format": "blueprint/1",
    "title": "Panneau",
    "language": "fr",
    "phases": [{"id": "p", "title": "Demander"}],
    "moments": [
        {"id": "m1", "phase": "p", "title": "Appelle"},
        {"id": "m2", "phase": "p", "title": "Attend"},
    ],
    "lanes": [
        {"id": "cli", "kind": "customer", "title": "Client"},
        {"id": "acc", "kind": "frontstage", "title": "Accueil"},
    ],
    "tools": [{"id": "crm", "title": "CRM"}, {"id": "crm2", "title": "crm "}, {"id": "erp", "title": "ERP"}],
    "information": [{"id": "dispo", "title": "Disponibilité"}],
    "steps": [
        {"id": "c1", "lane": "cli", "moment": "m1", "title": "Appelle"},
        {"id": "f1", "lane": "acc", "moment": "m1", "title": "Répond", "uses": [{"tool": "crm2"}]},
        {"id": "f2", "lane": "acc", "moment": "m2", "title": "Cherche", "uses": [{"tool": "crm"}]},
    ],
    "links": [{"id": "k1", "source": "c1", "target": "f1"}, {"id": "k2", "source": "f1", "target": "f2"}],
}


def panel(page: Page) -> Locator:
    return page.locator(".panel")


def at_step(page: Page, api: Api, title: str) -> Sheet:
    sheet = Sheet(page)
    sheet.open(api.create(SHEET))
    sheet.card(title).click()
    if (
        page.viewport_size and page.viewport_size["width"] <= 760
    ):  # there it lies over the sheet, when asked for
        page.get_by_role("button", name="Panneau de détail").click()
    expect(panel(page).get_by_role("textbox", name="Titre")).to_have_value(title)
    return sheet


def step(api: Api, sheet: Sheet, id_: str) -> dict:
    sheet.saved()
    return next(one for one in api.document(sheet.blueprint)["steps"] if one["id"] == id_)


def test_the_facts_of_a_step_by_keyboard(page: Page, api: Api) -> None:
    sheet = at_step(page, api, "Répond")
    side = panel(page)

    side.get_by_label("Travail", exact=True).fill("1:30")
    expect(side.get_by_text("compris : 1 h 30")).to_be_visible()
    sheet.keys("Tab")  # leaving the field is enough
    expect(side.get_by_label("Travail", exact=True)).to_have_value("1\u00a0h\u00a030")

    # A tool that is there is found without its accents; another is made.
    side.get_by_role("combobox", name="Ajouter un outil").fill("er")
    sheet.keys("Enter")
    page.keyboard.type("Base « clients »")
    expect(side.get_by_role("option", name="Créer")).to_be_visible()
    sheet.keys("Enter")
    expect(side.locator(".chip")).to_have_count(3)

    # The four questions: a need, how it arrives, who decides, what can be recovered.
    side.get_by_role("combobox", name="Ajouter une information : a besoin de").fill("dispon")
    sheet.keys("Enter")
    side.get_by_role("radio", name="arrive trop tard").press("Space")
    side.get_by_role("radio", name="doit demander").press("Space")
    side.get_by_role("radio", name="mineur").press("Space")
    side.get_by_role("radio", name="rien de prévu").press("Space")
    sheet.keys("Backspace")  # and not so sure after all
    expect(side.get_by_role("radio", name="rien de prévu")).not_to_be_checked()

    made = step(api, sheet, "f1")
    assert made["work_min"] == 90
    assert [use["tool"] for use in made["uses"]][:2] == ["crm2", "erp"] and len(made["uses"]) == 3
    assert made["information"] == [{"information": "dispo", "how": "needs", "state": "late"}]
    assert (made["decides"], made["stakes"]) == ("asks", "minor")
    assert "recovery" not in made


def test_two_names_for_one_tool_become_one_and_are_undone_as_one(page: Page, api: Api) -> None:
    sheet = at_step(page, api, "Répond")
    before = api.document(sheet.blueprint)
    side = panel(page)
    side.get_by_role("tab", name="Blueprint").click()
    side.locator("[data-library=tool] > summary").click()
    side.locator("[data-record='tool/crm'] > summary").press("Enter")
    side.get_by_role("button", name="C’est la même").click()
    expect(side.locator("[data-record^='tool/']")).to_have_count(2)
    expect(side.get_by_label("Nom")).to_be_focused()
    assert step(api, sheet, "f1")["uses"] == [{"tool": "crm"}]

    # Where it is used leads to the card, and the library stays beside it.
    side.locator(".place", has_text="Cherche").click()
    expect(sheet.card("Cherche")).to_be_focused()
    expect(side.locator(".places")).to_be_visible()

    sheet.keys("ControlOrMeta+z")
    expect(side.locator("[data-record^='tool/']")).to_have_count(3)
    sheet.saved()
    assert api.document(sheet.blueprint) == before


def test_an_empty_cell_is_known_to_be_empty(page: Page, api: Api) -> None:
    sheet = at_step(page, api, "Répond")
    sheet.cell(1, 2).click()
    side = panel(page)
    expect(side.get_by_role("heading", name="Case vide")).to_be_visible()
    side.get_by_role("radio", name="rien, et c’est su").check()
    sheet.saved()
    assert api.document(sheet.blueprint)["blanks"] == [{"lane": "cli", "moment": "m2"}]
    sheet.cell(1, 2).focus()
    sheet.keys("Delete")
    expect(side.get_by_role("radio", name="on ne le sait pas encore")).to_be_checked()


@pytest.mark.parametrize("width", [360, 320])  # 320: a page of 1280 at 400 %
def test_a_narrow_page_has_the_whole_panel(page: Page, api: Api, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    at_step(page, api, "Répond")
    side = panel(page)
    box = side.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    body = side.locator(".panel-body")
    assert body.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    side.get_by_role("radio", name="décide seul").scroll_into_view_if_needed()
    side.get_by_role("radio", name="décide seul").check()
    expect(side.get_by_role("radio", name="décide seul")).to_be_checked()
    small = side.locator("button:visible, summary:visible, .choice:visible").evaluate_all(
        "(all) => all.map((one) => [one.textContent.trim(), one.getBoundingClientRect().height])"
        ".filter(([, height]) => height < 24)"
    )
    assert small == []
    side.get_by_role("button", name="Replier le panneau").click()
    expect(side).to_have_count(0)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_begins_from_a_service_chosen_by_its_picture(page: Page, api: Api, language: str) -> None:
    page.goto("/new/")
    pictures = page.locator(".preset-picture")
    page.wait_for_load_state("networkidle")
    assert pictures.evaluate_all("(all) => all.every((one) => one.naturalWidth > 0)")
    for preset in page.locator(".preset").all():
        radio, picture = (preset.locator(part).bounding_box() for part in ("input", ".preset-picture"))
        assert radio and picture and radio["y"] >= picture["y"] + picture["height"]
    page.locator("#title").fill("Atelier")
    page.locator(".preset", has_text={"fr": "Réclamation", "en": "Complaint"}[language]).click()
    page.keyboard.press("Enter")
    page.wait_for_url("**/blueprints/*/")
    sheet = Sheet(page)
    sheet.ready()
    expect(
        sheet.card({"fr": "Cherche à qui parler", "en": "Looks for someone to talk to"}[language])
    ).to_be_visible()
    assert api.document(sheet.blueprint)["language"] == language


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_in_any_panel(page: Page, api: Api, example: dict, language: str) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    page.locator('.row.lane [data-step]:has-text("é")').nth(2).click()
    expect(panel(page)).to_be_visible()
    for unfolds in panel(page).locator("summary").all():
        unfolds.evaluate("(one) => { one.parentElement.open = true; }")
    assert violations(page) == ""
    page.locator("#panel-tab-blueprint").click()
    for library in ("tool", "information", "actor", "channel"):
        panel(page).locator(f"[data-library={library}] > summary").click()
        entry = panel(page).locator(f"[data-library={library}] .entry > summary")
        if entry.count():
            entry.first.click()
    assert violations(page) == ""
    page.locator("#panel-tab-step").click()
    page.locator(".row.lane [data-lane][data-moment]:not(:has([data-step]))").first.focus()
    assert violations(page) == ""
    cards = page.locator(".row.lane [data-step]")
    cards.first.click()
    cards.nth(1).click(modifiers=["Shift"])
    assert violations(page) == ""


def test_what_is_led_to_moves_the_panel_and_never_the_page(page: Page, api: Api, example: dict) -> None:
    Sheet(page).open(api.create(example))
    page.locator(".row.lane [data-step]").first.click()
    panel(page).get_by_role("textbox", name="Remarque").scroll_into_view_if_needed()
    panel(page).get_by_role("textbox", name="Remarque").focus()
    assert page.evaluate("() => document.scrollingElement.scrollHeight <= innerHeight && scrollY === 0")
