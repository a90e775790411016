"""Sentences: the same keys and placeholders in both languages, typography, numbers and lists."""

import re
from string import Formatter

import pytest

from blueprint.text import LANGUAGES, catalogue, joined, line, listed, minutes, number, quoted, say

N, B = "\u202f", "\u00a0"


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_both_languages_say_the_same() -> None:
    french, english = catalogue("fr"), catalogue("en")
    assert set(french) == set(english)
    differing = [key for key in french if placeholders(french[key]) != placeholders(english[key])]
    assert differing == []


def test_french_has_french_typography() -> None:
    wrong = re.compile(rf"'|[^{N}][;!?%]|[^{B}]:(?!\d)| [:;!?%»]|« |«[^{B}]|[^{B}]»")
    plain = {key: re.sub(r"\{[^}]*\}", "x", sentence) for key, sentence in catalogue("fr").items()}
    assert [key for key, sentence in plain.items() if wrong.search(sentence.removeprefix(B))] == []


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (2.2, "2,2", "2.2"),
        (2.0, "2", "2"),
        (0.125, "0,12", "0.12"),
        (-0.001, "0", "0"),
        (-1.5, "−1,5", "−1.5"),
        (1234567, f"1{N}234{N}567", "1,234,567"),
        (1200.5, f"1{N}200,5", "1,200.5"),
        (100, "100", "100"),
    ],
)
def test_numbers(value: float, french: str, english: str) -> None:
    assert (number("fr", value), number("en", value)) == (french, english)


def test_minutes_and_quotes() -> None:
    assert (minutes("fr", 2.25), minutes("en", 8)) == (f"2,2{B}min", f"8{B}min")
    assert (minutes("fr", 59.94), minutes("fr", 59.96)) == (f"59,9{B}min", f"1{B}h")
    assert (minutes("fr", 1054.8), minutes("en", -65)) == (f"17{B}h{B}35", f"−1{B}h{B}05")
    assert (quoted("fr", "CRM"), quoted("en", "CRM")) == (f"«{B}CRM{B}»", "“CRM”")


def test_lists() -> None:
    assert [joined("fr", list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A et B", "A, B et C"]
    assert joined("en", ["A", "B", "C"], "or") == "A, B or C"
    assert (listed("fr", []), listed("en", [])) == ("aucun", "none")
    assert listed("en", [*"ABCDEFGHIJKLMN"]) == "A, B, C, D, E, F, G, H, I, J, K, L … and 2 more"


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(0, f"0{B}étape", f"0{B}steps"), (1, f"1{B}étape", f"1{B}step"), (7, f"7{B}étapes", f"7{B}steps")],
)
def test_one_and_many(count: int, french: str, english: str) -> None:
    values = {"title": "T", "phases": 2, "moments": 2, "lanes": 2, "links": 2, "steps": count}
    assert french in say("fr", "check.good", **values)
    assert english in say("en", "check.good", **values)


@pytest.mark.parametrize(
    ("names", "said"),
    [(["A"], "à l’étape A sans y avoir accès"), (["A", "B"], "aux étapes A et B sans y avoir accès")],
)
def test_the_word_before_several_names(names: list[str], said: str) -> None:
    assert said in say("fr", "access-gap.because", actor="Vendeuse", tool="CRM", steps=names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_person_wrote_is_data(language: str) -> None:
    title = "{steps} {0} %s 100% {title.__class__}"
    assert title in say(language, "check.good", title=title, phases=1, moments=1, lanes=1, steps=1, links=1)


def test_a_key_or_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("fr", "no.such.key")
    with pytest.raises(KeyError):
        say("fr", "problem.syntax")
    with pytest.raises(KeyError):
        say("de", "word.and")


def test_one_line_for_a_terminal() -> None:
    assert line("a\nb\t\x1b[31m\u202ec é 👩") == "a b  [31m c é 👩"
    assert line("x" * 300, 10) == "x" * 10 + "…"
