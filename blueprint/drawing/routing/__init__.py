"""Links around cards: what a router is given and what it answers.

A router sees numbers only: where cards stand in the grid and which are linked. It never sees a person's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

Point = tuple[float, float]
Rect = tuple[float, float, float, float]  # left, top, right, bottom


class Router(Protocol):
    """Finds ways around cards that stand where they stand."""

    def route(self, rects: Sequence[Rect], links: Sequence[tuple[int, int]]) -> list[list[Point]] | None:
        """The corners of each link, or None where there is no answer that may be drawn."""


@dataclass(frozen=True)
class Spot:
    """The place of a card in the grid: its cell, and its place in the stack of that cell."""

    row: int
    column: int
    place: int


@dataclass
class Grid:
    """Which cells hold what. Cells may be `taken` by what is no card: no link runs through either."""

    rows: int
    columns: int
    spots: list[Spot]
    taken: set[tuple[int, int]] = field(default_factory=set)
    heights: dict[tuple[int, int], int] = field(default_factory=dict)  # cards in each cell

    def __post_init__(self) -> None:
        for spot in self.spots:
            cell = (spot.row, spot.column)
            self.heights[cell] = max(self.heights.get(cell, 0), spot.place + 1)
        filled = self.taken | set(self.heights)
        self._across = [
            _sums((row, column) in filled for column in range(self.columns)) for row in range(self.rows)
        ]
        self._down = [
            _sums((row, column) in filled for row in range(self.rows)) for column in range(self.columns)
        ]

    def clear_across(self, row: int, first: int, last: int) -> bool:
        """Whether the cells of `row` from column `first` to `last`, both included, are empty."""
        return last < first or self._across[row][last + 1] == self._across[row][first]

    def clear_down(self, column: int, first: int, last: int) -> bool:
        """Whether the cells of `column` from row `first` to `last`, both included, are empty."""
        return last < first or self._down[column][last + 1] == self._down[column][first]

    def is_first(self, spot: Spot) -> bool:
        return spot.place == 0

    def is_last(self, spot: Spot) -> bool:
        return spot.place + 1 == self.heights[spot.row, spot.column]


def runs_through(
    rects: Sequence[Rect], lines: Sequence[Sequence[Point]], inside: float = 1.0
) -> list[tuple[int, int]]:
    """(link, card) for each card that a link runs through, `inside` or deeper. Its own cards count as well: a
    link touches them at its two ends only. O(links x cards)."""
    found = []
    for index, line in enumerate(lines):
        pieces = list(pairwise(line))
        for card, (left, top, right, bottom) in enumerate(rects):
            for (x0, y0), (x1, y1) in pieces:
                across = min(x0, x1) < right - inside and max(x0, x1) > left + inside
                if across and min(y0, y1) < bottom - inside and max(y0, y1) > top + inside:
                    found.append((index, card))
                    break
    return found


def _sums(flags: Iterable[bool]) -> list[int]:
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    return sums
