"""tool-latency: a tool makes its user wait while a customer waits too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Remedy, Sighting
from blueprint.graph import BlueprintGraph

LEAST_S = 1e-9  # whatever the limit, a tool that answers at once makes nobody wait


class ToolLatency(Detector):
    fixes = ("integral technology", "buffering", "task automation")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        slow: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for step in _felt(graph):
            for use in graph.steps[step].uses:
                latency_s = graph.tools[use.tool].latency_s
                if latency_s is not None and latency_s * use.times >= max(limits["limit_s"], LEAST_S):
                    slow[use.tool].append((step, latency_s * use.times))
        for tool in graph.tools:
            if uses := slow.get(tool):
                steps = list(dict.fromkeys(step for step, _ in uses))
                yield Sighting(
                    per=(tool,),
                    steps=steps,
                    elements=(tool,),
                    because=self.phrase(
                        "because",
                        tool=graph.title(tool),
                        seconds=max(seconds for _, seconds in uses),
                        steps=[graph.title(step) for step in steps],
                        limit=limits["limit_s"],
                    ),
                    evidence={
                        "tool": tool,
                        "latency_s": graph.tools[tool].latency_s,
                        "uses": [{"step": step, "seconds": seconds} for step, seconds in uses],
                        "limit_s": limits["limit_s"],
                    },
                    remedy=Remedy(quick=(tool,)),
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        used = {use.tool for step in _felt(graph) for use in graph.steps[step].uses}
        for tool in graph.tools.values():
            if tool.latency_s is None and tool.id in used:
                yield Missing("tool", tool.id, "latency_s")


def _felt(graph: BlueprintGraph) -> list[str]:
    """The employee-side steps in the customer's sight, or whose work a customer waits for."""
    return [step for step in graph.employee_steps if graph.kind(step) == "frontstage" or graph.serves(step)]
