"""Sentences in French and English: one flat catalogue a language, numbers and lists as each writes them.

`say("fr", "problem.dangling", …)` fills a sentence of `locale/fr/*.json`. Values are data, never sentences:
what a person wrote is put in as it is. In a sentence, `{n}` writes a number as the language does, and a value
may ask for more:

    {m:minutes}   a number of minutes        {ids:list}   A, B, C (cut after twelve)
    {names:and}   A, B and C                 {names:or}   A, B or C
    {name:quote}  “A” or « A »               {x:exact}    a number with every digit it has
    {n:count step|steps}   1 step, 7 steps   {kind:say no}   the sentence with the key `no.<value of kind>`
    {names:word step|steps}   the word for as many names, without their number
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

LANGUAGES = ("fr", "en")
NARROW = "\u202f"  # narrow no-break space: thousands in French, and before ; ! ? and %
NO_BREAK = "\u00a0"  # no-break space: before a unit, before : and inside « »
MINUS = "\u2212"  # as wide as a plus; a hyphen is none
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LISTED = 12  # how many names a cut list shows


def say(language: str, key: str, **values: Any) -> str:
    """The sentence `key` in `language`, with `values` in it. A key or value that is missing is a KeyError."""
    return _Sentence(language).vformat(catalogue(language)[key], (), values)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All sentences of a language, from every file of its folder. A key that two files give is an error."""
    if language not in LANGUAGES:
        raise KeyError(language)
    sentences: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / "locale" / language).glob("*.json")):
        for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
            if key in sentences:
                raise ValueError(f"{path}: the key {key} stands in another file too")
            sentences[key] = sentence
    return sentences


def number(language: str, value: float, digits: int = 2) -> str:
    """`value` rounded to `digits` decimals, without zeros that say nothing: 2.2, or 2,2 in French."""
    text = f"{value:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text.replace("-", MINUS)
    if language == "fr":
        return text.replace(",", NARROW).replace(".", ",")
    return text


def minutes(language: str, value: float) -> str:
    """A duration in minutes with its unit: to a tenth, and from an hour on in hours and minutes, 17 h 35."""
    if abs(round(value, 1)) < 60:
        return number(language, value, 1) + NO_BREAK + "min"
    hours, rest = divmod(round(abs(value)), 60)
    text = number(language, hours) + NO_BREAK + "h" + (f"{NO_BREAK}{rest:02}" if rest else "")
    return MINUS + text if value < 0 else text


def day(language: str, when: str) -> str:
    """The day of a date, or date and time: 12/03/2026, or 12 Mar 2026 in English."""
    year, month, date = when[:10].split("-")
    if language == "fr":
        return f"{date}/{month}/{year}"
    return f"{int(date)}{NO_BREAK}{MONTHS[int(month) - 1]}{NO_BREAK}{year}"


def joined(language: str, names: Sequence[str], last: str = "and") -> str:
    """A, B and C; `last` is the word before the last: "and" or "or"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + f" {say(language, 'word.' + last)} {names[-1]}"


def listed(language: str, names: Sequence[str]) -> str:
    """A, B, C; a long list is cut and says how many more there are; an empty one says so."""
    if not names:
        return say(language, "word.none")
    more = len(names) - LISTED
    text = ", ".join(names[:LISTED])
    return text + say(language, "word.more", more=more) if more > 0 else text


def quoted(language: str, text: str) -> str:
    """The text in the quotation marks of the language."""
    return f"«{NO_BREAK}{text}{NO_BREAK}»" if language == "fr" else f"“{text}”"


def line(text: str, limit: int = 200) -> str:
    """A person's text on one line of a terminal: no control characters, and cut where it is very long."""
    kept = NARROW + NO_BREAK
    shown = "".join(one if one.isprintable() or one in kept else " " for one in text[: limit + 1])
    return shown[:limit] + "…" if len(shown) > limit else shown


class _Sentence(Formatter):
    """Formats a sentence of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, spec: str) -> str:
        language = self.language
        name, _, argument = spec.partition(" ")
        match name:
            case "":
                return number(language, value) if _is_number(value) else str(value)
            case "exact":
                text = f"{value:.12g}"
                return text.replace(".", ",") if language == "fr" else text
            case "minutes":
                return minutes(language, value)
            case "and" | "or":
                return joined(language, value, name)
            case "list":
                return listed(language, value)
            case "quote":
                return quoted(language, value)
            case "count":
                return f"{number(language, value)}{NO_BREAK}{self.word(value, argument)}"
            case "word":
                return self.word(len(value), argument)
            case "say":
                return say(language, f"{argument}.{value}")
        raise ValueError(f"no such form in a sentence: {spec}")

    def word(self, count: float, forms: str) -> str:
        one, many = forms.split("|")
        single = abs(count) < 2 if self.language == "fr" else count == 1
        return one if single else many


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
