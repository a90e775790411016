"""autonomy-gap: someone has to ask before they may decide a minor matter."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Remedy, Sighting
from blueprint.graph import BlueprintGraph


class AutonomyGap(Detector):
    fixes = ("empower", "triage")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in _deciders(graph):
            record = graph.steps[step]
            if record.decides == "asks" and record.stakes == "minor":
                approvals = [
                    other
                    for other in graph.next(step) & graph.employee_steps
                    if graph.steps[other].kind == "approval"
                ]
                yield Sighting(
                    per=(step,),
                    steps=(step,),
                    because=self.phrase(
                        "because.approved" if approvals else "because",
                        step=graph.title(step),
                        approvals=[graph.title(other) for other in approvals],
                    ),
                    evidence={"decides": "asks", "stakes": "minor", "approvals": approvals},
                    remedy=Remedy(alone=(step,), passed_over=tuple(approvals)),
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in _deciders(graph):
            record = graph.steps[step]
            if record.decides in (None, "asks") and record.stakes in (None, "minor"):
                if record.decides is None:
                    yield Missing("step", step, "decides")
                if record.stakes is None:
                    yield Missing("step", step, "stakes")


def _deciders(graph: BlueprintGraph) -> list[str]:
    return [step for step in graph.employee_steps if graph.steps[step].kind != "approval"]
