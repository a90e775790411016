"""Carries remedies out: another blueprint, with the figures that `Variants` gives for the same remedies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from blueprint.document import Document, Feed, Step, Tool, Use
from blueprint.friction.passing import free_id, ids_of, pass_over
from blueprint.friction.remedies import Remedy
from blueprint.graph import BlueprintGraph
from blueprint.text import say

INSTANT = {"kind": "action", "work_min": 0.0, "wait_min": 0.0, "uses": []}


def carry_out(document: Document, remedy: Remedy) -> Document:
    """The blueprint in which the remedy is carried out. Steps that it changes are `proposed`."""
    graph = BlueprintGraph(document)
    screens = dict(_screens(graph, remedy))
    changed = _Steps(graph, remedy, screens)
    cut = set(remedy.cut)
    document = document.model_copy(
        update={
            "steps": [changed(step) for step in document.steps],
            "tools": [*_tools(document, remedy), *screens.values()],
            "links": [link for link in document.links if link.id not in cut],
        }
    )
    return pass_over(document, remedy.passed_over)


def _screens(graph: BlueprintGraph, remedy: Remedy) -> Iterator[tuple[str, Tool]]:
    """For each actor who is to need one tool only, that tool."""
    taken = ids_of(graph.document)
    for actor in remedy.one_tool:
        title = say(graph.document.language, "target.one-tool", actor=graph.title(actor))
        yield actor, Tool(id=free_id(taken, "tool"), title=title, latency_s=0.0, actors=None)


def _tools(document: Document, remedy: Remedy) -> Iterator[Tool]:
    feeds: dict[str, list[Feed]] = defaultdict(list)
    for feed in remedy.feeds:
        feeds[feed.tool].append(Feed(information=feed.information, to=feed.to))
    for tool in document.tools:
        changes: dict[str, Any] = {}
        if tool.id in remedy.quick:
            changes["latency_s"] = 0.0
        if new := [feed for feed in feeds[tool.id] if feed not in tool.feeds]:
            changes["feeds"] = [*tool.feeds, *new]
        yield tool.model_copy(update=changes) if changes else tool


class _Steps:
    """What becomes of a step."""

    def __init__(self, graph: BlueprintGraph, remedy: Remedy, screens: dict[str, Tool]) -> None:
        self.graph, self.remedy, self.screens = graph, remedy, screens
        self.saved: dict[str, float] = defaultdict(float)
        for saving in remedy.savings:
            self.saved[saving.step] += saving.minutes
        self.dropped: dict[str, set[int]] = defaultdict(set)
        for step, place in remedy.dropped:
            self.dropped[step].add(place)

    def __call__(self, step: Step) -> Step:
        changes = dict(self._changes(step))
        changes = {name: value for name, value in changes.items() if value != getattr(step, name)}
        return step.model_copy(update={**changes, "basis": "proposed"}) if changes else step

    def _changes(self, step: Step) -> Iterator[tuple[str, Any]]:
        work = step.work_min
        if work is not None:
            work = max(0.0, work - self.saved[step.id])
        if gone := self.dropped[step.id]:
            yield "information", [one for place, one in enumerate(step.information) if place not in gone]
        if step.id in self.remedy.alone:
            yield "decides", "alone"
        if step.id in self.remedy.instant:
            yield from INSTANT.items()
            return
        screen = self.screens.get(self.graph.actor(step.id) or "")
        if screen and step.uses and step.id in self.graph.employee_steps:
            yield "uses", [Use(tool=screen.id, times=1)]
            if waits := self._waits(step):  # the one tool is not quicker than those it stands for
                work = (work or 0.0) + waits
        yield "work_min", work

    def _waits(self, step: Step) -> float:
        tools = self.graph.tools
        slow = [use for use in step.uses if use.tool not in self.remedy.quick]
        return sum((tools[use.tool].latency_s or 0) * use.times for use in slow) / 60
