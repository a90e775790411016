"""What the sheet says per moment: minutes per case, and what is felt on each side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from blueprint.document import Step
from blueprint.graph import BlueprintGraph

HALVES = ("customer", "employee")


@dataclass(frozen=True)
class Curve:
    """One side's feelings: a mean per moment, None where nothing is known, and a name where a run ends."""

    half: str
    points: list[float | None]
    names: dict[int, str]  # moment -> whose feeling the run that ends there is


def minutes_per_moment(graph: BlueprintGraph) -> list[tuple[float | None, float | None]]:
    """Minutes per case at each moment, customer and employee; None where nothing is known.

    Of the customer: work and waiting; of employees: work. Both with what the tools make them wait.
    Alternatives are not weighed here.
    """
    found = {half: _by_moment(graph, half) for half in HALVES}
    return [
        (
            _total(graph, found["customer"][index], waiting=True),
            _total(graph, found["employee"][index], waiting=False),
        )
        for index in range(len(graph.document.moments))
    ]


def moment_places(graph: BlueprintGraph) -> dict[str, int]:
    """Moment id -> its column on the sheet, from 0."""
    return {moment.id: place for place, moment in enumerate(graph.document.moments)}


def curves(graph: BlueprintGraph) -> list[Curve]:
    """Both curves of the emotion band, customer first."""
    return [_curve(graph, half) for half in HALVES]


def _curve(graph: BlueprintGraph, half: str) -> Curve:
    felt = [[step for step in steps if step.emotion is not None] for steps in _by_moment(graph, half)]
    points = [sum(step.emotion or 0.0 for step in steps) / len(steps) if steps else None for steps in felt]
    names = {}
    for index, steps in enumerate(felt):
        if steps and (index + 1 == len(felt) or points[index + 1] is None):
            actor = graph.actor(steps[0].id)
            if actor is not None:
                names[index] = graph.title(actor)
    return Curve(half, points, names)


def _total(graph: BlueprintGraph, steps: Iterable[Step], *, waiting: bool) -> float | None:
    parts = []
    for step in steps:
        parts += [step.work_min, step.wait_min if waiting else None]
        latencies = [(graph.tools[use.tool].latency_s, use.times) for use in step.uses]
        parts += [latency * times / 60 for latency, times in latencies if latency is not None]
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _by_moment(graph: BlueprintGraph, half: str) -> list[list[Step]]:
    """The steps of a side in each moment, lane by lane. At evidence nobody works, waits or feels."""
    place = {lane.id: index for index, lane in enumerate(graph.rows)}
    found: list[list[Step]] = [[] for _ in graph.document.moments]
    steps = [step for step in graph.document.steps if graph.side(step.id) == half]
    for step in sorted(steps, key=lambda step: place[step.lane]):
        found[graph.when(step.id)].append(step)
    return found
