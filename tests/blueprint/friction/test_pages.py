"""The pages of the detectors are true: their examples are executed and their limits are the catalogue's."""

import re
from pathlib import Path

import pytest

from blueprint.catalogue import DETECTORS
from blueprint.document import parse
from blueprint.friction import detector_ids
from blueprint.text import say
from tests.blueprint.friction.seen import found

FOLDERS = {
    "en": Path(__file__).parents[3] / "docs/friction",
    "fr": Path(__file__).parents[3] / "docs/friction/fr",
}
# ```json friction f1 b1, f2   a block in which the detector finds exactly these findings, by their steps
# ```json quiet               a block in which it finds nothing
BLOCK = re.compile(r"^```json (friction|quiet)(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(detector, language):
    return (FOLDERS[language] / f"{detector}.md").read_text(encoding="utf-8")


def examples():
    for language in FOLDERS:
        for detector in detector_ids():
            for number, (kind, steps, text) in enumerate(BLOCK.findall(page(detector, language)), start=1):
                name = f"{language}-{detector}-{number}-{kind}"
                yield pytest.param(
                    detector, [one.strip() for one in steps.split(",") if one.strip()], text, id=name
                )


@pytest.mark.parametrize(("detector", "expected", "text"), list(examples()))
def test_an_example_shows_what_the_page_says(detector, expected, text):
    assert found(parse(text), detector) == sorted(expected, key=str.split)


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("detector", detector_ids())
def test_a_page_has_its_title_friction_quiet_and_limits(detector, language):
    text = page(detector, language)
    kinds = [kind for kind, *_ in BLOCK.findall(text)]
    assert text.startswith(f"# {say(language, f'{detector}.title')} (`{detector}`)\n")
    assert "friction" in kinds and "quiet" in kinds
    stated = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", text, re.MULTILINE))
    assert stated == {name: f"{value:g}" for name, value in DETECTORS[detector].items()}


def test_there_is_no_page_without_its_detector():
    for folder in FOLDERS.values():
        assert {path.stem for path in folder.glob("*.md")} == set(detector_ids())
