"""What is wrong, where, and how to mend it: the same shape for a document, a change and a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from blueprint.text import say

SHOWN = 20  # problems an error carries; beyond, it says that there are more


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `place` is a path such as `steps[3].lane`, empty for the whole."""

    place: str
    code: str
    values: dict[str, Any] = field(default_factory=dict)

    def message(self, language: str = "en") -> str:
        """What is wrong, in one sentence without its place."""
        return say(language, f"problem.{self.code}", **self.values)

    def mend(self, language: str = "en") -> str:
        """What to do about it, in one sentence."""
        close = self.values.get("close")
        if close:
            return say(language, "mend.close", close=close)
        return say(language, f"mend.{self.code}", **self.values)

    def line(self, language: str = "en") -> str:
        """Place and message on one line."""
        colon = say(language, "word.colon")
        return f"{self.place}{colon}{self.message(language)}" if self.place else self.message(language)

    def __str__(self) -> str:
        return self.line("en")


class DocumentError(ValueError):
    """A document that is wrong, of which nothing is taken. `more` says that not all problems are listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems[:SHOWN])
        self.more = len(problems) > SHOWN
        super().__init__("\n".join(str(problem) for problem in self.problems))


def closest(word: str, words: Sequence[str]) -> str:
    """The word that was probably meant, or an empty text."""
    found = get_close_matches(word[:64], words[:5000], n=1, cutoff=0.6)
    return found[0] if found else ""
