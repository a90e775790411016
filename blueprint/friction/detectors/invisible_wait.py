"""invisible-wait: the customer waits for work they cannot see, and nothing tells them how it goes."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.flow import flow_of
from blueprint.friction.base import Detector, Limits, Missing, Sighting, unknown_times
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet


class InvisibleWait(Detector):
    fixes = ("buffering", "parallelism", "contact reduction")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        lessons = _lessons(graph)
        for step, minutes in _waits(graph).items():
            before = _before(graph, step)
            if minutes < limits["limit_min"] or not before or _learns(graph, step, before, lessons):
                continue
            hidden = _hidden_work(graph, step)
            yield Sighting(
                per=(step,),
                steps=(step,),
                because=self.phrase(
                    "because",
                    step=graph.title(step),
                    minutes=minutes,
                    before=[graph.title(other) for other in before],
                    hidden=[graph.title(other) for other in hidden],
                    limit=limits["limit_min"],
                ),
                evidence={
                    "wait_min": minutes,
                    "since": list(before),
                    "hidden_work": list(hidden),
                    "credited_to": _waiting_room(graph, step, before),
                    "limit_min": limits["limit_min"],
                },
                grounds=hidden,
                touches=before,
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        lessons = _lessons(graph)
        for step, minutes in _waits(graph).items():
            before = _before(graph, step)
            if minutes < limits["limit_min"] and before and not _learns(graph, step, before, lessons):
                for hidden in _hidden_work(graph, step):
                    yield from unknown_times(graph, hidden)


def _waits(graph: BlueprintGraph) -> dict[str, float]:
    """Per customer step, over the cases that reach it, the idle time left when frontstage takes none."""
    figures = flow_of(graph).means_without_frontstage
    place = graph.order.place
    reached, gap = figures.reached[0], figures.gap[0]
    return {
        step: float(gap[place[step]] / reached[place[step]])
        for step in graph.customer_steps
        if reached[place[step]] > 0
    }


def _before(graph: BlueprintGraph, step: str) -> StepSet:
    """The steps since which the customer waits: those linked to it, and earlier ones of its exchange."""
    customers, place = graph.customer_steps, graph.order.place
    unit = graph.unit(step)
    earlier = graph.order.set(other for other in unit if place[other] < place[step])
    return customers & ((graph.previous(step) - unit) | earlier)


def _learns(graph: BlueprintGraph, step: str, before: StepSet, lessons: list[str]) -> bool:
    """Whether anything tells the customer something on the way, the step's own moment apart."""
    first, last = min(graph.when(other) for other in before), graph.when(step)
    return any(other in before or first <= graph.when(other) < last for other in lessons)


def _lessons(graph: BlueprintGraph) -> list[str]:
    """The customer and evidence steps in which the customer learns something."""
    return [
        step
        for step in graph.customer_steps | graph.evidence_steps
        if any(exchange.how == "learns" for exchange in graph.steps[step].information)
    ]


def _hidden_work(graph: BlueprintGraph, step: str) -> StepSet:
    """The work below the line of visibility that serves the step or stands in its exchange."""
    work = graph.serving(step) | (graph.unit(step) & graph.employee_steps)
    return graph.order.set(other for other in work if graph.kind(other) != "frontstage")


def _waiting_room(graph: BlueprintGraph, step: str, before: StepSet) -> str:
    """The step to which the minutes are credited: one in which the customer only waits, else the step."""
    return next(
        (other for other in before if graph.steps[other].work_min == 0 or graph.steps[other].kind == "wait"),
        step,
    )
