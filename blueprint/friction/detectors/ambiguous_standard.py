"""ambiguous-standard: nobody can say what good looks like where a moment of truth is at stake."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph


class AmbiguousStandard(Detector):
    fixes = ("case assignment", "empower")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in graph.employee_steps:
            standard = graph.steps[step].standard
            truths = graph.touches(step) & graph.moments_of_truth
            if standard in ("ambiguous", "none") and truths:
                yield Sighting(
                    per=(step,),
                    steps=(step,),
                    because=self.phrase(
                        f"because.{standard}",
                        step=graph.title(step),
                        truths=[graph.title(truth) for truth in truths],
                    ),
                    evidence={"standard": standard, "moments_of_truth": list(truths)},
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.employee_steps:
            if graph.steps[step].standard is None and graph.touches(step) & graph.moments_of_truth:
                yield Missing("step", step, "standard")
