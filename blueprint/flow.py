"""Cases through the graph: scenarios, waits, visits, lead time, critical path, load; many variants at once.

Alternatives out of a step are enumerated or drawn as scenarios. Within one the graph is an activity network
whose latest path sets the time (Kelley & Walker, Critical-path planning and scheduling, 1959); an exchange is
one activity. A loop that is taken again with probability r is done 1/(1-r) times, the mean of a geometric
number of rounds (Dumas et al., Fundamentals of Business Process Management: flow analysis).

All times are minutes. Arrays are variants x steps, x scenarios or x loops, in document order.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np

from blueprint.course import Course, Figures, Minutes, Rounds, Times
from blueprint.graph import BlueprintGraph
from blueprint.network import Loop, Network
from blueprint.scenarios import Scenarios, scenarios

MOST_SCENARIOS = 4_096
COLUMNS = 16_384  # variants x scenarios that are worked out together, to keep memory small
MONTH_MIN = 365.25 / 12 * 24 * 60  # of the calendar: waits go on at night


class Flow:
    """The cases of one blueprint. `most` bounds the scenarios; `sampled` says whether it did."""

    def __init__(self, graph: BlueprintGraph, *, most: int = MOST_SCENARIOS) -> None:
        self.graph = graph
        self.network = Network(graph)
        self._most = most
        self._courses: dict[int, Course] = {}

    @property
    def sampled(self) -> bool:
        return self._scenarios.sampled

    @property
    def scenario_count(self) -> int:
        return len(self._scenarios.weights)

    @property
    def loops(self) -> tuple[Loop, ...]:
        return self.network.loops

    @cached_property
    def _scenarios(self) -> Scenarios:
        return scenarios(self.network.decisions(), self._most)

    def course(self, most: int | None = None) -> Course:
        """The cases in all scenarios, or in `most` of them, drawn with a fixed seed."""
        count = min(self.scenario_count, most or self._most)
        if count not in self._courses:
            chosen = self._scenarios
            if count < self.scenario_count:
                chosen = scenarios(self.network.decisions(), count)
            self._courses[count] = Course(self.network, chosen)
        return self._courses[count]

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

    # -- figures ------------------------------------------------------------------------------------------

    def figures(self, times: Times | None = None) -> Figures:
        """The figures of each variant. O(variants x scenarios x (steps + links))."""
        times = times or self.times()
        width = max(1, COLUMNS // self.scenario_count)
        parts = [
            self.course().figures(times.variant(slice(at, at + width)))
            for at in range(0, len(times.work), width)
        ]
        return Figures(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in Figures.__annotations__)
        )

    @cached_property
    def visits(self) -> Minutes:
        """How often each step is done per case, without the clock that the other figures need."""
        course = self.course()
        visits: Minutes = course.visits(Rounds(course, self.times()))[0]
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
        course = Course(self.network, self._scenarios.likeliest())
        return [self.graph.order.ids[place] for place in course.critical(self.times())]

    # -- a month of cases -----------------------------------------------------------------------------------

    def hands_on_min(self, actor: str) -> float:
        """Minutes of an actor's hands on a case, over the visits of each step; latencies apart."""
        steps, place = self.graph.steps, self.network.place
        own = self.graph.steps_by(actor)
        return float(sum(self.visits[place[step]] * (steps[step].work_min or 0) for step in own))

    def utilisation(self) -> dict[str, float]:
        """Part of their hours that the cases of a month take of each actor whose capacity is known.

        Arrivals x work / capacity (Dumas et al., Fundamentals of Business Process Management: resource
        utilisation); above 1, work piles up. Empty where the volume is unknown.
        """
        cases, busy = self.graph.document.cases_per_month, {}
        for actor in self.graph.actors.values() if cases is not None else ():
            capacity = 60 * (actor.headcount or 0) * actor.hours_per_month
            if capacity and self.graph.steps_by(actor.id):
                busy[actor.id] = (cases or 0) * self.hands_on_min(actor.id) / capacity
        return busy

    def in_progress(self) -> float | None:
        """Cases that are under way at any time: arrivals x lead time (Little, A proof for the queuing formula
        L = λW, Operations Research 9, 1961). None where the volume is unknown.
        """
        cases = self.graph.document.cases_per_month
        return None if cases is None else cases * float(self.means.lead[0]) / MONTH_MIN

    def as_data(self) -> dict[str, Any]:
        """The figures of the blueprint as it is, per case, and what a month of cases comes to."""
        graph, place, figures = self.graph, self.network.place, self.means
        part = [step for step in graph.steps if place[step] in self.network.unit_of]
        work = {step: float(figures.work[0, place[step]]) for step in part}
        customers = [step for step in part if step in graph.customer_steps]
        employees = [step for step in part if step in graph.employee_steps]
        by_actor: dict[str, float] = {}
        for step in employees:
            if (actor := graph.actor(step)) is not None:
                by_actor[actor] = by_actor.get(actor, 0.0) + work[step]
        in_progress = self.in_progress()
        return {
            "lead_min": tidy(figures.lead[0]),
            "customer_work_min": tidy(sum(work[step] for step in customers)),
            "customer_wait_min": _tidied((step, figures.wait[0, place[step]]) for step in customers),
            "employee_min": _tidied(by_actor.items()),
            "employee_work_min": tidy(sum(work[step] for step in employees)),
            "visits": _tidied((step, figures.visits[0, place[step]]) for step in part),
            "critical_path": self.critical_path(),
            "utilisation": _tidied(self.utilisation().items()),
            "in_progress": None if in_progress is None else tidy(in_progress),
            "sampled": self.sampled,
        }


def flow_of(graph: BlueprintGraph) -> Flow:
    """The flow of a graph, worked out once."""
    if Flow not in graph.memo:
        graph.memo[Flow] = Flow(graph)
    flow: Flow = graph.memo[Flow]
    return flow


def tidy(value: float) -> float:
    """Without the noise of floating point: 6 decimals."""
    return round(float(value), 6) + 0.0


def _tidied(values: Iterable[tuple[str, float]]) -> dict[str, float]:
    return {name: tidy(value) for name, value in values}


def _row(values: Iterable[float]) -> Minutes:
    return np.array([list(values)], dtype=float)
