"""no-recovery: when a moment of truth goes wrong, nobody who works for it can put it right."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet


class NoRecovery(Detector):
    fixes = ("exception", "empower", "case manager")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for truth in graph.moments_of_truth:
            work = _work_for(graph, truth)
            helpless = [step for step in work if graph.steps[step].recovery == "none"]
            if helpless and not any(graph.steps[step].recovery == "possible" for step in work):
                yield Sighting(
                    per=(truth,),
                    steps=(truth,),
                    because=self.phrase(
                        "because",
                        truth=graph.title(truth),
                        steps=[graph.title(step) for step in helpless],
                    ),
                    evidence={"recovery": {step: graph.steps[step].recovery for step in work}},
                    grounds=helpless,
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for truth in graph.moments_of_truth:
            work = _work_for(graph, truth)
            if all(graph.steps[step].recovery is None for step in work):
                for step in work:
                    yield Missing("step", step, "recovery")


def _work_for(graph: BlueprintGraph, truth: str) -> StepSet:
    """The employee-side steps that serve a moment of truth or stand behind it."""
    return graph.behind(truth) | graph.serving(truth)
