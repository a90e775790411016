"""Cases through the graph: scenarios, waits, visits, lead time and critical path, many variants at once.

Alternatives out of a step are enumerated or drawn as scenarios. Within one the graph is an activity network
whose latest path sets the time (Kelley & Walker, Critical-path planning and scheduling, 1959); an exchange is
one activity. A loop that is taken again with probability r is done 1/(1-r) times, the mean of a geometric
number of rounds (Dumas et al., Fundamentals of Business Process Management: flow analysis).

All times are minutes. Arrays are variants x steps, x scenarios or x loops, in document order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from blueprint.graph import BlueprintGraph
from blueprint.reach import Reach
from blueprint.scenarios import Decision, Scenarios, scenarios

Minutes = NDArray[np.float64]
Mask = NDArray[np.bool_]

REWORK_SHARE = 0.1  # of a rework link that gives none
MOST_SCENARIOS = 4_096
COLUMNS = 16_384  # variants x scenarios that are worked out together, to keep memory small
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


@dataclass(frozen=True)
class Loop:
    """A rework link source -> target with its body, in places."""

    id: str
    source: int
    body: tuple[int, ...]
    share: float
    assumed: bool  # nobody gave the share


class Flow:
    """The cases of one blueprint. `most` bounds the scenarios; `sampled` says whether it did."""

    def __init__(self, graph: BlueprintGraph, *, most: int = MOST_SCENARIOS) -> None:
        self.graph = graph
        self.size = len(graph.order)
        self._place = graph.order.place
        self._customers = set(map(self._place.__getitem__, graph.customer_steps))
        left_out = graph.evidence_steps
        for orphans in graph.orphans if graph.customer_steps else ():
            left_out |= orphans
        self._left_out = {self._place[step] for step in left_out}
        self._links = self._merged_links()
        reach = Reach(self.size, self._links)
        self._units = [unit for unit in reversed(reach.components) if not self._left_out.intersection(unit)]
        self._unit_of = {place: number for number, unit in enumerate(self._units) for place in unit}
        self._incoming = self._links_into_units()
        self._scenarios = scenarios(self._decisions(), most)

    @property
    def sampled(self) -> bool:
        return self._scenarios.sampled

    @property
    def scenario_count(self) -> int:
        return len(self._scenarios.weights)

    # -- what it is made of --------------------------------------------------------------------------------

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The rework links with their bodies: both ends and every step on a path between."""
        graph, loops = self.graph, []
        for link in graph.rework:
            body = (graph.after(link.target) & graph.before(link.source)) | {link.source, link.target}
            share = REWORK_SHARE if link.share is None else link.share
            places = tuple(self._place[step] for step in body)
            loops.append(Loop(link.id, self._place[link.source], places, share, link.share is None))
        return tuple(loops)

    def times(self) -> Times:
        """The one variant that the blueprint is. Unknown minutes count as 0."""
        graph = self.graph
        steps = list(graph.steps.values())
        return Times(
            _row(step.work_min or 0 for step in steps),
            _row(step.wait_min or 0 for step in steps),
            _row(graph.latency_min(step) for step in graph.steps),
            _row(loop.share for loop in self.loops),
        )

    def _merged_links(self) -> dict[tuple[int, int], float]:
        """Flow links by their ends; parallel ones add up, to 1 at most."""
        links: dict[tuple[int, int], float] = {}
        for link in self.graph.flow:
            ends = self._place[link.source], self._place[link.target]
            if not self._left_out.intersection(ends):
                links[ends] = min(1.0, links.get(ends, 0.0) + (1.0 if link.share is None else link.share))
        return {ends: 1.0 if share > 1 - 1e-12 else share for ends, share in links.items()}

    def _links_into_units(self) -> list[list[tuple[int, int, float]]]:
        """For each unit the links into it from outside: source, target, share."""
        incoming: list[list[tuple[int, int, float]]] = [[] for _ in self._units]
        for (source, target), share in self._links.items():
            if self._unit_of[source] != self._unit_of[target]:
                incoming[self._unit_of[target]].append((source, target, share))
        return incoming

    def _decisions(self) -> list[Decision]:
        """The steps out of which links are alternatives. Shares of links inside an exchange are ignored."""
        choices: dict[int, dict[tuple[int, int], float]] = {}
        for links in self._incoming:
            for source, target, share in links:
                if share < 1:
                    choices.setdefault(source, {})[source, target] = share
        return [Decision(choices[source]) for source in sorted(choices)]

    # -- figures ------------------------------------------------------------------------------------------

    def figures(self, times: Times | None = None) -> Figures:
        """The figures of each variant. O(variants x scenarios x (steps + links))."""
        times = times or self.times()
        course = self._course
        width = max(1, COLUMNS // self.scenario_count)
        parts = [
            course.figures(times.variant(slice(at, at + width))) for at in range(0, len(times.work), width)
        ]
        return Figures(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in Figures.__annotations__)
        )

    @cached_property
    def _course(self) -> _Course:
        return _Course(self, self._scenarios)

    @cached_property
    def visits(self) -> Minutes:
        """How often each step is done per case, without the timeline that the other figures need."""
        visits: Minutes = self._course.visits(_Rounds(self._course, self.times()))[0]
        return visits

    @cached_property
    def means(self) -> Figures:
        """The figures of the blueprint as it is."""
        return self.figures()

    @cached_property
    def means_without_frontstage(self) -> Figures:
        """The figures if frontstage took no time: what is left is work that customers do not see."""
        times, graph = self.times(), self.graph
        seen = np.array([graph.kind(step) == "frontstage" for step in graph.steps], dtype=bool)
        work, wait, latency = (np.where(seen, 0.0, part) for part in (times.work, times.wait, times.latency))
        return self.figures(Times(work, wait, latency, times.share))

    def critical_path(self) -> list[str]:
        """The steps that set the lead time of the likeliest scenario, from first to last."""
        return [
            self.graph.order.ids[place] for place in _Course(self, self._scenarios.likeliest()).critical()
        ]

    def as_data(self) -> dict[str, Any]:
        """The figures of the blueprint as it is, per case."""
        graph, figures = self.graph, self.means
        work, visits = figures.work[0], figures.visits[0]
        by_actor: dict[str, float] = {}
        for step in graph.employee_steps:
            actor = graph.actor(step)
            if actor is not None and self._place[step] in self._unit_of:
                by_actor[actor] = by_actor.get(actor, 0.0) + float(work[self._place[step]])
        part = [step for step in graph.steps if self._place[step] in self._unit_of]
        customers = [step for step in part if step in graph.customer_steps]
        return {
            "lead_min": tidy(figures.lead[0]),
            "customer_work_min": tidy(sum(work[self._place[step]] for step in customers)),
            "customer_wait_min": {step: tidy(figures.wait[0, self._place[step]]) for step in customers},
            "employee_min": {actor: tidy(minutes) for actor, minutes in by_actor.items()},
            "employee_work_min": tidy(
                sum(work[self._place[step]] for step in part if step in graph.employee_steps)
            ),
            "visits": {step: tidy(visits[self._place[step]]) for step in part},
            "critical_path": self.critical_path(),
            "sampled": self.sampled,
        }


