"""Breaking text into lines: whole words, nothing lost, and the way a text is read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing import fonts
from blueprint.drawing.lines import graphemes, right_to_left, wrap

WORDS = st.lists(st.text(alphabet="abcdefghijélmnop’", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS, st.integers(90, 300))
def test_words_that_fit_a_line_are_never_broken_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width, 12)
    assert " ".join(lines).split(" ") == words
    assert all(fonts.width(line, 12) <= width for line in lines)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Zs", "Zl", "Zp", "Cc"))))
def test_a_word_of_any_length_loses_nothing(word: str) -> None:
    assert "".join(wrap(word, 40, 12)) == word


def test_a_word_wider_than_the_line_breaks_between_characters_as_seen() -> None:
    family, accent = "👩‍👩‍👧", "e\u0301"
    lines = wrap((family + accent) * 12, 60, 12)
    assert len(lines) > 1
    assert [sign for line in lines for sign in graphemes(line)] == [family, accent] * 12


def test_a_line_does_not_break_at_a_no_break_space() -> None:
    assert wrap("attend 10\u00a0min ici", 70, 12) == ["attend", "10\u00a0min ici"]


def test_the_first_line_may_be_shorter() -> None:
    assert wrap("moment de vérité", 100, 12, first=60) == ["moment", "de vérité"]
    # A word that fits a whole line is not broken for the sake of a shortened one.
    assert wrap("incommensurable", 100, 12, first=20) == ["", "incommensurable"]


def test_chinese_breaks_without_spaces_and_keeps_closing_marks() -> None:
    lines = wrap("顧客は店員に尋ねる。", 62, 12)
    assert len(lines) == 3
    assert not any(line.startswith("。") for line in lines)


def test_flags_and_skin_tones_are_one_sign() -> None:
    assert graphemes("🇫🇷🇨🇭👍🏽") == ["🇫🇷", "🇨🇭", "👍🏽"]
    hangul = unicodedata.normalize("NFD", "한국")
    assert graphemes(hangul) == [unicodedata.normalize("NFD", "한"), unicodedata.normalize("NFD", "국")]


@pytest.mark.parametrize(
    ("text", "expected"), [("שלום world", True), ("(مرحبا)", True), ("Bonjour שלום", False), ("123", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert right_to_left(text) is expected
