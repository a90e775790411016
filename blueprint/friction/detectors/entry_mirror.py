"""entry-mirror: behind each channel other tools; the customer walks the organisation chart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from blueprint.friction.base import MAZE, Detector, Limits, Phrase, Sighting, mazes
from blueprint.graph import BlueprintGraph


class EntryMirror(Detector):
    fixes = ("integral technology", "case manager", "triage")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for maze in mazes(graph):
            tools = {step: _tools_behind(graph, step) for step in maze.branches}
            equipped = {step: names for step, names in tools.items() if names}
            shared = any(one.keys() & two.keys() for one, two in combinations(equipped.values(), 2))
            if len(equipped) < MAZE or shared:
                continue
            yield Sighting(
                per=maze.per(),
                steps=maze.steps(),
                because=self.phrase(
                    "because",
                    count=len(equipped),
                    branches=[self._branch(graph, step, list(names)) for step, names in equipped.items()],
                    tools=[graph.title(tool) for names in equipped.values() for tool in names],
                ),
                evidence={
                    "decision": maze.decision,
                    "tools": {step: list(names) for step, names in equipped.items()},
                },
            )

    def _branch(self, graph: BlueprintGraph, step: str, tools: list[str]) -> Phrase:
        return self.phrase("branch", step=graph.title(step), tools=[graph.title(tool) for tool in tools])


def _tools_behind(graph: BlueprintGraph, step: str) -> dict[str, None]:
    return dict.fromkeys(use.tool for work in graph.behind(step) for use in graph.steps[work].uses)
