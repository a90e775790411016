"""Friction in the tools: too many, too slow, closed to those who need them; and time spent searching."""

from __future__ import annotations

from collections.abc import Iterator

from tests.blueprint.friction.plain.words import Seen, Sheet, by_key


def tool_hops(sheet: Sheet) -> Iterator[Seen]:
    for actor in sheet.document.actors:
        steps = [step for step in sheet.work_of(actor.id) if sheet.steps[step].uses]
        used = [(sheet.steps[step].moment, use.tool) for step in steps for use in sheet.steps[step].uses]
        in_episode = {tool for _, tool in used}
        crowded = any(len(tools) >= 3 for tools in by_key(used).values())
        if len(in_episode) >= 4 or crowded:
            yield Seen(steps, (actor.id,))


def tool_latency(sheet: Sheet) -> Iterator[Seen]:
    for tool in sheet.tools.values():
        slow = {
            step
            for step in sheet.employees
            if sheet.serves[step] or sheet.kind_of_lane(step) == "frontstage"
            if any(
                use.tool == tool.id and (tool.latency_s or 0) * use.times >= 10
                for use in sheet.steps[step].uses
            )
        }
        if slow:
            yield Seen(slow, (tool.id,))


def access_gap(sheet: Sheet) -> Iterator[Seen]:
    for actor in sheet.document.actors:
        own = [step for step in sheet.steps if sheet.actor(step) == actor.id]
        for tool in sheet.tools.values():
            steps = [step for step in own if tool.id in _tools_needed(sheet, step)]
            if steps and tool.actors is not None and actor.id not in tool.actors:
                yield Seen(steps, (actor.id, tool.id))


def _tools_needed(sheet: Sheet, step: str) -> set[str]:
    """Those of its uses, those that its exchanges name, and those that hold what it reads or needs."""
    used = {use.tool for use in sheet.steps[step].uses}
    named = {one.tool for one in sheet.steps[step].information if one.tool is not None}
    holding = {
        sheet.information[one.information].held_in
        for one in sheet.exchanges(step, "reads", "needs")
        if one.how == "needs" or one.tool is None  # a read that names its tool needs that tool only
    }
    return used | named | {tool for tool in holding if tool is not None}


def search_time(sheet: Sheet) -> Iterator[Seen]:
    for step in sheet.steps:
        if sheet.steps[step].kind == "search" and sheet.elapsed(step) >= 2:
            yield Seen([step])
