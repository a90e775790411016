"""A whole workshop walked through on the running product, by keys and mouse; what gets in the way.

python -m tests.bench.workshop [--human] [--pictures FOLDER]

A blueprint of sixty steps is typed with its facts from nothing, changed by hand and by keys, asked about,
judged, exported. The product starts by itself. A decision is a text begun, a command chosen, a press of the
mouse; `human` is 0.2 s for each key and 1.2 s for each decision, and with --human the walk takes that long.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page, Response, sync_playwright

from tests.bench import claim
from tests.browser.conftest import CHROMIUM, Api, browser_arguments
from tests.browser.sheet import Sheet
from tests.serving import Serving, serving

KEY, DECISION = 0.2, 1.2  # seconds
GOING = re.compile(r"(Shift\+)?(Arrow\w+|Tab|Enter|Escape|Home|End)")  # keys that take no thought


@dataclass
class Stage:
    name: str
    keys: int = 0
    presses: int = 0
    decisions: int = 0
    seconds: float = 0
    errors: list[str] = field(default_factory=list)

    @property
    def human(self) -> float:
        return KEY * self.keys + DECISION * self.decisions


class Walk:
    """The hands of a facilitator, and what they notice."""

    def __init__(self, page: Page, pictures: Path | None, pace: bool) -> None:
        self.page, self.pictures, self.pace = page, pictures, pace
        self.sheet = Sheet(page)
        self.stages: list[Stage] = []
        page.on("console", lambda said: self.wrong(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong(str(error)))
        page.on("response", self.answered)

    def wrong(self, what: str) -> None:
        self.stages[-1].errors.append(what)

    def answered(self, response: Response) -> None:
        if response.request.method != "POST" or not response.url.endswith("/changes/"):
            return
        if not response.ok:
            self.wrong(f"change refused: {response.text()[:200]}")
        elif dropped := response.json().get("dropped"):
            self.wrong(f"change dropped in part: {dropped}")

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        self.stages.append(Stage(name))
        stage, begun = self.stages[-1], time.monotonic()
        try:
            yield stage
        except (AssertionError, BrowserError) as stuck:
            self.wrong("stuck: " + str(stuck).split("\n", 1)[0])
        stage.seconds = time.monotonic() - begun
        self.page.wait_for_timeout(800)  # what is still on its way shows
        self.look()
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{len(self.stages):02}.png")

    def look(self) -> None:
        """What a person sees at once: the focus is nowhere or out of sight, the page has moved."""
        seen = self.page.evaluate("""() => {
          const at = document.activeElement, box = at?.getBoundingClientRect();
          return { lost: at === null || at === document.body, page: scrollX + scrollY,
            out: box && (box.right < 1 || box.bottom < 1 || box.left >= innerWidth || box.top >= innerHeight),
            under: Boolean(at?.matches("[data-step]") && box && document.elementsFromPoint(
              box.right - 12, box.bottom - 12)[0]?.closest(".map")),
            at: at?.outerHTML.slice(0, 80) };
        }""")
        if seen["lost"]:
            self.wrong("the focus is lost")
        elif seen["out"]:
            self.wrong(f"what has the focus is out of sight: {seen['at']}")
        if seen["under"]:
            self.wrong("the map covers the card that has the focus")
        if seen["page"]:
            self.wrong("the page has scrolled")

    def type(self, script: str) -> None:
        """Types it as it stands; what is between braces are keys."""
        for i, part in enumerate(script.replace("}", "{").split("{")):
            if i % 2:
                self.count(keys=1, decisions=0 if GOING.fullmatch(part) else 1)
                self.page.keyboard.press(part)
            elif part:
                self.count(keys=len(part), decisions=1)
                self.page.keyboard.type(part)

    def click(self, on: Locator, **how: Any) -> None:
        self.count(presses=1, decisions=1)
        on.click(timeout=5000, **how)

    def drag(self, source: Locator, target: Locator) -> None:
        self.count(presses=1, decisions=1)
        self.sheet.drag(source, target)

    def count(self, keys: int = 0, presses: int = 0, decisions: int = 0) -> None:
        stage = self.stages[-1]
        stage.keys += keys
        stage.presses += presses
        stage.decisions += decisions
        if self.pace:
            self.page.wait_for_timeout(1000 * (KEY * keys + DECISION * decisions))

    def expects(self, true: bool, what: str) -> None:
        if not true:
            self.wrong(f"not as expected: {what}")

    def place(self, title: str) -> str | None:
        """The lane and moment of a card."""
        cell = self.sheet.card(title).locator("xpath=ancestor::*[@data-lane and @data-moment][1]")
        found = cell.evaluate_all("cells => cells.map((one) => one.dataset.lane + ' ' + one.dataset.moment)")
        return found[0] if found else None


def build(walk: Walk) -> None:
    page, sheet = walk.page, walk.sheet
    with walk.stage("a new sheet"):
        page.goto("/")
        walk.click(page.get_by_role("link", name="Nouveau blueprint"))
        page.wait_for_url("**/new/")
        walk.type(claim.TITLE + "{Tab}{Enter}")
        page.wait_for_url("**/blueprints/*/")
        sheet.ready()
    with walk.stage("moments, who does the lanes"):
        walk.type("{ArrowUp}{ArrowUp}" + claim.MOMENTS)
        walk.click(sheet.header("lane", "Parcours client"))
        walk.type('{F2}{End} @"Nadia, locataire"{Enter}')
        walk.click(sheet.header("lane", "En contact"))
        walk.type("{F2}{End} @Gestionnaire:12{Enter}")
        walk.click(sheet.header("lane", "En coulisses"))
        walk.type('{F2}{End} @"Service indemnisation":5{Enter}')
        walk.expects(page.locator('[data-header="moment"]').count() == 10, "ten moments")
    names = ("what the customer sees", "the customer's lane", "in sight", "out of sight", "what carries it")
    first = (1, 1, 2, 2, 2)
    made = 0
    for row, (name, script, column) in enumerate(zip(names, claim.LANES, first, strict=True), start=1):
        with walk.stage(name):
            walk.click(sheet.cell(row, column))
            walk.type(script)
            made += len(claim.titles(script))
            cards = sheet.cards()
            missing = [title for title in claim.titles(script) if title not in cards]
            walk.expects(not missing, f"cards are missing: {missing}")
            walk.expects(len(cards) == made, f"{len(cards)} cards instead of {made}")


def change(walk: Walk) -> None:
    page, sheet = walk.page, walk.sheet
    with walk.stage("facts by one key"):
        walk.click(sheet.card("Reste chez elle pour l’expert").locator(".card-title"))
        walk.type("{Alt+m}{Alt+b}")
        walk.click(sheet.card("Contrôle la facture").locator(".card-title"))
        walk.type(
            "{Alt+a}{Alt+q}{Alt+r}{Alt+-}{Alt+s} #Réseau_artisans 10m{Escape}"
            "{Alt+s} #Barème 10m{Enter}{Escape}"
        )
    with walk.stage("by hand: three drags"):
        for title, row, column in (
            ("Clôt le dossier", 4, 9),
            ("Plafond taché", 1, 2),
            ("Réseau d’artisans", 5, 8),
        ):
            goal = sheet.cell(row, column)
            wanted = goal.evaluate("cell => cell.dataset.lane + ' ' + cell.dataset.moment")
            walk.drag(sheet.card(title).locator(".card-title"), goal)
            page.wait_for_timeout(300)
            walk.expects(walk.place(title) == wanted, f"{title} is dropped in {row}, {column}")
    with walk.stage("undo, rename, move, fold"):
        walk.type("{ControlOrMeta+z}{ControlOrMeta+z}{ControlOrMeta+z}")
        page.wait_for_timeout(300)
        walk.click(sheet.card("Rassure sur la suite").locator(".card-title"))
        walk.type("{F2}{End} du dossier{Enter}{Escape}")
        walk.expects("Rassure sur la suite du dossier" in sheet.cards(), "renamed")
        walk.click(sheet.card("Rassure sur la suite du dossier").locator(".card-title"))
        before = walk.place("Rassure sur la suite du dossier")
        walk.type("{ControlOrMeta+ArrowRight}")
        walk.expects(walk.place("Rassure sur la suite du dossier") != before, "moved")
        walk.type("{ControlOrMeta+z}")
        walk.expects(walk.place("Rassure sur la suite du dossier") == before, "moved back")
        walk.click(sheet.header("lane", "Support"), position={"x": 20, "y": 20})
        walk.type("{Alt+h}")
        walk.expects(page.locator(".row.lane[data-folded]").count() == 1, "folded")
        walk.type("{Alt+h}")
        walk.expects(page.locator("[data-folded]").count() == 0, "unfolded")
    with walk.stage("find, palette"):
        walk.type("{ControlOrMeta+f}vétusté{Escape}")
        page.wait_for_timeout(300)
        at = page.evaluate("document.activeElement.closest('[data-step]')?.textContent ?? ''")
        walk.expects("Conteste la vétusté" in at, f"found and focused, not {at!r}")
        walk.type("{ControlOrMeta+k}compact{Enter}")
    with walk.stage("the interview, twelve questions"):
        interview(walk)


def interview(walk: Walk) -> None:
    """Answers with the first choice, a time or a number; skips what asks for a name nobody shouts."""
    page = walk.page
    walk.type("{Alt+i}")
    dialog = page.locator("dialog.interview")
    for _ in range(12):
        asked = dialog.locator("#interview-question").inner_text(timeout=5000)
        if dialog.locator("button.interview-choice").count():
            walk.type("{1}")
        elif "temps" in asked or "avant que" in asked:
            walk.type("5 min{Enter}")
        elif "ombien" in asked:
            walk.type("400{Enter}")
        elif "outil" in asked:
            walk.type("Sinistres{Enter}")
        elif dialog.locator("[role=option]").count():
            walk.type("{1}")
        else:
            walk.type("{PageDown}")
        page.wait_for_timeout(150)
        now = dialog.locator("#interview-question").inner_text(timeout=5000)
        walk.expects(now != asked, f"the interview goes on after: {asked}")
    walk.type("{Escape}")
    walk.expects(dialog.count() == 0, "the interview is left")


def judge(walk: Walk, folder: Path) -> None:
    page, sheet = walk.page, walk.sheet
    with walk.stage("decide on two findings"):
        page.locator(".pair").first.wait_for(timeout=30_000)  # the prices are there
        walk.click(page.locator(".lists button").nth(1))
        rows = page.locator(".finding[data-finding] .because")
        walk.click(rows.nth(0))
        walk.type("{c}")
        walk.click(rows.nth(1))
        walk.type("{x}")
        walk.click(page.locator(".panel").get_by_role("button", name="Trop rare pour compter"))
        walk.expects(page.locator(".status-chip.confirmed").count() > 0, "confirmed")
    with walk.stage("a note, a flag"):
        walk.click(sheet.card("Guette une réponse").locator(".card-title"))
        walk.type("{Alt+n}Trois appels avant de savoir.{Control+Enter}")
        page.wait_for_timeout(300)
        walk.expects(page.locator(".notes-tab > .notes .note").count() == 1, "the note is there")
        walk.click(sheet.card("Redonne son adresse").locator(".card-title"))
        walk.type("{Alt+g}file d’attente{Enter}{Tab}On la redemande à chacun.{Control+Enter}")
        page.wait_for_timeout(300)
        walk.expects(page.locator(".mark-flag").count() >= 1, "the flag is on the sheet")
    with walk.stage("mirror"):
        walk.type("{Escape}{Alt+v}")
        page.locator(".mirror-card").first.wait_for(timeout=5000)
        walk.expects(page.locator(".mirror-card").count() > 0, "the mirror is there")
    with walk.stage("table"):
        walk.type("{Alt+v}")
        page.locator(".table-row").first.wait_for(timeout=5000)
        walk.expects(
            page.locator(".table-row").count() == 60, f"{page.locator('.table-row').count()} rows of 60"
        )
        walk.click(page.get_by_role("radio", name="Blueprint"))
    with walk.stage("export with decisions"):
        walk.type("{Control+Shift+E}")
        dialog = page.get_by_role("dialog", name="Exporter la feuille")
        walk.click(dialog.get_by_label("Décisions dans la légende"))
        with page.expect_download(timeout=60_000) as waiting:
            walk.click(dialog.get_by_role("button", name="Exporter en SVG"))
        file = folder / "claim.svg"
        waiting.value.save_as(file)
        check(walk, file.read_text("utf-8"))


def check(walk: Walk, svg: str) -> None:
    """Sixty steps, every title in whole, what was decided and why."""
    drawn = re.sub(r"<metadata.*?</metadata>", "", svg, flags=re.DOTALL)
    text = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", drawn)))
    cut = [title for title in claim.STEPS if title not in text and "suite" not in title]
    walk.expects(not cut, f"titles not whole on the drawing: {cut}")
    walk.expects("…" not in text, "nothing is cut with an ellipsis")
    for decided in ("confirmé", "trop rare pour compter", "file d’attente"):
        walk.expects(decided in text.casefold(), f"the legend says: {decided}")


def told(walk: Walk) -> None:
    print(f"{'':34}{'keys':>6}{'presses':>9}{'decisions':>11}{'seconds':>9}{'human':>8}{'errors':>8}")
    total = Stage("all")
    for stage in walk.stages:
        for name in ("keys", "presses", "decisions", "seconds", "errors"):
            setattr(total, name, getattr(total, name) + getattr(stage, name))
    for stage in [*walk.stages, total]:
        print(
            f"{stage.name:34}{stage.keys:6}{stage.presses:9}{stage.decisions:11}"
            f"{stage.seconds:9.1f}{stage.human:8.0f}{len(stage.errors):8}"
        )
    for stage in walk.stages:
        for error in stage.errors:
            print(f"  {stage.name}: {error}")


def main() -> int:
    wanted = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    wanted.add_argument("--human", action="store_true", help="at the pace of a person")
    wanted.add_argument("--pictures", type=Path, help="a folder for a picture of each stage")
    chosen = wanted.parse_args()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=browser_arguments())
        page = browser.new_page(
            base_url=server.address, viewport={"width": 1440, "height": 900}, locale="fr-FR"
        )
        page.set_default_timeout(10_000)
        walk = Walk(page, chosen.pictures, chosen.human)
        build(walk)
        change(walk)
        judge(walk, Path(folder))
        held(walk, server)
        browser.close()
    told(walk)
    return 1 if any(stage.errors for stage in walk.stages) else 0


def held(walk: Walk, server: Serving) -> None:
    """What the server holds at the end, and what it finds in it."""
    api = Api(server)
    document = api.document(walk.sheet.blueprint)
    found = api.call(f"{walk.sheet.blueprint}/friction/")["findings"]
    walk.expects(len(document["steps"]) == 60, f"{len(document['steps'])} steps of 60 are held")
    print(
        ", ".join(
            f"{len(document[kind])} {kind}" for kind in ("steps", "links", "tools", "information", "actors")
        ),
        f"{len(found)} findings of {len({one['detector'] for one in found})} kinds",
        sep=", ",
    )


if __name__ == "__main__":
    sys.exit(main())
