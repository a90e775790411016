"""bottleneck: more work comes to an actor than the hours they have allow."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.flow import flow_of
from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph


class Bottleneck(Detector):
    fixes = ("specialist-generalist", "triage", "task automation")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        cases = graph.document.cases_per_month
        if cases is None:
            return
        for actor in graph.actors.values():
            if actor.headcount is None:
                continue
            per_case = flow_of(graph).hands_on_min(actor.id)
            load, capacity = cases * per_case / 60, actor.headcount * actor.hours_per_month
            if load <= limits["limit"] * capacity:
                continue
            yield Sighting(
                per=(actor.id,),
                steps=graph.steps_by(actor.id),
                elements=(actor.id,),
                because=self.phrase(
                    "because" if capacity else "because.nobody",
                    actor=graph.title(actor.id),
                    load=load,
                    capacity=capacity,
                    percent=100 * load / capacity if capacity else 0,
                    limit=100 * limits["limit"],
                    cases=cases,
                    minutes=per_case,
                ),
                evidence={
                    "actor": actor.id,
                    "work_min_per_case": per_case,
                    "load_h": load,
                    "capacity_h": capacity,
                    "utilisation": load / capacity if capacity else None,
                    "limit": limits["limit"],
                },
                assumed=_assumed_rounds(graph, actor.id),
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        busy = [actor.id for actor in graph.actors.values() if graph.steps_by(actor.id)]
        if busy and graph.document.cases_per_month is None:
            yield Missing("blueprint", "blueprint", "cases_per_month")
        for actor in busy:
            if graph.actors[actor].headcount is None:
                yield Missing("actor", actor, "headcount")
            for step in graph.steps_by(actor):
                if graph.steps[step].work_min is None:
                    yield Missing("step", step, "work_min")


def _assumed_rounds(graph: BlueprintGraph, actor: str) -> bool:
    """Whether the visits of the actor's steps rest on a share of rework that nobody gave."""
    own = {graph.order.place[step] for step in graph.steps_by(actor)}
    return any(loop.assumed and own.intersection(loop.body) for loop in flow_of(graph).loops)
