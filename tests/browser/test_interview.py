"""The interview over a whiteboard's sheet: answers of one key or one word, and a diagnosis that sharpens."""

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

HEARD = 15_000  # milliseconds until an analysis is there, on a machine that does much else
QUESTIONS = 200  # more than this sheet has


def stripped(document: dict[str, Any]) -> dict[str, Any]:
    """What a whiteboard holds: titles, links and feelings."""

    def only(key: str, *fields: str) -> list[dict[str, Any]]:
        return [{name: entry[name] for name in fields if name in entry} for entry in document[key]]

    kept = {key: document[key] for key in ("format", "title", "language", "phases", "moments")}
    return kept | {
        "lanes": only("lanes", "id", "kind", "title"),
        "steps": only("steps", "id", "lane", "moment", "title", "emotion"),
        "links": only("links", "id", "source", "target"),
    }


@pytest.fixture
def board() -> dict[str, Any]:
    return stripped(json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8")))


class Interview:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.locator("dialog.interview")

    @property
    def question(self) -> Locator:
        return self.dialog.locator("#interview-question")

    def reach(self, words: str) -> None:
        """Skips until the question says this; what was skipped is asked again at the end."""
        for _ in range(QUESTIONS):
            asked = self.question.inner_text()
            if words in asked:
                return
            if self.dialog.locator(".interview-done").count() > 0:
                self.dialog.locator(".interview-done button").first.click()
            else:
                self.page.keyboard.press("PageDown")
            expect(self.question).not_to_have_text(asked)
        raise AssertionError(f"never asked: {words}")

    def answer(self, words: str, *keys: str) -> None:
        self.reach(words)
        for key in keys[:-1]:
            self.page.keyboard.type(key)
        self.page.keyboard.press(keys[-1])
        expect(self.question).not_to_contain_text(words)

    def findings(self, number: int) -> None:
        counted = self.dialog.locator(".interview-counts dt").first
        expect(counted).to_have_text(re.compile(rf"^\s*{number} "), timeout=HEARD)


def opened(page: Page, api: Api, document: dict[str, Any]) -> tuple[Sheet, Interview]:
    sheet = Sheet(page)
    sheet.open(api.create(document))
    expect(page.locator("#findings-button")).to_contain_text("4", timeout=HEARD)
    return sheet, Interview(page)


def test_answers_of_one_key_or_one_word_bring_friction_to_light(
    page: Page, api: Api, board: dict[str, Any]
) -> None:
    sheet, interview = opened(page, api, board)
    sheet.card("Demande un accord").focus()
    sheet.keys("Alt+i")
    expect(interview.question).to_have_text("Quelle étape du client décide de tout\u202f?")
    interview.findings(4)
    sheet.keys("3")  # "Attend devant la vendeuse": the next question comes at once
    expect(interview.question).not_to_contain_text("décide de tout")

    interview.answer("Chef de rayon valide\u00a0»\u00a0: est\u2060-\u2060ce", "o")
    interview.answer("Directeur valide\u00a0»\u00a0: est\u2060-\u2060ce", "1")
    interview.findings(5)
    revealed = interview.dialog.locator(".interview-revealed")
    expect(revealed).to_contain_text(re.compile("révèle(nt)?\u00a0: Validations empilées"), timeout=HEARD)
    expect(revealed).to_contain_text("Directeur valide")

    interview.answer("Dans quel outil se fait «\u00a0Consulte le stock", "Stock mobile", "Enter")
    interview.answer("Combien de temps «\u00a0Stock mobile", "130 s", "Enter")
    interview.answer("avant que «\u00a0Directeur valide", "1h30", "Enter")
    interview.findings(7)

    # Each answer was one change, with its own way back.
    changes = api.call(f"{sheet.blueprint}/changes/?after=0")["changes"]
    assert len([change for change in changes if change["label"].startswith("Entretien")]) == 6
    sheet.keys("ControlOrMeta+z")
    expect(interview.question).to_contain_text("avant que «\u00a0Directeur valide")
    interview.findings(6)

    sheet.keys("Escape")
    expect(interview.dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('[data-step]').dataset.step") == "f3"
    sheet.saved()
    steps = {step["id"]: step for step in api.document(sheet.blueprint)["steps"]}
    assert steps["c3"]["moment_of_truth"] is True
    assert (steps["b1"]["kind"], steps["b2"]["kind"]) == ("approval", "approval")
    assert steps["f2"]["uses"] == [{"tool": api.document(sheet.blueprint)["tools"][0]["id"]}]


def test_what_nobody_knows_is_not_asked_again_on_this_page(
    page: Page, api: Api, board: dict[str, Any]
) -> None:
    sheet, interview = opened(page, api, board)
    sheet.keys("Alt+i")
    first = interview.question.inner_text()
    sheet.keys("?")
    expect(interview.question).not_to_have_text(first)
    sheet.keys("Escape")
    page.reload()
    sheet.ready()
    sheet.keys("Alt+i")
    expect(interview.question).to_be_visible()
    expect(interview.question).not_to_have_text(first)
    sheet.keys("Backspace")  # nothing was asked before: it says so and stays
    expect(interview.question).not_to_have_text(first)


def test_it_stays_on_a_moment_by_keys(page: Page, api: Api, board: dict[str, Any]) -> None:
    sheet, interview = opened(page, api, board)
    sheet.keys("Alt+i")
    moments = interview.dialog.get_by_label("Instant")
    moments.focus()
    moments.select_option(label="Relance")
    asked = set()
    while interview.dialog.locator(".interview-asked").count() > 0:
        where = interview.dialog.locator(".interview-where").inner_text()
        asked.add(where)
        sheet.keys("PageDown")
    assert asked
    assert all("Relance" in where or "Processus" in where or "étape" in where for where in asked)
    expect(interview.question).to_have_text("Plus rien à demander à cet endroit.")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_on_a_phone_by_touch_without_a_violation(
    page: Page, api: Api, board: dict[str, Any], language: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    _, interview = opened(page, api, board)
    page.locator(".interview-button").click()
    expect(interview.question).to_be_visible()
    assert violations(page) == ""
    interview.dialog.get_by_role("option", name="Rappelle pour savoir").click()
    skip = interview.dialog.locator(".interview-way", has_text={"fr": "Passer", "en": "Skip"}[language])
    choices = interview.dialog.locator("button.interview-choice")
    while choices.count() == 0:
        skip.click()
    assert violations(page) == ""
    assert page.evaluate("document.querySelector('dialog.interview').scrollWidth") == 360
    for target in interview.dialog.locator("button, select, [role=option]").all():
        box = target.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24
    asked = interview.question.inner_text()
    choices.first.click()
    expect(interview.question).not_to_have_text(asked)
    interview.dialog.locator(".interview-leave").click()
    expect(interview.dialog).to_have_count(0)
