"""From three irritants to the target: the tray, a finding opened, what if, the comparison, the detectors."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_accessibility import violations
from tests.serving import ROOT

PRICED = 15_000  # milliseconds until prices are there, on a machine that does much else


@pytest.fixture
def shop() -> dict[str, Any]:
    return json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))


def opened(page: Page, api: Api, document: dict[str, Any]) -> Sheet:
    """The sheet with its pairs."""
    sheet = Sheet(page)
    sheet.open(api.create(document))
    expect(page.locator(".pair")).to_have_count(3, timeout=PRICED)
    return sheet


def every(page: Page) -> Locator:
    """The rows of all findings."""
    page.locator(".lists button").nth(1).click()
    return page.locator(".finding")


def test_who_goes_to_a_card_stays_there_while_a_finding_is_open(
    page: Page, api: Api, shop: dict[str, Any]
) -> None:
    sheet = opened(page, api, shop)
    first = page.locator(".pair").first
    fingerprint = first.get_attribute("data-finding")
    findings = api.call(f"{sheet.blueprint}/friction/")["findings"]
    [finding] = [one for one in findings if one["fingerprint"] == fingerprint]
    first.locator(".because").click()
    lit = page.locator(f'[data-step="{finding["steps"][0]}"]')
    expect(lit).to_be_in_viewport()
    page.set_viewport_size({"width": 900, "height": 620})
    expect(lit).to_be_in_viewport()  # what took room has not covered it
    far = page.locator(".row.lane [data-step]:not(.lit)").last
    far.focus()
    expect(lit).not_to_be_in_viewport()
    page.set_viewport_size({"width": 880, "height": 600})
    sheet.drawn()
    expect(far).to_be_in_viewport()
    expect(lit).not_to_be_in_viewport()
    with page.expect_response(re.compile(r"/friction/\?prices=0")) as answer:  # it lights the path anew
        sheet.keys("F2", "End")
        page.keyboard.type(" ")
        page.keyboard.type("x")
        sheet.keys("Enter")
    answer.value.finished()
    sheet.drawn()
    expect(lit).not_to_be_in_viewport()
    first.locator(".because").hover()  # who turns to it again sees it
    expect(lit).to_be_in_viewport()


def test_from_three_irritants_to_a_target_and_its_comparison(
    page: Page, api: Api, shop: dict[str, Any]
) -> None:
    sheet = opened(page, api, shop)
    as_is = sheet.blueprint
    said = {one["fingerprint"]: one for one in api.call(f"{as_is}/friction/?prices=1")["findings"]}
    first = page.locator(".pair").first
    finding = said[str(first.get_attribute("data-finding"))]
    expect(first.locator(".because")).to_contain_text(finding["because"])
    expect(first).to_contain_text("/\u00a0mois")

    first.locator(".without").click()
    view = page.locator(".finding-view")
    expect(view.locator(".because")).to_have_text(finding["because"])
    figures = view.locator(".figures tbody tr")
    expect(figures).to_have_count(5, timeout=PRICED)
    expect(figures.first).to_contain_text("Délai")
    assert page.evaluate("document.activeElement.id") == "what-if"
    for step in finding["steps"]:
        expect(page.locator(f'[data-step="{step}"]')).to_have_class(re.compile(r"\blit\b"))
    expect(page.locator(".casings .casing").first).to_be_attached()

    view.get_by_label("Choisir pour la cible").check()
    expect(page.locator(".basket-figures")).to_contain_text("Délai", timeout=PRICED)
    page.get_by_role("button", name="Faire la cible", exact=True).click()
    page.wait_for_url(lambda address: as_is not in address and "/blueprints/" in address)
    sheet.ready()
    states = page.locator("nav.segments")
    expect(states.get_by_role("link", name="Cible")).to_have_attribute("aria-current", "page")
    target = api.document(sheet.blueprint)
    assert (target["state"], target["as_is"]) == ("to-be", as_is)

    page.get_by_role("radio", name="Comparer").click()
    view = page.get_by_role("main", name="Comparer")
    expect(view.locator(".compare-group.resolved")).to_contain_text(finding["because"], timeout=PRICED)
    expect(view.locator(".compare-steps li").first).to_be_visible()
    page.get_by_role("radio", name="Blueprint").click()
    states.get_by_role("link", name="Aujourd’hui").click()
    sheet.ready()
    assert sheet.blueprint == as_is


def test_the_same_by_keys(page: Page, api: Api, shop: dict[str, Any]) -> None:
    sheet = opened(page, api, shop)
    page.locator(".pair .because").first.focus()
    expect(page.locator("[data-step].lit").first).to_be_visible()
    sheet.keys("Enter")
    expect(page.locator(".finding-view")).to_be_visible()
    sheet.keys("Enter")
    expect(page.locator(".finding-view")).to_have_count(0)
    sheet.keys("Alt+f")
    expect(page.locator(".pair")).to_have_count(0)
    sheet.keys("Alt+f")
    expect(page.locator(".pair")).to_have_count(3)


def test_flags_of_all_findings_or_of_three(page: Page, api: Api, shop: dict[str, Any]) -> None:
    sheet = opened(page, api, shop)
    marks = page.locator("[data-step] [data-finding]")
    shown = marks.count()
    paired = page.locator(".pair[data-finding]").evaluate_all("all => all.map(one => one.dataset.finding)")
    page.locator("#findings-button").click()
    expect(page.locator("#findings-button")).to_have_text(re.compile(r"3 sur \d+"))
    few = marks.evaluate_all("all => [...new Set(all.map(one => one.dataset.finding))]")
    assert sorted(few) == sorted(paired)
    page.reload()
    sheet.ready()
    expect(page.locator("#findings-button")).to_have_attribute("aria-pressed", "true", timeout=PRICED)
    page.locator("#findings-button").click()
    expect(marks).to_have_count(shown)


def test_a_flag_is_as_large_as_what_it_says(page: Page, api: Api, shop: dict[str, Any]) -> None:
    opened(page, api, shop)
    flag = page.locator(".card > .flag").first
    for says in ("4", "×4", "×10", "100", "×100"):
        room = flag.evaluate(
            """(flag, says) => {
              const count = flag.querySelector(".flag-count");
              count.textContent = says;
              const { width } = count.getBoundingClientRect();
              const [size, digit] = [getComputedStyle(count, "::before"), 8];
              const inside = parseFloat(size.width) - 2 * parseFloat(size.borderTopWidth);
              return inside - (width + digit) / Math.SQRT2; // what a rectangle on its edge would leave
            }""",
            says,
        )
        assert room >= 1, says


def test_the_list_is_as_high_as_one_makes_it(page: Page, api: Api, shop: dict[str, Any]) -> None:
    opened(page, api, shop)
    every(page)
    tray, grip = page.locator("#tray"), page.get_by_role("separator", name="Hauteur de la liste")

    def height() -> float:
        box = tray.bounding_box()
        assert box is not None
        return box["height"]

    before = height()
    at = grip.bounding_box()
    assert at is not None and at["width"] >= 24 and at["height"] >= 24
    page.mouse.move(at["x"] + 12, at["y"] + 12)
    page.mouse.down()
    page.mouse.move(at["x"] + 12, at["y"] - 88, steps=4)
    page.mouse.up()
    assert height() == pytest.approx(before + 100, abs=2)
    grip.press("ArrowDown")
    assert height() == pytest.approx(before + 68, abs=2)
    expect(grip).to_have_attribute("aria-valuenow", str(round(before + 68)))
    page.reload()
    expect(page.locator(".pair")).to_have_count(3, timeout=PRICED)
    every(page)
    assert height() == pytest.approx(before + 68, abs=2)
    grip.press("End")
    viewport = page.viewport_size
    assert viewport is not None and height() <= 0.7 * viewport["height"] + 1
    grip.dblclick()
    expect(tray).not_to_have_attribute("data-sized", "")


def test_filters_narrow_together(page: Page, api: Api, shop: dict[str, Any]) -> None:
    opened(page, api, shop)
    rows = every(page)
    whole = rows.count()
    assert whole == 19
    filters = page.locator(".filters")
    filters.get_by_label("Couloir").select_option(label="En scène")
    lane = rows.count()
    filters.get_by_label("Nature").select_option(label="Creux en miroir")
    assert whole > lane > rows.count() > 0
    expect(filters.locator("[role=status]")).to_have_text(f"{rows.count()} sur 19")


def test_a_detector_is_switched_off_and_undone(page: Page, api: Api, shop: dict[str, Any]) -> None:
    sheet = opened(page, api, shop)
    rows = every(page)
    page.get_by_role("button", name="Régler les détecteurs").first.click()
    settings = page.get_by_role("dialog", name="Détecteurs")
    settings.get_by_label("Creux en miroir").uncheck()
    settings.locator('[data-field="detector/search-time/limit_min"]').fill("30")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(rows).to_have_count(14, timeout=PRICED)  # without four dips and one search of 5 minutes
    sheet.saved()
    assert api.document(sheet.blueprint)["detectors"] == {
        "mirror-dip": {"on": False},
        "search-time": {"limit_min": 30},
    }
    sheet.keys("ControlOrMeta+z", "ControlOrMeta+z")
    expect(rows).to_have_count(19, timeout=PRICED)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_stands_in_the_way_of_a_screen_reader(
    page: Page, api: Api, shop: dict[str, Any], language: str
) -> None:
    sheet = opened(page, api, shop)
    assert violations(page) == ""
    page.locator(".pair .without").first.click()
    expect(page.locator(".figures")).to_be_visible(timeout=PRICED)
    assert violations(page) == ""
    rows = every(page)
    rows.locator(".choose:enabled").first.check()
    expect(page.locator(".basket-figures")).to_be_visible(timeout=PRICED)
    rows.nth(2).hover()
    assert violations(page) == ""
    made = api.call(f"{sheet.blueprint}/target/", {"findings": [rows.first.get_attribute("data-finding")]})
    sheet.open(made["id"])
    page.get_by_role("radio", name=re.compile("^Compar")).click()
    expect(page.locator(".compare-steps")).to_be_visible(timeout=PRICED)
    assert violations(page) == ""
    page.get_by_role("radio").first.click()
    page.locator(".tray-head .icon-button:visible").first.click()
    expect(page.locator(".kind").first).to_be_visible()
    assert violations(page) == ""
