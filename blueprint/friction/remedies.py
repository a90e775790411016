"""Remedies: what is different in a blueprint once a friction is gone, as data.

One remedy is read in two ways: as other times of the same steps (`Variants`), which prices thousands of
combinations at once, and as another blueprint (`carry_out` in carrying.py). Both give the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from blueprint.course import Minutes, Times, product
from blueprint.flow import Flow

Combinations = NDArray[np.bool_]  # combinations x remedies


@dataclass(frozen=True)
class Saving:
    """Minutes that leave the work of a step."""

    step: str
    minutes: float
    assumed: bool = False  # a default of the detector, not a value of the blueprint


@dataclass(frozen=True)
class Feed:
    """A tool hands information on to another without a hand."""

    tool: str
    information: str
    to: str


@dataclass(frozen=True)
class Remedy:
    """What no longer is, or is now. Everything may be empty."""

    savings: tuple[Saving, ...] = ()
    passed_over: tuple[str, ...] = ()  # steps that cases no longer go through
    instant: tuple[str, ...] = ()  # steps that no longer take any time
    quick: tuple[str, ...] = ()  # tools that make nobody wait
    cut: tuple[str, ...] = ()  # rework links that nobody takes
    dropped: tuple[tuple[str, int], ...] = ()  # exchanges: the step, and the place in its list
    feeds: tuple[Feed, ...] = ()
    alone: tuple[str, ...] = ()  # steps that decide alone
    one_tool: tuple[str, ...] = ()  # the actors who do all their steps with one tool


def together(remedies: Sequence[Remedy]) -> Remedy:
    """All of them at once. What several of them say counts once; savings add up."""
    joint = {
        field.name: tuple(dict.fromkeys(one for remedy in remedies for one in getattr(remedy, field.name)))
        for field in fields(Remedy)
        if field.name != "savings"
    }
    savings = tuple(saving for remedy in remedies for saving in remedy.savings)
    return Remedy(savings=savings, **joint)


class Variants:
    """The times of a blueprint in which some of these remedies are carried out."""

    def __init__(self, flow: Flow, remedies: Sequence[Remedy]) -> None:
        graph, place = flow.graph, flow.network.place
        self.count = len(remedies)
        self._flow = flow
        size, loops = len(graph.order), [loop.id for loop in flow.loops]
        tools = list(dict.fromkeys(tool for remedy in remedies for tool in remedy.quick))
        self._saved = np.zeros((self.count, size))
        self._saved_assumed = np.zeros((self.count, size))
        self._gone = np.zeros((self.count, size))
        self._quick = np.zeros((self.count, len(tools)))
        self._cut = np.zeros((self.count, len(loops)))
        for number, remedy in enumerate(remedies):
            for saving in remedy.savings:
                into = self._saved_assumed if saving.assumed else self._saved
                into[number, place[saving.step]] += saving.minutes
            for step in (*remedy.passed_over, *remedy.instant):
                self._gone[number, place[step]] = 1
            self._quick[number, [tools.index(tool) for tool in remedy.quick]] = 1
            self._cut[number, [loops.index(loop) for loop in remedy.cut]] = 1
        self._waits_on = np.zeros((len(tools), size))  # minutes that each quick tool has taken so far
        for record in graph.steps.values() if tools else ():
            for use in record.uses:
                if use.tool in tools:
                    seconds = (graph.tools[use.tool].latency_s or 0) * use.times
                    self._waits_on[tools.index(use.tool), place[record.id]] += seconds / 60
        changed = (self._saved + self._saved_assumed + self._gone).any(axis=0) | self._waits_on.any(axis=0)
        self._touched = np.flatnonzero(changed)
        self._base = flow.times()

    def times(self, carried_out: Combinations, *, stretch: float = 1) -> Times:
        """The times of each combination. `stretch` multiplies whatever is assumed: the minutes of steps that
        rest on an assumption, the defaults of detectors, and the rework shares that nobody gave.
        """
        base, flow, at = self._base, self._flow, self._touched
        chosen = carried_out.astype(float)
        guessed = [step.basis == "assumed" for step in flow.graph.steps.values()]
        factor = np.where(np.array(guessed, dtype=bool), stretch, 1.0)
        guessed_loops = np.array([loop.assumed for loop in flow.loops], dtype=bool)
        left = product(chosen, self._gone[:, at]) == 0
        saved = product(chosen, (self._saved * factor + self._saved_assumed * stretch)[:, at])
        waits = product(np.minimum(product(chosen, self._quick), 1), self._waits_on[:, at])
        work, wait, latency = (
            np.repeat(part * factor, len(chosen), axis=0) for part in (base.work, base.wait, base.latency)
        )
        work[:, at] = np.maximum(work[:, at] - saved, 0) * left
        wait[:, at] *= left
        latency[:, at] = _positive(base.latency[:, at] - waits) * factor[at] * left
        share = base.share * np.where(guessed_loops, stretch, 1.0)
        return Times(work, wait, latency, share * (product(chosen, self._cut) == 0))


def _positive(minutes: Minutes) -> Minutes:
    """Without what subtraction leaves of nothing."""
    cleaned: Minutes = np.where(minutes > 1e-12, minutes, 0.0)
    return cleaned
