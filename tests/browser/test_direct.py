"""The sheet by hand, as on a whiteboard: several cards at once, links, curves, columns, zoom and the map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet

MOMENTS = 5


def document() -> dict[str, Any]:
    """Three lanes by five moments; a link joins a card of the first moment to one of the second."""
    return {
        "format": "blueprint/1",
        "title": "Retour",
        "language": "fr",
        "phases": [{"id": "p1", "title": "Avant"}, {"id": "p2", "title": "Après"}],
        "moments": [
            {"id": f"m{i}", "phase": "p1" if i < 4 else "p2", "title": f"Instant {i}"}
            for i in range(1, MOMENTS + 1)
        ],
        "lanes": [
            {"id": "cust", "kind": "customer", "title": "Client"},
            {"id": "front", "kind": "frontstage", "title": "Accueil"},
            {"id": "back", "kind": "backstage", "title": "Réserve"},
        ],
        "steps": [
            {"id": "c1", "lane": "cust", "moment": "m1", "title": "Demande", "emotion": 1},
            {"id": "f1", "lane": "front", "moment": "m2", "title": "Écoute"},
            {"id": "c4", "lane": "cust", "moment": "m4", "title": "Attend", "emotion": -1},
            {"id": "b5", "lane": "back", "moment": "m5", "title": "Cherche"},
        ],
        "links": [{"id": "k1", "source": "c1", "target": "f1"}],
    }


@pytest.fixture
def sheet(page: Page, api: Api) -> Sheet:
    made = Sheet(page)
    made.open(api.create(document()))
    return made


def middle(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pull(page: Page, start: tuple[float, float], end: tuple[float, float], *, drop: bool = True) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    if drop:
        page.mouse.up()


def places(sheet: Sheet) -> dict[str, tuple[int, int]]:
    """Row and column of each card, counted from 1."""
    found = {}
    for row in range(1, 4):
        for column in range(1, MOMENTS + 1):
            for title in sheet.cell(row, column).locator(".card-title").all_inner_texts():
                found[title.strip()] = (row, column)
    return found


def select_first_two(page: Page, sheet: Sheet) -> None:
    """By a rectangle from the empty cell below the first card to the one above the second."""
    pull(page, middle(sheet.cell(2, 1)), middle(sheet.cell(1, 2)))
    expect(page.locator(".card.selected")).to_have_count(2)


def test_several_cards_are_dragged_together_and_keep_their_places(page: Page, sheet: Sheet) -> None:
    select_first_two(page, sheet)
    card = sheet.card("Demande").locator(".card-title")
    pull(page, middle(card), middle(sheet.cell(2, 2)), drop=False)
    expect(page.locator("[data-drop]")).to_have_count(2)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("[data-drop]")).to_have_count(0)
    assert places(sheet)["Demande"] == (1, 1)

    pull(page, middle(card), middle(sheet.cell(2, 2)))
    expect(sheet.cell(2, 2).locator("[data-step]")).to_have_count(1)
    assert places(sheet) == {"Demande": (2, 2), "Écoute": (3, 3), "Attend": (1, 4), "Cherche": (3, 5)}
    page.keyboard.press("ControlOrMeta+z")
    expect(sheet.cell(1, 1).locator("[data-step]")).to_have_count(1)
    assert places(sheet)["Écoute"] == (2, 2)


def test_with_alt_a_copy_is_dropped(page: Page, sheet: Sheet) -> None:
    page.keyboard.down("Alt")
    pull(page, middle(sheet.card("Attend").locator(".card-title")), middle(sheet.cell(2, 4)))
    page.keyboard.up("Alt")
    expect(sheet.card("Attend")).to_have_count(2)
    expect(sheet.cell(2, 4).locator("[data-step]")).to_have_count(1)


def test_a_link_is_dropped_on_nothing_and_pulled_elsewhere(page: Page, sheet: Sheet, api: Api) -> None:
    sheet.card("Attend").hover()
    pull(page, middle(page.locator("[data-handle].bottom")), middle(sheet.cell(2, 4)))
    expect(sheet.field()).to_be_focused()
    page.keyboard.type("Rassure")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(sheet.cell(2, 4).locator("[data-step]")).to_have_count(1)
    expect(sheet.links()).to_have_count(2)

    where = page.evaluate("""() => {
      const line = document.querySelector('[data-link="k1"] .link-line');
      const { x, y } = line.getPointAtLength(line.getTotalLength() / 2);
      const { a, d, e, f } = line.getScreenCTM();
      return [x * a + e, y * d + f];
    }""")
    page.mouse.click(*where)
    expect(page.locator('[data-region="panel"]')).to_be_visible()
    pull(
        page,
        middle(page.locator('[data-link-end="target"]')),
        middle(sheet.card("Attend").locator(".card-title")),
    )
    sheet.saved()
    [first, second] = api.document(sheet.blueprint)["links"]
    assert (first["source"], first["target"]) == ("c1", "c4")
    assert second["source"] == "c4"


@pytest.mark.parametrize("edge", ["right", "bottom", "left", "top"])
def test_a_link_is_drawn_from_each_edge(page: Page, sheet: Sheet, edge: str) -> None:
    source = sheet.card("Écoute")
    source.hover()
    handle, title = source.locator(f".handle.{edge}"), source.locator(".card-title").bounding_box()
    box = handle.bounding_box()
    assert box is not None and title is not None
    assert box["width"] >= 24 and box["height"] >= 24
    across = box["x"] < title["x"] + title["width"] and title["x"] < box["x"] + box["width"]
    down = box["y"] < title["y"] + title["height"] and title["y"] < box["y"] + box["height"]
    assert not (across and down)  # what is written can be pressed
    pull(page, middle(handle), middle(sheet.card("Attend")))
    expect(sheet.links()).to_have_count(2)


def test_a_link_that_changes_no_card_shows_and_goes_at_once(page: Page, sheet: Sheet) -> None:
    sheet.card("Écoute").focus()
    sheet.keys("Alt+l", "ArrowRight", "ArrowUp", "Enter")
    expect(sheet.links()).to_have_count(2)
    sheet.keys("ControlOrMeta+z")
    expect(sheet.links()).to_have_count(1)


def test_a_feeling_is_dragged_and_set_by_keys(page: Page, sheet: Sheet, api: Api) -> None:
    point = page.locator('[data-feeling="customer"][data-at="m1"]')
    band = page.locator("[data-band]").bounding_box()
    assert band is not None
    x, y = middle(point)
    pull(page, (x, y), (x, band["y"] + band["height"]), drop=False)
    expect(point).to_have_attribute("aria-valuenow", "-2")
    page.mouse.up()
    sheet.saved()
    steps = {step["id"]: step for step in api.document(sheet.blueprint)["steps"]}
    assert steps["c1"]["emotion"] == -2

    employee = page.locator('[data-feeling="employee"][data-at="m2"]')
    expect(employee).to_have_attribute("aria-valuetext", "pas encore dit")
    employee.focus()
    sheet.keys("ArrowUp", "ArrowUp")
    expect(employee).to_have_attribute("aria-valuetext", "+1")
    expect(employee).to_be_focused()
    # A press in the band sets what is missing: here the backstage's, at its height.
    column = page.locator('[data-feel="m5"]').bounding_box()
    assert column is not None
    page.mouse.click(column["x"] + column["width"] * 0.7, band["y"])
    expect(page.locator('[data-feeling="employee"][data-at="m5"]')).to_have_attribute("aria-valuenow", "2")


def test_columns_are_resized_for_oneself(page: Page, sheet: Sheet, api: Api) -> None:
    before = api.call(f"{sheet.blueprint}/changes/?after=0")["seq"]
    border = page.locator('[data-resize="m2"]')
    x, y = middle(border)
    pull(page, (x, y), (x + 90, y))
    assert abs(middle(border)[0] - x - 90) <= 1
    page.reload()
    sheet.ready()
    assert abs(middle(border)[0] - x - 90) <= 1
    head = page.locator('[data-header="moment"][data-id="m2"]')
    wide = head.bounding_box()
    head.focus()
    sheet.keys("Alt+Shift+ArrowLeft")
    narrower = head.bounding_box()
    assert wide is not None and narrower is not None and abs(wide["width"] - narrower["width"] - 24) <= 1
    assert api.call(f"{sheet.blueprint}/changes/?after=0")["seq"] == before


def test_zooms_to_what_is_chosen_and_to_a_phase(page: Page, sheet: Sheet) -> None:
    card = sheet.card("Cherche")
    card.locator(".card-title").click()
    expect(page.locator('[data-region="panel"]')).to_be_visible()
    sheet.keys("Alt+2")
    expect(card).to_be_in_viewport(ratio=1)
    canvas = page.locator(".canvas")
    assert float(canvas.evaluate("(canvas) => canvas.style.zoom")) == 2
    phase = sheet.header("phase", "Avant")
    phase.hover()
    phase.get_by_role("button", name="Zoomer").click()
    for i in range(1, 4):
        expect(page.locator(f'[data-header="moment"][data-id="m{i}"]')).to_be_in_viewport(ratio=0.9)
    sheet.keys("ControlOrMeta+0")
    expect(sheet.card("Cherche")).to_be_in_viewport(ratio=1)


def test_the_map_comes_on_a_large_sheet_and_leads_about_it(page: Page, sheet: Sheet) -> None:
    page.set_viewport_size({"width": 1000, "height": 700})
    shown = page.locator(".map")
    expect(shown).to_have_count(0)  # a small sheet needs none
    sheet.card("Demande").focus()
    sheet.keys("Alt+o")
    expect(shown).to_be_visible()
    page.evaluate("() => document.querySelector('.canvas').style.setProperty('min-height', '4000px')")
    sheet.keys("Alt+o", "Alt+o")
    # Drawn anew once the browser has nothing else to do: what is on screen is then the smaller part of it.
    page.wait_for_function(
        "() => 2 * document.querySelector('.map-view').offsetHeight"
        " < document.querySelector('.map').offsetHeight"
    )
    box = shown.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 8, box["y"] + box["height"] - 6)
    assert page.evaluate("() => document.querySelector('.sheet').scrollTop") > 1000


def test_the_map_never_covers_what_one_works_on(page: Page, sheet: Sheet) -> None:
    page.set_viewport_size({"width": 1000, "height": 560})
    shown = page.locator(".map")
    sheet.card("Demande").focus()
    sheet.keys("Alt+o")
    expect(shown).to_be_visible()
    sheet.card("Cherche").focus()  # the last lane's, in the last moment
    expect(shown).to_be_hidden()
    sheet.card("Demande").focus()
    expect(shown).to_be_visible()
    page.evaluate("() => document.querySelector('.sheet').scrollTo(9999, 9999)")
    box, card = shown.bounding_box(), sheet.card("Cherche").bounding_box()
    assert box is not None and card is not None
    assert card["y"] + card["height"] <= box["y"]


def test_the_panel_unfolds_without_moving_the_card_under_the_pointer(page: Page, sheet: Sheet) -> None:
    card = sheet.card("Écoute")
    before = card.bounding_box()
    card.locator(".card-title").click()
    expect(page.locator('[data-region="panel"]')).to_be_visible()
    assert card.bounding_box() == before
    card.locator(".card-title").dblclick()  # the same card still
    expect(sheet.field()).to_have_value("Écoute")


def test_the_space_bar_moves_the_sheet_and_selects_nothing(page: Page, sheet: Sheet) -> None:
    page.set_viewport_size({"width": 760, "height": 600})
    sheet.card("Demande").focus()
    page.keyboard.down(" ")
    pull(page, middle(sheet.cell(1, 3)), middle(sheet.cell(1, 2)))
    page.keyboard.up(" ")
    assert page.evaluate("() => document.querySelector('.sheet').scrollLeft") > 100
    expect(page.locator(".card.selected")).to_have_count(0)


def test_everything_is_selected_by_key_and_moved_as_one(page: Page, sheet: Sheet) -> None:
    sheet.card("Demande").focus()
    sheet.keys("Shift+ArrowRight", "Shift+ArrowDown")
    expect(page.locator(".card.selected")).to_have_count(2)
    sheet.keys("ControlOrMeta+a")
    expect(page.locator(".card.selected")).to_have_count(4)
    sheet.keys("Delete")
    expect(page.locator("[data-step]")).to_have_count(0)
    sheet.keys("ControlOrMeta+z")
    expect(page.locator("[data-step]")).to_have_count(4)
