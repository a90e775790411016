"""The sentences of the drawing in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from blueprint import text
from blueprint.text import NO_BREAK


@dataclass(frozen=True)
class Words:
    """Says the sentences `drawing.…` of a language: `words("card.share", percent=30)`."""

    language: str

    def __call__(self, key: str, **values: Any) -> str:
        return text.say(self.language, f"drawing.{key}", **values)

    def number(self, value: float) -> str:
        return text.number(self.language, value, 1)

    def minutes(self, value: float) -> str:
        return text.minutes(self.language, value)

    def quoted(self, words: str) -> str:
        return text.quoted(self.language, words)


def duration(words: Words, minutes: float) -> str:
    """Minutes as one says them: 30 s, 5 min, 2 h, 2 h 30."""
    if 0 < minutes < 1:
        return f"{words.number(minutes * 60)}{NO_BREAK}s"
    if minutes < 60:
        return words.minutes(minutes)
    hours, rest = divmod(round(minutes), 60)
    spoken = f"{words.number(hours)}{NO_BREAK}h"
    return f"{spoken}{NO_BREAK}{rest:02d}" if rest else spoken
