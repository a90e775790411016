"""What people wrote: notes, and what they said of findings. Drawn only on the complete sheet."""

from __future__ import annotations

from blueprint.document import Document, Review, ReviewNote
from blueprint.drawing.words import Words
from blueprint.graph import BlueprintGraph


def reviews_of(document: Document, words: Words) -> dict[str, str]:
    """Finding or flag -> what was said of it, in one paragraph."""
    return {review.finding: _told(review, words) for review in document.reviews}


def notes_of(graph: BlueprintGraph, words: Words) -> list[tuple[str, str]]:
    """Each note: its kind with what it stands on, and its text with who wrote it."""
    found = []
    for note in graph.document.notes:
        kind = words("note." + note.kind)
        found.append((f"{kind} · {graph.title(note.on)}" if note.on else kind, _signed(note)))
    return found


def _told(review: Review, words: Words) -> str:
    facts = [words("review." + review.status), review.reason, review.owner, review.due or ""]
    if review.effort is not None:
        effort = review.effort if isinstance(review.effort, str) else words.number(review.effort)
        facts.append(words("review.effort", effort=effort))
    facts += [_signed(note) for note in review.notes]
    return " · ".join(fact for fact in facts if fact)


def _signed(note: ReviewNote) -> str:
    return f"{note.text} ({note.by})" if note.by else note.text
