"""orphan-work: work that nothing on the sheet joins to a customer."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Sighting
from blueprint.graph import BlueprintGraph


class OrphanWork(Detector):
    fixes = ("task elimination",)

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for orphans in graph.orphans:
            steps = [graph.steps[step] for step in orphans]
            yield Sighting(
                per=tuple(orphans),
                steps=orphans,
                because=self.phrase(
                    "because.many" if len(orphans) > 1 else "because.one",
                    count=len(orphans),
                    steps=[graph.title(step) for step in orphans],
                    step=steps[0].title,
                    minutes=sum(step.work_min or 0 for step in steps),
                ),
                evidence={
                    "steps": list(orphans),
                    "work_min": {step.id: step.work_min for step in steps},
                },
            )
