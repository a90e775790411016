"""search-time: minutes go by in looking for something."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Remedy, Sighting, unknown_times
from blueprint.graph import BlueprintGraph


class SearchTime(Detector):
    fixes = ("integral technology", "task elimination", "task automation")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in _searches(graph):
            elapsed = graph.elapsed_min(step)
            if elapsed >= limits["limit_min"] and elapsed > 0:
                tools = list(dict.fromkeys(use.tool for use in graph.steps[step].uses))
                yield Sighting(
                    per=(step,),
                    steps=(step,),
                    because=self.phrase(
                        "because.tools" if tools else "because",
                        step=graph.title(step),
                        minutes=elapsed,
                        limit=limits["limit_min"],
                        tools=[graph.title(tool) for tool in tools],
                    ),
                    evidence={"elapsed_min": elapsed, "tools": tools, "limit_min": limits["limit_min"]},
                    remedy=Remedy(instant=(step,)),
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in _searches(graph):
            yield from unknown_times(graph, step)


def _searches(graph: BlueprintGraph) -> list[str]:
    return [step.id for step in graph.steps.values() if step.kind == "search"]
