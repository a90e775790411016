"""axe-core finds nothing on any page, in either language, with panel and list open or a card being typed."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.serving import ROOT

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


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["/", "/new/", "/bin/", "/friction/", "/friction/tool-hops/"])
def test_pages(page: Page, path: str, language: str) -> None:
    page.goto(path)
    assert violations(page) == ""


def test_the_menu_of_a_card(page: Page) -> None:
    page.goto("/")
    page.locator("details.menu summary").first.click()
    assert violations(page) == ""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_editor(page: Page, api: Api, example: dict, language: str) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(example))
    assert violations(page) == ""
    page.locator("[data-step]").first.click()
    assert violations(page) == ""
    sheet.keys("F2")
    assert violations(page) == ""
    sheet.keys("Escape", "?")
    assert violations(page) == ""
