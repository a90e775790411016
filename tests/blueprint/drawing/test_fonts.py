"""The sheet's fonts: widths, the embedded subset, outlines."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from blueprint.drawing import fonts


def subset(css: str) -> TTFont:
    found = re.search(r"base64,([A-Za-z0-9+/=]+)", css)
    assert found
    return TTFont(io.BytesIO(base64.b64decode(found[1])))


def test_a_width_is_the_sum_of_the_advances_and_grows_with_the_size() -> None:
    assert fonts.width("Réclamation", 20) == pytest.approx(2 * fonts.width("Réclamation", 10))
    assert fonts.width("ab", 12) == pytest.approx(fonts.width("a", 12) + fonts.width("b", 12))
    assert fonts.width("Paie", 12, "bold") > fonts.width("Paie", 12)


@pytest.mark.parametrize("text", ["Ÿ œ Œ € « » ’ – — … × −", "Ωмир", "a\u202f!\u00a0:", "e\u0301"])
def test_the_font_has_what_french_and_its_neighbours_need(text: str) -> None:
    assert fonts.covers(text)


@pytest.mark.parametrize("char", ["日", "😀", "א", "ع", "★"])
def test_what_it_lacks_is_given_room(char: str) -> None:
    assert not fonts.covers(char)
    assert fonts.width(char, 10) >= 8


def test_the_subset_holds_what_is_shown_and_little_more() -> None:
    font = subset(fonts.embedded({"semibold": "Paie"}))
    assert set(map(chr, font.getBestCmap())) == set("Paie ")
    assert font["OS/2"].usWeightClass == 600
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert "GPOS" not in font


def test_marks_keep_what_places_them() -> None:
    assert "GPOS" in subset(fonts.embedded({"regular": "e\u0301q\u0301"}))


def test_an_outline_begins_where_it_is_told() -> None:
    path = fonts.outline("l", 100, "regular", 50, 200)
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
    assert path.startswith("M")
    assert min(numbers) >= 50
    assert max(numbers) <= 200
