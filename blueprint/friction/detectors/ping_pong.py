"""ping-pong: a case goes to and fro between two actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_

from blueprint.friction.base import Detector, Limits, Missing, Remedy, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet

Clean = Callable[[str], bool]


class PingPong(Detector):
    fixes = ("case manager", "case assignment", "numerical involvement")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for one, two in _neighbours(graph):
            runs, returns = to_and_fro(graph, one, two)
            if runs:
                yield Sighting(
                    per=(one, two),
                    steps=runs,
                    elements=(one, two),
                    because=self.phrase(
                        "because",
                        one=graph.title(one),
                        two=graph.title(two),
                        steps=[graph.title(step) for step in runs],
                        returns=[graph.title(step) for step in returns],
                    ),
                    evidence={
                        "actors": [one, two],
                        "runs": {step: graph.actor(step) for step in runs},
                        "returns": list(returns),
                    },
                    remedy=Remedy(passed_over=tuple(returns)),
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.employee_steps:
            linked = (graph.next(step) | graph.previous(step)) & graph.employee_steps
            if linked and graph.actor(step) is None:
                yield Missing("step", step, "actor")


def to_and_fro(graph: BlueprintGraph, one: str, two: str) -> tuple[StepSet, StepSet]:
    """The steps of the runs in which the case goes to and fro, and those in which it comes back."""
    runs, returns = graph.order.set(), graph.order.set()
    for a, b in ((one, two), (two, one)):
        for actors, clean in (((a, b, a, b), _any), ((a, b, a), _adds_nothing(graph))):
            stages = _stages(graph, actors, clean)
            runs = reduce(or_, stages, runs)
            returns = reduce(or_, stages[2:], returns)
    return runs, returns


def _stages(graph: BlueprintGraph, actors: tuple[str, ...], clean: Clean) -> list[StepSet]:
    """For each stage of the pattern the steps that stand in it on some path that goes through all stages.

    A walk forward and one back over pairs of step and stage: O(stages x (steps + links) of the two actors).
    """
    order = [step for step in graph.work_order if graph.actor(step) in actors]
    fits = {
        step: [
            actor == graph.actor(step) and (stage != 1 or clean(step)) for stage, actor in enumerate(actors)
        ]
        for step in order
    }
    last = len(actors) - 1
    ahead: dict[str, set[int]] = {step: {0} if fits[step][0] else set() for step in order}
    for step in order:
        for following in graph.work_next[step]:
            if following in fits:
                reached = {stage + more for stage in ahead[step] for more in (0, 1) if stage + more <= last}
                ahead[following] |= {stage for stage in reached if fits[following][stage]}
    behind: dict[str, set[int]] = {step: {last} if fits[step][last] else set() for step in order}
    for step in reversed(order):
        for following in graph.work_next[step]:
            if following in fits:
                left = {stage - less for stage in behind[following] for less in (0, 1) if stage - less >= 0}
                behind[step] |= {stage for stage in left if fits[step][stage]}
    return [
        graph.order.set(step for step in order if stage in ahead[step] and stage in behind[step])
        for stage in range(len(actors))
    ]


def _any(step: str) -> bool:
    return True


def _adds_nothing(graph: BlueprintGraph) -> Clean:
    """Whether a step neither types nor approves nor decides, and is done by hand."""

    def clean(step: str) -> bool:
        record = graph.steps[step]
        types = any(exchange.how == "types" for exchange in record.information)
        return not types and record.kind not in ("approval", "decision", "automatic")

    return clean


def _neighbours(graph: BlueprintGraph) -> list[tuple[str, str]]:
    """The pairs of actors who hand work to one another, both ways."""
    handed = {
        (graph.actor(step), graph.actor(following))
        for step, nexts in graph.work_next.items()
        for following in nexts
    }
    place = {actor: number for number, actor in enumerate(graph.actors)}
    return sorted(
        (
            (one, two)
            for one, two in handed
            if one is not None and two is not None and place[one] < place[two] and (two, one) in handed
        ),
        key=lambda pair: (place[pair[0]], place[pair[1]]),
    )
