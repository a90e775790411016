"""A phone, and a window zoomed to 400 %: nothing lies over what is read, and the focus stays in sight."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.serving import ROOT

SHOP = ROOT / "examples" / "vente-magasin.json"
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
SIDEWAYS = {"viewport": {"width": 844, "height": 390}, "is_mobile": True, "has_touch": True}
ZOOMED = {"viewport": {"width": 320, "height": 256}}


# Of each name: whether nothing lies over either end of a line of it.
UNCOVERED = """(names) => names.map((name) => {
  const range = document.createRange();
  range.selectNodeContents(name);
  return [...range.getClientRects()].every(({ left, right, top, height }) =>
    [left + 1, right - 1].every((x) => name.contains(document.elementFromPoint(x, top + height / 2))));
})"""


@pytest.fixture
def window() -> dict[str, Any]:
    return PHONE


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], window: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | window


zoomed = pytest.mark.parametrize("window", [ZOOMED], ids=["400 %"])
sideways = pytest.mark.parametrize("window", [SIDEWAYS], ids=["sideways"])


@pytest.fixture
def sheet(page: Page, api: Api) -> Sheet:
    sheet = Sheet(page)
    sheet.open(api.create(json.loads(SHOP.read_text("utf-8"))))
    sheet.complete()
    return sheet


def box(of: Locator) -> dict[str, float]:
    found = of.bounding_box()
    assert found is not None
    return dict(found)


def bottom(of: Locator) -> float:
    return box(of)["y"] + box(of)["height"]


@pytest.mark.parametrize("view", ["blueprint", "mirror", "table"])
def test_no_view_is_wider_than_the_phone(page: Page, sheet: Sheet, view: str) -> None:
    """A phone makes the page small until all of it fits: its own width is what tells."""
    page.goto(f"/blueprints/{sheet.blueprint}/#{view}")
    page.locator({"table": ".table-row", "mirror": ".mirror-card"}.get(view, "[data-step]")).first.wait_for()
    assert page.evaluate("() => innerWidth") == 360


def test_the_panel_stands_in_the_place_of_the_list(page: Page, sheet: Sheet) -> None:
    page.locator(".tray-fold").tap()
    line = page.locator(".tray .because").first
    line.tap()
    panel = page.locator(".panel")
    expect(panel.get_by_role("tab", selected=True)).to_be_focused()
    expect(page.locator(".tray")).to_be_hidden()
    assert bottom(page.locator(".app-sheet")) <= box(panel)["y"]
    sheet.keys("Escape")
    expect(panel).to_have_count(0)
    expect(line).to_be_focused()


def test_a_card_stays_in_sight_above_the_panel(page: Page, sheet: Sheet) -> None:
    card = page.locator(".row.lane [data-step]").last
    card.focus()
    sheet.keys("Alt+p")
    panel = page.locator(".panel")
    expect(panel).to_be_visible()
    sheet.keys("ArrowUp", "ArrowDown")
    focused = page.locator(".sheet :focus")
    assert bottom(focused) <= box(panel)["y"]


@pytest.mark.parametrize("window", [PHONE, ZOOMED], ids=["phone", "400 %"])
def test_menus_are_as_wide_as_the_window_at_most(page: Page, sheet: Sheet, window: dict[str, Any]) -> None:
    width = window["viewport"]["width"]
    for opener in page.locator(".top-bar [aria-haspopup=menu]").all():
        opener.click()
        menu = box(page.locator("[role=menu]:visible"))
        assert menu["x"] >= 0 and menu["x"] + menu["width"] <= width
        assert page.evaluate("() => innerWidth") == width
        sheet.keys("Escape")
        expect(opener).to_be_focused()


@zoomed
def test_nothing_lies_over_the_focus_at_400_percent(page: Page, sheet: Sheet) -> None:
    page.locator(".top-bar [aria-pressed]").filter(has=page.locator("svg")).last.focus()
    sheet.keys("Enter")
    expect(page.locator(".panel [role=tab]").first).to_be_focused()
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 20:
        sheet.keys(key)
        assert page.evaluate("""() => {
            const on = document.activeElement;
            const { left, top, width, height } = on.getBoundingClientRect();
            const seen = document.elementFromPoint(left + width / 2, top + height / 2);
            return on === document.body || on.contains(seen) || on.closest('label')?.contains(seen);
        }"""), page.evaluate("() => document.activeElement.outerHTML")


@zoomed
def test_a_finding_is_read_at_400_percent(page: Page, sheet: Sheet) -> None:
    """The head of the list and of the panel scroll away: together they are as high as the window."""
    page.locator(".tray-fold").click()
    line = page.locator(".tray .because").nth(1)
    expect(line).to_be_visible()
    line.click()
    note = page.locator(".panel .note-field textarea")
    note.focus()
    expect(note).to_be_in_viewport(ratio=1)
    sheet.keys("Escape")
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("window", [PHONE, ZOOMED], ids=["phone", "400 %"])
def test_the_list_leaves_the_sheet_in_sight_until_it_is_asked_for_alone(page: Page, sheet: Sheet) -> None:
    page.locator(".tray-fold").click()
    tray, tall = page.locator(".tray"), page.locator(".tray-tall")
    expect(tall).to_have_attribute("aria-pressed", "false")
    assert min(box(tall)["width"], box(tall)["height"]) >= 24
    half = box(tray)
    above = page.evaluate(
        "(y) => document.elementFromPoint(150, y - 8).closest('.sheet') !== null", half["y"]
    )
    assert above and half["y"] >= 100
    tall.focus()
    sheet.keys("Enter")
    expect(tall).to_have_attribute("aria-pressed", "true")
    assert box(tray)["height"] > half["height"] + 80 and box(tray)["y"] >= 24
    sheet.keys("Enter")
    expect(tall).to_have_attribute("aria-pressed", "false")
    assert box(tray) == half
    expect(page.locator("[data-step].lit")).to_have_count(0)  # the list only came to lie under the pointer
    card = page.locator(".row.lane [data-step]").last
    card.focus()
    assert bottom(card) <= half["y"]


def test_a_card_that_an_undo_brings_back_is_beside_the_labels(page: Page, sheet: Sheet) -> None:
    card = page.locator(".row.lane [data-step]").nth(2)
    step = card.get_attribute("data-step")
    card.focus()
    sheet.keys("ControlOrMeta+ArrowRight")
    sheet.saved()
    sheet.keys("ControlOrMeta+z")
    sheet.saved()
    expect(page.locator(".notice")).to_be_visible()
    labels = box(page.locator(".lane > .label").first)
    assert box(page.locator(f'[data-step="{step}"]'))["x"] >= labels["x"] + labels["width"]


def test_the_button_that_deletes_a_row_leaves_its_title_free(page: Page, api: Api) -> None:
    document = json.loads(SHOP.read_text("utf-8"))
    document["steps"][0]["title"] = "Cherche longuement l’article annoncé en rayon avant de demander"
    page.goto(f"/blueprints/{api.create(document)}/#table")
    page.locator(".table-row").first.wait_for()
    assert all(page.locator(".table-row > .c-title .table-words").evaluate_all(UNCOVERED)[:1])


@zoomed
def test_the_table_scrolls_with_the_page_at_400_percent(page: Page, sheet: Sheet) -> None:
    page.goto(f"/blueprints/{sheet.blueprint}/#table")
    title = page.locator(".table-row .c-title").nth(2)
    title.scroll_into_view_if_needed()
    scroll = page.locator(".table-scroll")
    assert scroll.evaluate("(one) => one.scrollHeight <= one.clientHeight")
    expect(title).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("window", [{"viewport": {"width": 1440, "height": 900}}], ids=["desk"])
def test_a_phase_with_one_moment_keeps_its_name_in_sight(page: Page, api: Api) -> None:
    document = json.loads(SHOP.read_text("utf-8"))
    document["phases"].append({"id": "alone", "title": "Accompagnement"})
    document["moments"][-1]["phase"] = "alone"
    sheet = Sheet(page)
    sheet.open(api.create(document))
    sheet.complete()
    phase = sheet.header("phase", "Accompagnement")
    before = box(phase)
    phase.hover()
    assert box(phase) == before
    assert all(page.locator(".moment-title").evaluate_all(UNCOVERED)), "its buttons lie over a moment's name"
    more = phase.locator(".tool-more")
    name = box(phase.locator(".phase-title"))
    assert box(more.locator("svg"))["x"] + 4 >= name["x"] + name["width"]  # what is drawn of it
    expect(more).to_have_attribute("aria-expanded", "false")
    more.click()
    phase.locator(".tool-strip > .tool-button").last.click(trial=True)
    page.locator(".corner").last.hover()
    expect(phase.locator(".tool-button")).to_have_count(0)
    wide = sheet.header("phase", "Découvrir")
    wide.hover()
    title = box(wide.locator(".phase-title"))
    assert box(wide.locator(".tools"))["x"] >= title["x"] + title["width"]


@sideways
def test_a_phone_on_its_side_shows_the_sheet_until_the_list_or_the_panel_is_asked_for(
    page: Page, sheet: Sheet
) -> None:
    title = page.locator(".top-title")
    assert box(title)["height"] < 40 and box(title)["width"] > 150
    expect(page.locator(".tray-fold")).to_have_attribute("aria-expanded", "false")
    page.locator(".tray-fold").tap()
    line = page.locator(".tray .because").first
    assert line.evaluate("""(line) => {
      const { left, top } = line.getBoundingClientRect();
      return line.contains(document.elementFromPoint(left + 2, top + 4));
    }""")
    line.tap()
    panel = page.locator(".panel")
    expect(panel.get_by_role("tab", selected=True)).to_be_focused()
    expect(page.locator(".tray")).to_be_hidden()
    sheet.keys("Escape")
    expect(panel).to_have_count(0)
    expect(line).to_be_focused()
