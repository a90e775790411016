"""The list, the bin and the language, as a person uses them."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet

EMPTY = {"format": "blueprint/1", "title": "", "language": "fr"}


def card(page: Page, blueprint: str):
    return page.locator(f"#b-{blueprint}")


def test_every_preview_is_drawn(page: Page, api: Api, example: dict) -> None:
    blueprint = api.create(example)
    page.goto("/")
    preview = card(page, blueprint).locator("img.preview")
    preview.scroll_into_view_if_needed()
    expect(preview).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert preview.evaluate("(image) => image.naturalWidth") > 0


def test_renames_in_the_menu_of_a_card(page: Page, api: Api) -> None:
    blueprint = api.create(EMPTY | {"title": "À renommer"})
    page.goto("/")
    mine = card(page, blueprint)
    mine.locator("summary").press("Enter")
    expect(mine.get_by_label("Titre")).to_be_focused()
    page.keyboard.type("Renommé")
    page.keyboard.press("Enter")
    expect(mine.locator("h2")).to_have_text("Renommé")


def test_a_menu_closes_by_escape_and_by_turning_elsewhere(page: Page, api: Api) -> None:
    blueprint = api.create(EMPTY | {"title": "Menu"})
    page.goto("/")
    summary = card(page, blueprint).locator("summary")
    summary.click()
    page.keyboard.press("Escape")
    expect(card(page, blueprint).locator(".menu-body")).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("h1").click()
    expect(card(page, blueprint).locator(".menu-body")).to_be_hidden()


def test_deletes_and_takes_it_back_at_once(page: Page, api: Api) -> None:
    blueprint = api.create(EMPTY | {"title": "À jeter"})
    page.goto("/")
    card(page, blueprint).locator("summary").click()
    card(page, blueprint).get_by_role("button", name="Supprimer").click()
    expect(page.get_by_role("status")).to_contain_text("« À jeter » est dans la corbeille.")
    expect(card(page, blueprint)).to_have_count(0)
    page.get_by_role("button", name="Annuler").press("Enter")
    expect(card(page, blueprint)).to_be_visible()


def test_restores_from_the_bin(page: Page, api: Api) -> None:
    blueprint = api.create(EMPTY | {"title": "Dans la corbeille"})
    page.goto("/")
    card(page, blueprint).locator("summary").click()
    card(page, blueprint).get_by_role("button", name="Supprimer").click()
    page.get_by_role("link", name="Corbeille").click()
    page.get_by_role("button", name="Restaurer Dans la corbeille").click()
    expect(card(page, blueprint)).to_be_visible()


def test_a_wrong_file_is_said_in_place(page: Page, odd: list[str]) -> None:
    page.goto("/new/")
    wrong = {"name": "wrong.json", "mimeType": "application/json", "buffer": b'{"format": "blueprint/1"}'}
    page.get_by_label("Un fichier de blueprint").set_input_files(wrong)
    page.get_by_role("button", name="Ouvrir").click()
    expect(page.get_by_role("alert")).to_contain_text("title")
    assert "400" in odd.pop()  # the browser notes the status in its console


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_language_follows_the_browser_and_then_the_person(
    page: Page, api: Api, example: dict, language: str
) -> None:
    other = {"fr": "en", "en": "fr"}[language]
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_role("button", name={"fr": "Français", "en": "English"}[other]).click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    sheet = Sheet(page)
    sheet.open(api.create(example))
    expect(page.locator("html")).to_have_attribute("lang", other)
    page.get_by_role("button", name={"fr": "Français", "en": "English"}[language]).click()
    sheet.ready()
    expect(page.locator("html")).to_have_attribute("lang", language)
    line = {"fr": "Ligne de visibilité", "en": "Line of visibility"}[language]
    expect(page.get_by_text(line).first).to_be_visible()


def test_pages_work_without_a_script(browser: Browser, browser_context_args: dict, api: Api) -> None:
    blueprint = api.create(EMPTY | {"title": "Sans script"})
    plain = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = plain.new_page()
    page.goto("/")
    mine = card(page, blueprint)
    mine.locator("summary").click()
    mine.get_by_role("button", name="Dupliquer").click()
    expect(page.get_by_role("status")).to_contain_text("Sans script (copie)")
    page.get_by_role("link", name="Nouveau blueprint").click()
    page.get_by_label("Titre").fill("Fait sans script")
    page.get_by_role("button", name="Créer").click()
    expect(page).to_have_title("Fait sans script · Rectoverso")  # only the sheet itself needs one
    plain.close()
