"""From phrases to sentences: what a detector means, in the reader's language."""

from __future__ import annotations

from typing import Any

from blueprint.friction.base import Detector, Fix, Phrase, Sighting
from blueprint.text import quoted, say

LISTED = 6  # how many names a sentence holds; the others are counted
SOURCE = "Reijers & Liman Mansar, Best practices in business process redesign, Omega 33 (2005)"


def sentence(language: str, phrase: Phrase) -> str:
    """The phrase in words. A text is put in as it is (the sentence quotes it), texts in a list in quotes."""
    return say(
        language, phrase.key, **{name: _said(language, value) for name, value in phrase.values.items()}
    )


def fixes(language: str, detector: Detector, sighting: Sighting) -> tuple[Fix, ...]:
    """The redesign moves of a finding, with the same values in their sentences as in its reason."""
    return tuple(
        Fix(
            heuristic=heuristic,
            title=say(language, f"heuristic.{_slug(heuristic)}"),
            sentence=sentence(
                language, Phrase(f"{detector.id}.fix.{_slug(heuristic)}", sighting.because.values)
            ),
            source=SOURCE,
        )
        for heuristic in detector.fixes
    )


def _slug(heuristic: str) -> str:
    return heuristic.replace(" ", "-")


def _said(language: str, value: Any) -> Any:
    if isinstance(value, Phrase):
        return sentence(language, value)
    if isinstance(value, list | tuple):
        words = [
            quoted(language, one) if isinstance(one, str) else _said(language, one) for one in value[:LISTED]
        ]
        more = len(value) - LISTED
        return [*words, say(language, "friction.others", more=more)] if more > 0 else words
    return value
