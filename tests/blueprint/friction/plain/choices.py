"""Friction in the ways in: channels among which customers have to choose, and tools that mirror them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from tests.blueprint.friction.plain.words import Seen, Sheet


class Maze(NamedTuple):
    decision: str | None
    branches: list[str]

    def steps(self) -> set[str]:
        return {*self.branches, self.decision} - {None}


def channel_maze(sheet: Sheet) -> Iterator[Seen]:
    for maze in _mazes(sheet):
        yield Seen(maze.steps())


def entry_mirror(sheet: Sheet) -> Iterator[Seen]:
    for maze in _mazes(sheet):
        tools = [_tools_behind(sheet, branch) for branch in maze.branches]
        equipped = [names for names in tools if names]
        if len(equipped) >= 3 and all(one.isdisjoint(two) for one, two in combinations(equipped, 2)):
            yield Seen(maze.steps())


def _mazes(sheet: Sheet) -> list[Maze]:
    """The decisions, and the set of entries, that have three different channels or more."""
    entries = {step for step in sheet.customers if not sheet.previous[step] & sheet.customers}
    decisions = [step for step in sheet.customers if sheet.steps[step].kind == "decision"]
    ways = [(None, entries), *((step, sheet.next[step] & sheet.customers) for step in decisions)]
    mazes = [
        Maze(decision, [step for step in steps if sheet.steps[step].channel is not None])
        for decision, steps in ways
    ]
    return [maze for maze in mazes if len({sheet.steps[step].channel for step in maze.branches}) >= 3]


def _tools_behind(sheet: Sheet, branch: str) -> set[str]:
    return {use.tool for step in sheet.behind[branch] for use in sheet.steps[step].uses}
