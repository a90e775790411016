"""The same with the mouse: double click, drag, link by drag, buttons on the headers."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet


def begin(page: Page) -> Sheet:
    page.goto("/")
    page.get_by_role("link", name="Nouveau blueprint").click()
    page.get_by_label("Titre").fill("Retour en magasin")
    page.get_by_text("Recto verso").click()
    page.get_by_role("button", name="Créer").click()
    sheet = Sheet(page)
    sheet.ready()
    return sheet


def write(sheet: Sheet, row: int, column: int, title: str) -> None:
    sheet.cell(row, column).dblclick()
    sheet.field().fill(title)
    sheet.keys("Tab")
    expect(sheet.card(title)).to_be_visible()


def test_builds_a_blueprint_from_blank(page: Page, api: Api) -> None:
    sheet = begin(page)
    write(sheet, 1, 1, "Apporte l’article")
    write(sheet, 1, 2, "Explique le défaut")
    write(sheet, 2, 1, "Écoute")

    # Rename by double click.
    sheet.card("Écoute").locator(".card-title").dblclick()
    sheet.field().fill("Écoute et note")
    sheet.keys("Enter")
    expect(sheet.card("Écoute et note")).to_be_visible()

    # Drag to another cell.
    sheet.drag(sheet.card("Écoute et note").locator(".card-title"), sheet.cell(2, 2))
    expect(sheet.cell(2, 2).locator("[data-step]")).to_have_count(1)
    expect(sheet.cell(2, 1).locator("[data-step]")).to_have_count(0)

    # Drag from a card's handle to another card.
    source = sheet.card("Explique le défaut")
    # The panel opens a moment after the first selection, and the sheet makes room for it.
    expect(page.locator('[data-region="panel"]')).to_be_visible()
    source.hover()
    sheet.drag(source.locator("[data-handle].right"), sheet.card("Écoute et note"))
    expect(sheet.links().first).to_be_attached()

    # Undo and redo by their buttons.
    history = page.locator(".history button")
    history.first.click()
    expect(sheet.links()).to_have_count(0)
    history.last.click()
    expect(sheet.links().first).to_be_attached()

    # A moment more, and one less with what stands in it.
    moments = page.locator('[data-header="moment"]')
    before = moments.count()
    page.get_by_role("button", name="Ajouter un instant", exact=True).click()
    sheet.keys("Escape")
    expect(moments).to_have_count(before + 1)
    moments.first.hover()
    moments.first.get_by_role("button", name="Supprimer").click()
    expect(moments).to_have_count(before)
    expect(sheet.card("Apporte l’article")).to_have_count(0)

    sheet.saved()
    document = api.document(sheet.blueprint)
    assert [step["title"] for step in document["steps"]] == ["Explique le défaut", "Écoute et note"]
    assert [(link["source"], link["target"]) for link in document["links"]] == [
        tuple(step["id"] for step in document["steps"])
    ]


def test_a_header_is_dragged_to_another_place(page: Page, api: Api, example: dict) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    moments = page.locator('[data-header="moment"]')
    first, second = moments.nth(0).get_attribute("data-id"), moments.nth(1).get_attribute("data-id")
    sheet.drag(moments.nth(1).locator(".moment-title"), moments.nth(0).locator(".moment-title"))
    sheet.saved()
    shown = [moment["id"] for moment in api.document(sheet.blueprint)["moments"]]
    assert {first, second} <= set(shown)


def test_the_fields_of_a_step_are_edited_beside_the_sheet(page: Page, api: Api, example: dict) -> None:
    sheet = Sheet(page)
    blueprint = api.create(example)
    sheet.open(blueprint)
    step = next(
        step for step in example["steps"] if not step["lane"].startswith("preuve")
    )  # evidence says nothing
    sheet.card(step["title"]).locator(".card-title").click()
    panel = page.locator('[data-region="panel"]')
    panel.get_by_label("Ses mots").fill("Où est-ce ?")
    sheet.keys("Tab")
    sheet.saved()
    held = {one["id"]: one for one in api.document(blueprint)["steps"]}
    assert held[step["id"]]["said"] == "Où est-ce ?"
