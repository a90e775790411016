"""access-gap: someone needs a tool to which they have no access."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph


class AccessGap(Detector):
    fixes = ("integral technology", "empower", "interfacing")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        gaps: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
        for step in graph.steps:
            actor = graph.actor(step)
            for tool, needed in _needed(graph, step).items():
                granted = graph.tools[tool].actors
                if actor is not None and granted is not None and actor not in granted:
                    gaps[actor, tool][step] = needed
        for (actor, tool), steps in gaps.items():
            information = sorted({one for needed in steps.values() for one in needed})
            yield Sighting(
                per=(actor, tool),
                steps=steps,
                elements=(actor, tool),
                because=self.phrase(
                    "because.information" if information else "because",
                    actor=graph.title(actor),
                    tool=graph.title(tool),
                    steps=[graph.title(step) for step in steps],
                    information=[graph.title(one) for one in information],
                ),
                evidence={
                    "actor": actor,
                    "tool": tool,
                    "access": graph.tools[tool].actors,
                    "information": information,
                },
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.steps:
            restricted = any(graph.tools[tool].actors is not None for tool in _needed(graph, step))
            if restricted and graph.actor(step) is None:
                yield Missing("step", step, "actor")


def _needed(graph: BlueprintGraph, step: str) -> dict[str, set[str]]:
    """The tools that a step takes, each with the information for which it is needed."""
    tools: dict[str, set[str]] = {use.tool: set() for use in graph.steps[step].uses}
    for exchange in graph.steps[step].information:
        if exchange.tool is not None:
            tools.setdefault(exchange.tool, set()).add(exchange.information)
        held_in = graph.information[exchange.information].held_in
        named = exchange.how == "reads" and exchange.tool is not None
        if exchange.how in ("reads", "needs") and held_in is not None and not named:
            tools.setdefault(held_in, set()).add(exchange.information)
    return tools
