"""channel-maze: the customer has to find the right channel alone."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import MAZE, Detector, Limits, Missing, Sighting, mazes, ways
from blueprint.graph import BlueprintGraph


class ChannelMaze(Detector):
    fixes = ("triage", "contact reduction", "case manager")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for maze in mazes(graph):
            channels = list(dict.fromkeys(graph.steps[step].channel or "" for step in maze.branches))
            yield Sighting(
                per=maze.per(),
                steps=maze.steps(),
                because=self.phrase(
                    "because.entries" if maze.decision is None else "because.decision",
                    decision=graph.title(maze.decision or ""),
                    count=len(channels),
                    channels=[graph.title(channel) for channel in channels],
                    branches=[graph.title(step) for step in maze.branches],
                ),
                evidence={
                    "decision": maze.decision,
                    "channels": {step: graph.steps[step].channel for step in maze.branches},
                },
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        judged = {maze.decision for maze in mazes(graph)}
        for decision, branches in ways(graph):
            if decision not in judged and len(branches) >= MAZE:
                for step in branches:
                    if graph.steps[step].channel is None:
                        yield Missing("step", step, "channel")
