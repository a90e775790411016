"""single-point: everything that leads to a moment of truth goes through one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet


class SinglePoint(Detector):
    fixes = ("specialist-generalist", "case assignment", "empower")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for actor, truths in _on_every_path(graph).items():
            if graph.actors[actor].headcount == 1:
                yield Sighting(
                    per=(actor,),
                    steps=graph.steps_by(actor),
                    elements=(actor,),
                    because=self.phrase(
                        "because",
                        actor=graph.title(actor),
                        truths=[graph.title(truth) for truth in truths],
                        steps=[graph.title(step) for step in graph.steps_by(actor)],
                    ),
                    evidence={"actor": actor, "headcount": 1, "moments_of_truth": truths},
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for actor in _on_every_path(graph):
            if graph.actors[actor].headcount is None:
                yield Missing("actor", actor, "headcount")
        for step in graph.employee_steps:
            if graph.actor(step) is None and graph.serves(step) & graph.moments_of_truth:
                yield Missing("step", step, "actor")


def _on_every_path(graph: BlueprintGraph) -> dict[str, list[str]]:
    """The actors without whom no work reaches some moment of truth, in the order of the actors, and which."""
    found: dict[str, list[str]] = defaultdict(list)
    for truth in graph.moments_of_truth:
        work = graph.serving(truth)
        starts = graph.order.set(step for step in work if not graph.previous(step) & graph.employee_steps)
        if not starts:
            continue
        for actor in graph.actors:
            own = graph.steps_by(actor) & work
            if own and not _reaches(graph, starts - own, work - own, truth):
                found[actor].append(truth)
    return {actor: found[actor] for actor in graph.actors if actor in found}


def _reaches(graph: BlueprintGraph, starts: StepSet, allowed: StepSet, truth: str) -> bool:
    """Whether work from one of the starts reaches the moment of truth through the allowed steps."""
    seen, edge = starts, starts
    while edge:
        following = graph.order.set()
        for step in edge:
            following |= graph.next(step)
        if truth in following:
            return True
        edge = (following & allowed) - seen
        seen |= edge
    return False
