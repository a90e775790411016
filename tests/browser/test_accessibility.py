"""axe-core finds nothing on any page, in both languages, in every theme, whatever lies over the sheet."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.serving import DATABASE, ROOT, Serving

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


@pytest.mark.parametrize("language", ["fr", "en"])
@themes
def test_signing_in_and_what_is_refused(
    page: Page, server: Serving, theme: str, language: str, odd: list[str]
) -> None:
    page.emulate_media(**THEMES[theme])
    page.set_extra_http_headers({"X-Forwarded-For": "203.0.113.7"})  # who comes from elsewhere signs in
    page.goto("/")
    assert violations(page) == "", "signing in"
    page.locator("#username").fill("nobody")
    page.locator("#password").fill("a wrong password")
    page.keyboard.press("Enter")
    expect(page.locator("#login-error")).to_be_visible()
    assert violations(page) == "", "refused"
    page.locator("main [name=csrfmiddlewaretoken]").evaluate("(token) => token.remove()")
    page.locator("#password").fill("a wrong password")
    with page.expect_navigation() as answered:
        page.keyboard.press("Enter")
    assert (answered.value.status, violations(page)) == (403, "")
    missing = page.goto("/nowhere/")
    assert missing is not None and (missing.status, violations(page)) == (404, "")
    session = {"name": "rectoverso_session", "value": "of-someone-who-left", "url": server.address}
    page.context.add_cookies([session])
    with no_sessions(server):
        failed = page.goto("/")
    assert failed is not None and (failed.status, violations(page)) == (500, "")
    assert len(odd) == 3  # the console tells of each
    odd.clear()


@contextmanager
def no_sessions(server: Serving) -> Iterator[None]:
    """A server that can't look up who is there, until the block ends."""
    with closing(sqlite3.connect(server.data_dir / DATABASE, timeout=30)) as database:
        database.execute("ALTER TABLE django_session RENAME TO away")
        try:
            yield
        finally:
            database.execute("ALTER TABLE away RENAME TO django_session")


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


@pytest.mark.parametrize("language", ["fr", "en"])
@themes
def test_detectors_and_a_comparison(page: Page, api: Api, theme: str, language: str) -> None:
    page.emulate_media(**THEMES[theme])
    sheet = Sheet(page)
    blueprint = api.create(json.loads(SHOP.read_text("utf-8")))
    sheet.open(blueprint)
    page.locator(".tray-head .icon-button:visible").first.click()
    expect(page.locator(".kind").first).to_be_visible()
    assert violations(page) == "", "detectors"
    page.locator(".kind input[type=checkbox]").first.uncheck()
    page.locator(".kind input:not([type=checkbox])").first.fill("douze")
    page.keyboard.press("Tab")
    expect(page.locator(".kind .field-problem")).to_be_visible()
    assert violations(page) == "", "detectors, one off and one wrong"

    found = api.call(f"{blueprint}/friction/")["findings"]
    target = api.call(f"{blueprint}/target/", {"findings": [found[0]["fingerprint"]]})["id"]
    page.goto(f"/blueprints/{target}/#compare")
    expect(page.locator(".compare-steps")).to_be_visible(timeout=15_000)
    page.locator(".compare-kept summary").click()
    assert violations(page) == "", "compare"


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
