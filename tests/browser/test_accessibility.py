"""axe-core finds nothing on any page, in both languages, in every theme, whatever lies over the sheet."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.serving import ROOT

SHOP = ROOT / "examples" / "vente-magasin.json"
AXE = (ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> str:
    """What axe says, short enough for a failed test. Its script comes in past the page's policy."""
    page.evaluate(AXE + "\n;() => undefined")
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    said = [
        f"{rule['id']}: {node['html'][:300]}"
        for rule in found
        for node in rule["nodes"]
        if counts(rule, node)
    ]
    return "\n".join(said[:8])


def counts(rule: dict, node: dict) -> bool:
    """A cell is called after its lane and moment; the cards in it have names of their own to speak to."""
    return rule["id"] != "label-content-name-mismatch" or 'role="gridcell"' not in node["html"][:200]


# What a device may ask for, as Playwright emulates it.
THEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"color_scheme": "light", "contrast": "more"},
    "contrast-dark": {"color_scheme": "dark", "contrast": "more"},
}
themes = pytest.mark.parametrize("theme", THEMES)
PATHS = ["/", "/new/", "/bin/", "/friction/", "/friction/tool-hops/", "/accessibility/"]


@pytest.mark.parametrize("language", ["fr", "en"])
@themes
def test_pages(page: Page, theme: str, language: str) -> None:
    page.emulate_media(**THEMES[theme])
    for path in PATHS:
        page.goto(path)
        assert violations(page) == "", path


@themes
def test_a_page_that_is_not_there(page: Page, theme: str, odd: list[str]) -> None:
    page.emulate_media(**THEMES[theme])
    page.goto("/nowhere/")
    assert violations(page) == ""
    odd.clear()  # the console tells of the 404


def test_the_menu_of_a_card(page: Page) -> None:
    page.goto("/")
    page.locator("details.menu summary").first.click()
    assert violations(page) == ""


@pytest.mark.parametrize("language", ["fr", "en"])
@themes
def test_the_editor(page: Page, api: Api, theme: str, language: str) -> None:
    page.emulate_media(**THEMES[theme])
    sheet = Sheet(page)
    sheet.open(api.create(json.loads(SHOP.read_text("utf-8"))))
    states = {
        "sheet": [],
        "find": ["Control+f", "a"],
        "card": ["Escape"],
        "typing": ["F2"],
        "palette": ["Escape", "Control+k"],
        "palette, asked": ["s"],
        "undone": ["Escape", "Delete", "Control+z"],
        "shortcuts": ["?"],
    }
    for name, keys in states.items():
        sheet.keys(*keys)
        assert violations(page) == "", name


# What must be there before it is looked at, where it comes a moment after its key.
OPENED = {"interview": "dialog.interview", "export": "dialog[open]"}


@themes
def test_views_and_panels(page: Page, api: Api, theme: str) -> None:
    """What is open stays until the next press: one page for all of them."""
    page.emulate_media(**THEMES[theme])
    sheet = Sheet(page)
    blueprint = api.create(json.loads(SHOP.read_text("utf-8")))
    sheet.open(blueprint)
    card = sheet.card("Encaisse")

    def clean(name: str) -> None:
        assert violations(page) == "", name

    card.focus()
    tabs = page.locator(".panel [role=tab]")
    for n in range(tabs.count()):
        tabs.nth(n).click()
        clean(f"tab {n}")
    for n in range(page.locator(".lists button").count()):
        page.locator(".lists button").nth(n).click()
        clean(f"list {n}")
    for name, key, again in (
        ("legend", "F1", ["Escape", "Escape"]),
        ("interview", "Alt+i", ["Escape"]),
        ("export", "Control+Shift+e", ["Escape"]),
        ("flag", "Alt+g", []),
        ("note", "Alt+n", []),
        ("map", "Alt+o", ["Alt+o"]),
        ("compact", "Alt+c", ["Alt+c"]),
        ("folded", "Alt+h", ["Alt+Shift+h"]),
        ("wall", "Alt+w", ["Escape"]),
    ):
        card.focus()
        if name == "legend":
            sheet.keys("F2")
        sheet.keys(key)
        if name in OPENED:
            page.locator(OPENED[name]).first.wait_for()
        clean(name)
        sheet.keys(*again)
    for view, shown in (("mirror", ".mirror-card"), ("table", ".table-row"), ("compare", ".app-sheet h2")):
        page.goto(f"/blueprints/{blueprint}/#{view}")
        page.locator(shown).first.wait_for()
        clean(view)


def test_the_first_tab_leads_past_the_bar(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(json.loads(SHOP.read_text("utf-8"))))
    skip = page.get_by_role("link", name="Aller à la feuille")
    skip.focus()
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    sheet.keys("Enter")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (320, 256)], ids=["phone", "400 %"])
def test_narrow(page: Page, api: Api, width: int, height: int) -> None:
    """1280 x 1024 at 400 % is 320 x 256 of the page's own pixels."""
    page.set_viewport_size({"width": width, "height": height})
    sheet = Sheet(page)
    sheet.open(api.create(json.loads(SHOP.read_text("utf-8"))))
    assert violations(page) == ""
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for path in PATHS:
        page.goto(path)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path


def test_the_chosen_theme_is_there_before_the_first_paint(page: Page) -> None:
    page.goto("/")
    page.evaluate("() => localStorage.setItem('rectoverso.theme', 'dark')")
    page.goto("/new/")
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("() => getComputedStyle(document.body).colorScheme") == "dark"
