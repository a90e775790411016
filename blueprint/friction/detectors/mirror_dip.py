"""mirror-dip: an employee's bad moment and a customer's, then or after. A hypothesis, no proof."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph

LOW = -1


class MirrorDip(Detector):
    fixes = ("empower", "case assignment")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in graph.employee_steps:
            emotion = graph.steps[step].emotion
            if emotion is None or emotion > LOW:
                continue
            low = {
                other: felt
                for other in _later(graph, step)
                if (felt := graph.steps[other].emotion) is not None and felt <= LOW
            }
            if low:
                yield Sighting(
                    per=(step,),
                    steps=(step,),
                    because=self.phrase(
                        "because",
                        step=graph.title(step),
                        emotion=emotion,
                        customers=[
                            self.phrase("customer", step=graph.title(other), emotion=felt)
                            for other, felt in low.items()
                        ],
                    ),
                    evidence={"emotion": emotion, "customers": low, "hypothesis": True},
                    grounds=low,
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.employee_steps:
            emotion = graph.steps[step].emotion
            felt = {other: graph.steps[other].emotion for other in _later(graph, step)}
            dips = any(one is not None and one <= LOW for one in felt.values())
            if (emotion is not None and (emotion > LOW or dips)) or not (dips or None in felt.values()):
                continue
            if emotion is None:
                yield Missing("step", step, "emotion")
            if not dips:
                for other, one in felt.items():
                    if one is None:
                        yield Missing("step", other, "emotion")


def _later(graph: BlueprintGraph, step: str) -> list[str]:
    """The customer steps that a step touches in its own moment or a later one."""
    return [other for other in graph.touches(step) if graph.when(other) >= graph.when(step)]