class _Course:
    """One run of cases through the units of a flow, in their order, for a set of scenarios."""

    def __init__(self, flow: Flow, chosen: Scenarios) -> None:
        self.flow = flow
        self.weights = chosen.weights
        self.taken: list[list[tuple[int, int, Mask]]] = []  # per unit: source, target, in which scenarios
        self.visited: list[Mask] = []
        always = np.ones(len(self.weights), dtype=bool)
        for links in flow._incoming:
            taken = []
            for source, target, share in links:
                came = self.visited[flow._unit_of[source]]
                taken.append((source, target, came if share == 1 else came & chosen.takes(source, target)))
            self.taken.append(taken)
            self.visited.append(np.any([mask for *_, mask in taken], axis=0) if taken else always)
        self.reached = np.zeros(flow.size)
        for place, number in flow._unit_of.items():
            self.reached[place] = self.visited[number] @ self.weights

    def figures(self, times: Times) -> Figures:
        flow, variants = self.flow, len(times.work)
        rounds_of = _Rounds(self, times)
        elapsed = times.work + times.wait + times.latency
        lead = np.zeros((variants, len(self.weights)))
        visits, gap = self.visits(rounds_of), np.zeros((variants, flow.size))
        unit_end: list[Minutes] = []
        self.step_end: dict[int, Minutes] = {}  # of customer steps: their own end, also within an exchange
        for number, unit in enumerate(flow._units):
            visited = self.visited[number]
            clock = np.zeros((variants, len(self.weights)))
            for source, _, mask in self.taken[number]:
                clock = np.maximum(clock, unit_end[flow._unit_of[source]] * mask)
            for place in unit:
                if place in flow._customers:
                    gap[:, place] = (self._gap(number, place, clock) * visited) @ self.weights
                lasts = elapsed[:, place, None]
                clock = clock + (lasts * rounds_of(place) if place in rounds_of.around else lasts)
                if place in flow._customers:
                    self.step_end[place] = clock
            unit_end.append(clock)
            lead = np.maximum(lead, clock * visited)
        self.unit_end = unit_end
        customers = np.zeros(flow.size, dtype=bool)
        customers[list(flow._customers)] = True
        return Figures(
            lead=lead @ self.weights,
            visits=visits,
            reached=np.broadcast_to(self.reached, visits.shape),
            gap=gap,
            work=visits * (times.work + times.latency),
            wait=np.where(customers, gap + visits * times.wait, 0.0),
        )

    def visits(self, rounds_of: _Rounds) -> Minutes:
        flow = self.flow
        visits = np.zeros((rounds_of.variants, flow.size))
        for place, number in flow._unit_of.items():
            if place in rounds_of.around:
                visits[:, place] = (rounds_of(place) * self.visited[number]) @ self.weights
            else:
                visits[:, place] = self.reached[place]
        return visits

    def _gap(self, number: int, place: int, start: Minutes) -> Minutes:
        """How long the customer has been idle when the step starts: 0 without a customer step before it."""
        flow = self.flow
        before = [
            np.where(mask, self.step_end[source], -1.0)
            for source, target, mask in self.taken[number]
            if target == place and source in flow._customers
        ]
        unit = flow._units[number]
        before += [self.step_end[other] for other in unit[: unit.index(place)] if other in flow._customers]
        if not before:
            return np.zeros_like(start)
        latest = np.maximum.reduce([np.broadcast_to(end, start.shape) for end in before])
        idle: Minutes = np.where(latest < 0, 0.0, start - latest)
        return idle

    def critical(self) -> list[int]:
        """Places on the path that ends last, for a run with one scenario."""
        figures = self.figures(self.flow.times())
        seen = [number for number, visited in enumerate(self.visited) if visited[0]]
        if not seen or not figures.lead[0]:
            return []
        end = {number: float(self.unit_end[number][0, 0]) for number in seen}
        number: int | None = max(seen, key=lambda one: (end[one], -self.flow._units[one][0]))
        path: list[int] = []
        while number is not None:
            path[:0] = self.flow._units[number]
            before = {self.flow._unit_of[source] for source, _, mask in self.taken[number] if mask[0]}
            number = max(before, key=lambda one: (end[one], -self.flow._units[one][0]), default=None)
        return path


