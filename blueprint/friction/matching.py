"""The same friction, found again after its elements changed: half or more of those it had must be there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from blueprint.friction.base import Finding

SHARED = 0.5  # the least part of the earlier elements that a finding must share

Earlier = TypeVar("Earlier")


def closest(
    finding: Finding, earlier: Iterable[Earlier], elements: Callable[[Earlier], Sequence[str]]
) -> Earlier | None:
    """Of these, all with elements and of the finding's detector, the one that shares most with it; of equals
    the first. None where none shares half.
    """
    own = set(finding.per)
    best, most = None, 0.0
    for one in earlier:
        there = elements(one)
        share = sum(element in own for element in there) / len(there)
        if share >= SHARED and share > most:
            best, most = one, share
    return best
