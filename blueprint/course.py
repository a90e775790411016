"""One run of cases through a network, for a set of scenarios and many variants of its times at once.

Arrays are variants x steps, x scenarios or x loops, in document order; all times are minutes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from blueprint.network import Network
from blueprint.scenarios import Scenarios

Minutes = NDArray[np.float64]
Mask = NDArray[np.bool_]

MOST_ROUNDS = 1e9  # beyond which a loop in a loop in a loop is no longer counted


@dataclass(frozen=True)
class Times:
    """What each step takes in each variant, and the share of each loop."""

    work: Minutes
    wait: Minutes
    latency: Minutes
    share: Minutes

    def variant(self, part: slice) -> Times:
        return Times(self.work[part], self.wait[part], self.latency[part], self.share[part])


@dataclass(frozen=True)
class Figures:
    """Weighted means per case, for each variant."""

    lead: Minutes  # per variant
    visits: Minutes  # per variant and step, like the rest
    reached: Minutes  # part of the cases that reach the step
    gap: Minutes  # customer steps: from the latest end of the customer steps before it to its start
    work: Minutes  # hands on the work, with the latencies of the tools
    wait: Minutes  # customer steps: the gap, and the step's own wait


class Course:
    """The cases of a network, in a set of scenarios."""

    def __init__(self, network: Network, chosen: Scenarios) -> None:
        self.network = network
        self.weights = chosen.weights
        self.taken: list[list[tuple[int, int, Mask]]] = []  # per unit: source, target, in which scenarios
        self.visited: list[Mask] = []
        self.chosen = {  # links that not all cases at their source take
            (source, target) for links in network.incoming for source, target, share in links if share < 1
        }
        always = np.ones(len(self.weights), dtype=bool)
        for links in network.incoming:
            taken = []
            for source, target, share in links:
                came = self.visited[network.unit_of[source]]
                taken.append((source, target, came if share == 1 else came & chosen.takes(source, target)))
            self.taken.append(taken)
            self.visited.append(np.any([mask for *_, mask in taken], axis=0) if taken else always)
        self.everywhere = [bool(mask.all()) for mask in self.visited]
        self.reached = np.zeros(network.size)
        for place, number in network.unit_of.items():
            self.reached[place] = self.visited[number] @ self.weights

    def figures(self, times: Times, only: frozenset[int] | None = None) -> Figures:
        """The figures of each variant. O(variants x scenarios x (steps + links)). With `only`, units with all
        that lead to them, the clock runs for these alone: gaps are then theirs, and lead is not worked out.
        """
        network = self.network
        rounds_of = Rounds(self, times)
        elapsed = times.work + times.wait + times.latency
        lead = np.zeros((len(times.work), len(self.weights)))
        visits, gap = self.visits(rounds_of), np.zeros((len(times.work), network.size))
        self.unit_end: dict[int, Minutes] = {}  # 0 in scenarios that do not visit the unit
        self.step_end: dict[int, Minutes] = {}  # of customer steps: their own end, also within an exchange
        for number, unit in enumerate(network.units):
            if only is not None and number not in only:
                continue
            clock = self._start(number, lead.shape)
            for place in unit:
                lasts = elapsed[:, place, None]
                if place in network.customers:
                    gap[:, place] = self._gap(number, place, clock)
                clock = clock + (lasts * rounds_of(place) if place in rounds_of.around else lasts)
                if place in network.customers:
                    self.step_end[place] = clock
            self.unit_end[number] = clock if self.everywhere[number] else clock * self.visited[number]
            if only is None:
                lead = np.maximum(lead, self.unit_end[number])
        customers = np.zeros(network.size, dtype=bool)
        customers[list(network.customers)] = True
        return Figures(
            lead=mean(lead, self.weights),
            visits=visits,
            reached=np.broadcast_to(self.reached, visits.shape),
            gap=gap,
            work=visits * (times.work + times.latency),
            wait=np.where(customers, gap + visits * times.wait, 0.0),
        )

    def _start(self, number: int, shape: tuple[int, ...]) -> Minutes:
        """When the unit begins: once all that was taken to it has ended."""
        clock: Minutes | None = None
        for source, target, mask in self.taken[number]:
            end = self.unit_end[self.network.unit_of[source]]
            if (source, target) in self.chosen:
                end = end * mask
            clock = end if clock is None else np.maximum(clock, end)
        return np.zeros(shape) if clock is None else clock

    def visits(self, rounds_of: Rounds) -> Minutes:
        """How often each step is done per case; needs no clock."""
        network = self.network
        visits = np.zeros((rounds_of.variants, network.size))
        for place, number in network.unit_of.items():
            if place in rounds_of.around:
                visits[:, place] = mean(rounds_of(place), self.visited[number] * self.weights)
            else:
                visits[:, place] = self.reached[place]
        return visits

    def _gap(self, number: int, place: int, start: Minutes) -> Minutes | float:
        """How long on average the customer has been idle when the step starts: 0 without one before it."""
        network = self.network
        before = [
            self.step_end[source] if mask.all() else np.where(mask, self.step_end[source], -1.0)
            for source, target, mask in self.taken[number]
            if target == place and source in network.customers
        ]
        unit = network.units[number]
        before += [self.step_end[other] for other in unit[: unit.index(place)] if other in network.customers]
        if not before:
            return 0.0
        latest = np.maximum.reduce([np.broadcast_to(end, start.shape) for end in before])
        idle = np.where(latest < 0, 0.0, start - latest)
        return mean(idle, self.visited[number] * self.weights)

    def critical(self, times: Times) -> list[int]:
        """Places on the path that ends last, for a run with one scenario."""
        figures = self.figures(times)
        seen = [number for number, visited in enumerate(self.visited) if visited[0]]
        if not seen or not figures.lead[0]:
            return []
        end = {number: float(self.unit_end[number][0, 0]) for number in seen}
        number: int | None = max(seen, key=lambda one: (end[one], -self.network.units[one][0]))
        path: list[int] = []
        while number is not None:
            path[:0] = self.network.units[number]
            before = {self.network.unit_of[source] for source, _, mask in self.taken[number] if mask[0]}
            number = max(before, key=lambda one: (end[one], -self.network.units[one][0]), default=None)
        return path


class Rounds:
    """How often each step is done where it is reached: the loops around it multiply."""

    def __init__(self, course: Course, times: Times) -> None:
        network = course.network
        self.variants = len(times.share)
        self.around: dict[int, tuple[int, ...]] = {}
        for number, loop in enumerate(network.loops):
            if loop.source in network.unit_of:
                for place in loop.body:
                    self.around[place] = (*self.around.get(place, ()), number)
        self.logs = -np.log1p(-times.share)
        reached = [
            course.visited[network.unit_of[loop.source]] if loop.source in network.unit_of else None
            for loop in network.loops
        ]
        none = np.zeros(len(course.weights), dtype=bool)
        self.reached = np.array([none if mask is None else mask for mask in reached], dtype=float)
        self.known: dict[tuple[int, ...], Minutes] = {(): np.ones((len(times.share), len(course.weights)))}

    def __call__(self, place: int) -> Minutes:
        around = self.around.get(place, ())
        if around not in self.known:
            logs = product(self.logs[:, around], self.reached[list(around)])
            self.known[around] = np.minimum(np.exp(np.minimum(logs, 700.0)), MOST_ROUNDS)
        return self.known[around]


def mean(values: Minutes, weights: Minutes) -> Minutes:
    """The weighted sum of each row. Not `@`: waking the threads of a BLAS takes longer than these sums do."""
    means: Minutes = np.einsum("vs,s->v", values, weights)
    return means


def product(left: Minutes, right: Minutes) -> Minutes:
    """`left @ right`, for matrices of which one is small: see `mean`."""
    made: Minutes = np.einsum("vf,fs->vs", left, right)
    return made
