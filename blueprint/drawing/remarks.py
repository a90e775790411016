"""What people wrote, as the legend tells it: decisions, and notes with who wrote them and when."""

from __future__ import annotations

from blueprint.document import Review, ReviewNote
from blueprint.drawing.words import Words
from blueprint.text import day


def told_of(review: Review | None, words: Words) -> tuple[str, ...]:
    """What was decided, in a line, and the notes of its thread, each in a paragraph."""
    if review is None:
        return (words("review.open"),)
    facts = [words("review." + review.status)]
    if review.reason:
        facts.append(words("review.reason", reason=review.reason))
    if review.owner:
        facts.append(words("review.owner", owner=review.owner))
    if review.due:
        facts.append(words("review.due", day=day(words.language, review.due)))
    if review.effort is not None and review.effort != "":
        effort = review.effort if isinstance(review.effort, str) else words.number(review.effort)
        facts.append(words("review.effort", effort=effort))
    return (" · ".join(facts), *(_note(note, words) for note in review.notes))


def signed(note: ReviewNote, words: Words) -> str:
    """Who wrote it, when, and how many images belong to it."""
    images = [words("note.images", count=len(note.images))] if note.images else []
    when = [day(words.language, note.at)] if note.at else []
    return ", ".join([*([note.by] if note.by else []), *when, *images])


def _note(note: ReviewNote, words: Words) -> str:
    by = signed(note, words)
    said = words("note.told", kind=words("note." + note.kind), text=note.text)
    return f"{said} ({by})" if by else said
