"""Amounts as they are reckoned with. A document may say any number that a double holds, but the product of a
few such is none any more. So two million years, in minutes, stand for what is longer, and 0 for a trillionth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from blueprint.document import Document, Element

LARGEST, SMALLEST = 1e12, 1e-12
Part = TypeVar("Part", bound=Element)


def bounded(document: Document) -> Document:
    """The document with no amount above `LARGEST`, and 0 for what is below `SMALLEST`: nearly always itself.
    Takes time in proportion to the elements.
    """
    changes: dict[str, Sequence[Element]] = {
        "actors": _all(document.actors, "headcount", "hours_per_month"),
        "tools": _all(document.tools, "latency_s"),
        "information": _all(document.information, "delay_min", "reviewed_days_ago"),
        "steps": [
            _with(
                _one(step, "work_min", "wait_min"),
                uses=_all(step.uses, "times"),
                information=_all(step.information, "work_min", "within_min"),
            )
            for step in document.steps
        ],
    }
    return _with(_one(document, "cases_per_month", "cost_per_hour"), **changes)


def _all(parts: Iterable[Part], *names: str) -> list[Part]:
    return [_one(part, *names) for part in parts]


def _one(part: Part, *names: str) -> Part:
    """The part with these amounts bounded: itself where they are."""
    changes = {}
    for name in names:
        amount = getattr(part, name)
        if amount and not SMALLEST <= amount <= LARGEST:
            changes[name] = LARGEST if amount > LARGEST else 0.0
    return part.model_copy(update=changes) if changes else part


def _with(part: Part, **lists: Sequence[Element]) -> Part:
    """The part with these lists, itself where they hold what they held."""
    changed = {
        name: elements
        for name, elements in lists.items()
        if any(new is not old for new, old in zip(elements, getattr(part, name), strict=True))
    }
    return part.model_copy(update=changed) if changed else part
