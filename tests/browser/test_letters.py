"""The letters of the page: Latin ones with the sheet, those of other scripts once somebody writes in them."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_typing import SHOP

LOADED = "() => [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)"


def test_other_scripts_come_with_the_word_that_needs_them(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(SHOP))
    expect(page.locator(".pair").first).to_be_visible(timeout=15_000)
    assert page.evaluate(LOADED) == ["IBM Plex Sans Variable"]
    sheet.card("Encaisse").focus()
    sheet.keys("F2", "End")
    page.keyboard.type(" Ελένη Dvořák")
    sheet.keys("Enter")
    page.wait_for_function(f"() => ({LOADED})().length === 3")  # Greek, and Latin beyond the first of it
    assert set(page.evaluate(LOADED)) == {"IBM Plex Sans Variable", "IBM Plex Sans Beyond"}
