"""Makes the pictures of the README anew, from the product itself.

python -m tests.browser.pictures
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, browser_arguments
from tests.browser.sheet import MARKED
from tests.serving import ROOT, serving

FOLDER = ROOT / "docs" / "images"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        serving(Path(data) / "data", examples=True) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=browser_arguments())
        page = browser.new_page(
            base_url=server.address, locale="fr-FR", viewport={"width": 1440, "height": 900}
        )
        page.goto("/")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / "list.png")
        page.get_by_role("link", name="Vente en magasin").click()
        page.evaluate(MARKED, "sheet-ready")
        page.locator(".tray [data-finding]").first.wait_for()
        page.locator("[data-step]", has_text="Consulte le stock").locator(".card-title").click()
        page.mouse.move(0, 0)
        page.screenshot(path=FOLDER / "editor.png")
        browser.close()


if __name__ == "__main__":
    main()
