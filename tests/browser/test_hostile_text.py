"""Text is text everywhere: what is typed comes out of the editor, the list and the SVG as it went in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from blueprint.drawing import extract
from tests.browser.conftest import Api
from tests.browser.sheet import Sheet

TEXTS = {
    "script": "<script>document.title='taken'</script>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "entity": "&lt;b&gt; & &amp; ]]> <!-- -->",
    "emoji": "👩🏽‍🦽 rend l’article 🧾",
    "right to left": "מחזיר את המוצר (שלום)",
    "combining": "Ze\u0301lie re\u0301clame a\u030a",
    "template": "{{ 7*7 }} {% now %} ${7*7}",
    "long word": "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 2,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_comes_out_as_it_went_in(page: Page, api: Api, text: str, tmp_path: Path) -> None:
    page.goto("/new/")
    page.get_by_label("Titre").fill(text)
    page.get_by_role("button", name="Créer").click()
    sheet = Sheet(page)
    sheet.ready()
    sheet.cell(1, 1).dblclick()
    sheet.field().fill(text)
    sheet.keys("Tab")
    card = page.locator("[data-step] .card-title")
    expect(card).to_have_count(1)
    assert card.inner_text().strip() == text
    page.locator('[data-header="lane"]').first.focus()
    sheet.keys("F2", "ControlOrMeta+a")
    sheet.field().fill(text)
    sheet.keys("Enter")
    sheet.saved()

    document = api.document(sheet.blueprint)
    assert document["title"] == text
    assert [step["title"] for step in document["steps"]] == [text]
    assert text in [lane["title"] for lane in document["lanes"]]

    blueprint = sheet.blueprint
    svg = sheet.export(tmp_path / "sheet.svg")
    assert extract(svg).steps[0].title == text
    # Opened by itself, as a person who got it by mail does: nothing in it runs.
    page.goto((tmp_path / "sheet.svg").as_uri())
    assert page.evaluate("() => document.documentElement.nodeName") == "svg"
    assert page.evaluate("() => document.querySelectorAll('script, foreignObject').length") == 0

    page.goto("/")
    expect(page.locator(f"#b-{blueprint} h2")).to_have_text(text)
    assert page.title() != "taken"