class _Rounds:
    """How often each step is done where it is reached: the loops around it multiply."""

    def __init__(self, course: _Course, times: Times) -> None:
        flow = course.flow
        self.variants = len(times.share)
        self.around: dict[int, tuple[int, ...]] = {}
        for number, loop in enumerate(flow.loops):
            if loop.source in flow._unit_of:
                for place in loop.body:
                    self.around[place] = (*self.around.get(place, ()), number)
        self.logs = -np.log1p(-times.share)
        reached = [
            course.visited[flow._unit_of[loop.source]] if loop.source in flow._unit_of else None
            for loop in flow.loops
        ]
        none = np.zeros(len(course.weights), dtype=bool)
        self.reached = np.array([none if mask is None else mask for mask in reached], dtype=float)
        self.known: dict[tuple[int, ...], Minutes] = {(): np.ones((len(times.share), len(course.weights)))}

    def __call__(self, place: int) -> Minutes:
        around = self.around.get(place, ())
        if around not in self.known:
            logs = self.logs[:, around] @ self.reached[list(around)]
            self.known[around] = np.minimum(np.exp(np.minimum(logs, 700.0)), MOST_ROUNDS)
        return self.known[around]


def flow_of(graph: BlueprintGraph) -> Flow:
    """The flow of a graph, worked out once."""
    if Flow not in graph.memo:
        graph.memo[Flow] = Flow(graph)
    flow: Flow = graph.memo[Flow]
    return flow


def tidy(value: float) -> float:
    """Without the noise of floating point: 6 decimals."""
    return round(float(value), 6) + 0.0


def _row(values: Any) -> Minutes:
    return np.array([list(values)], dtype=float)
