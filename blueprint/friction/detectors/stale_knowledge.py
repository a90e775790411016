"""stale-knowledge: people work from knowledge or a standard that nobody has reviewed for long."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet


class StaleKnowledge(Detector):
    fixes = ("case assignment", "integral technology")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for information, readers in _relied_on(graph).items():
            days = graph.information[information].reviewed_days_ago
            if days is not None and days > limits["limit_days"]:
                yield Sighting(
                    per=(information,),
                    steps=readers,
                    elements=(information,),
                    because=self.phrase(
                        "because",
                        information=graph.title(information),
                        days=days,
                        limit=limits["limit_days"],
                        steps=[graph.title(step) for step in readers],
                    ),
                    evidence={
                        "information": information,
                        "reviewed_days_ago": days,
                        "limit_days": limits["limit_days"],
                    },
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for information in _relied_on(graph):
            if graph.information[information].reviewed_days_ago is None:
                yield Missing("information", information, "reviewed_days_ago")


def _relied_on(graph: BlueprintGraph) -> dict[str, StepSet]:
    """Knowledge and standards that are read or needed, and the steps that do."""
    readers = {
        information.id: graph.order.set(
            step.id
            for step in graph.steps.values()
            if any(
                one.information == information.id and one.how in ("reads", "needs")
                for one in step.information
            )
        )
        for information in graph.information.values()
        if information.kind in ("knowledge", "standard")
    }
    return {information: steps for information, steps in readers.items() if steps}
