"""tool-hops: one person goes from tool to tool to do one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from blueprint.friction.base import Detector, Limits, Missing, Phrase, Remedy, Saving, Sighting
from blueprint.graph import BlueprintGraph

ASSUMED_S = 2.0  # what a change of tool takes


class ToolHops(Detector):
    fixes = ("integral technology", "interfacing", "specialist-generalist")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for actor in graph.actors:
            steps = _steps_with_tools(graph, actor)
            tools = dict.fromkeys(use.tool for step in steps for use in graph.steps[step].uses)
            in_moments = _tools_by_moment(graph, steps)
            crowded = {
                moment: used for moment, used in in_moments.items() if len(used) >= limits["tools_per_moment"]
            }
            over = bool(tools) and len(tools) >= limits["tools_per_episode"]
            if not over and not crowded:
                continue
            uses = [(step, use.tool) for step in steps for use in graph.steps[step].uses]
            sequence = [tool for tool, _ in groupby(tool for _, tool in uses)]
            into = [step for (_, last), (step, tool) in pairwise(uses) if tool != last]
            changes = len(into)
            yield Sighting(
                per=(actor,),
                steps=steps,
                elements=(actor,),
                because=self.phrase(
                    ("because.both" if crowded else "because.episode") if over else "because.moment",
                    actor=graph.title(actor),
                    count=len(tools),
                    tools=[graph.title(tool) for tool in tools],
                    moments=self._moments(graph, crowded, "moment"),
                    short=self._moments(graph, crowded, "moment.short"),
                    changes=changes,
                ),
                evidence={
                    "actor": actor,
                    "tools": list(tools),
                    "tools_by_moment": {moment: list(used) for moment, used in in_moments.items()},
                    "sequence": sequence,
                    "changes": changes,
                    "seconds_per_change": ASSUMED_S,
                    "tools_per_episode": limits["tools_per_episode"],
                    "tools_per_moment": limits["tools_per_moment"],
                },
                assumed=True,
                remedy=Remedy(
                    savings=tuple(Saving(step, ASSUMED_S / 60, True) for step in into), one_tool=(actor,)
                ),
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.employee_steps:
            if graph.steps[step].uses and graph.actor(step) is None:
                yield Missing("step", step, "actor")

    def _moments(
        self, graph: BlueprintGraph, crowded: dict[str, dict[str, None]], variant: str
    ) -> list[Phrase]:
        return [
            self.phrase(
                variant,
                moment=graph.title(moment),
                count=len(tools),
                tools=[graph.title(tool) for tool in tools],
            )
            for moment, tools in crowded.items()
        ]


def _steps_with_tools(graph: BlueprintGraph, actor: str) -> list[str]:
    """The actor's employee-side steps that have uses, as the episode goes: by moment, then as listed."""
    return sorted((step for step in graph.steps_by(actor) if graph.steps[step].uses), key=graph.when)


def _tools_by_moment(graph: BlueprintGraph, steps: list[str]) -> dict[str, dict[str, None]]:
    used: dict[str, dict[str, None]] = defaultdict(dict)
    for step in steps:
        used[graph.steps[step].moment] |= dict.fromkeys(use.tool for use in graph.steps[step].uses)
    return used
