"""re-entry: information is typed into a tool although another tool has it, and no feed carries it over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from blueprint.friction.base import Detector, Feed, Limits, Missing, Phrase, Remedy, Saving, Sighting
from blueprint.graph import BlueprintGraph

ASSUMED_MIN = 0.5  # what an entry takes where nobody says


@dataclass(frozen=True)
class Entry:
    """One typing: at which step, at which place of its list, into which tool."""

    step: str
    place: int
    tool: str
    work_min: float | None


@dataclass(frozen=True)
class Repeat:
    """An entry of what was typed before elsewhere, or what another tool holds already."""

    entry: Entry
    before: tuple[Entry, ...]
    held_in: str | None


class ReEntry(Detector):
    fixes = ("integral technology", "interfacing", "task elimination")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for information, entries in _entries(graph).items():
            if repeats := _repeats(graph, information, entries):
                yield self._sighting(graph, information, repeats)

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.steps.values():
            for place, exchange in enumerate(step.information):
                if exchange.how == "types" and exchange.tool is None:
                    yield Missing("step", step.id, f"information[{place}].tool")

    def _sighting(self, graph: BlueprintGraph, information: str, repeats: list[Repeat]) -> Sighting:
        again = [repeat.entry for repeat in repeats]
        earlier = list(dict.fromkeys(entry for repeat in repeats for entry in repeat.before))
        first = [entry for entry in earlier if entry not in again] or earlier
        holder = next((repeat.held_in for repeat in repeats if repeat.held_in is not None), None)
        work = [ASSUMED_MIN if entry.work_min is None else entry.work_min for entry in again]
        sources = dict.fromkeys([*([holder] if holder else []), *(entry.tool for entry in first)])
        values = {
            "information": graph.title(information),
            "again": self._places(graph, again),
            "before": self._places(graph, first),
            "holder": graph.title(holder) if holder else "",
            "sources": [graph.title(tool) for tool in sources],
            "targets": [graph.title(tool) for tool in dict.fromkeys(entry.tool for entry in again)],
            "minutes": sum(work),
        }
        return Sighting(
            per=(information,),
            steps=[entry.step for entry in (*again, *earlier)],
            elements=(information,),
            because=self.phrase(
                "because.held" if not first else "because.both" if holder else "because.typed", **values
            ),
            evidence={
                "information": information,
                "entries": [
                    {
                        "step": repeat.entry.step,
                        "tool": repeat.entry.tool,
                        "work_min": minutes,
                        "typed_before": [{"step": entry.step, "tool": entry.tool} for entry in repeat.before],
                        "held_in": repeat.held_in,
                    }
                    for repeat, minutes in zip(repeats, work, strict=True)
                ],
            },
            assumed=any(entry.work_min is None for entry in again),
            remedy=_remedy(graph, information, repeats),
        )

    def _places(self, graph: BlueprintGraph, entries: list[Entry]) -> list[Phrase]:
        places = dict.fromkeys((entry.tool, entry.step) for entry in entries)
        return [self.phrase("place", tool=graph.title(tool), step=graph.title(step)) for tool, step in places]


def _remedy(graph: BlueprintGraph, information: str, repeats: list[Repeat]) -> Remedy:
    """What is typed again is typed no more, and the tools that have it feed those that want it."""
    gone = _too_many(graph, repeats)
    feeds = [
        Feed(source, information, repeat.entry.tool)
        for repeat in gone
        for source in (repeat.held_in, *(entry.tool for entry in repeat.before))
        if source is not None
    ]
    return Remedy(
        savings=tuple(
            Saving(
                entry.step, ASSUMED_MIN if entry.work_min is None else entry.work_min, entry.work_min is None
            )
            for entry in (repeat.entry for repeat in gone)
        ),
        dropped=tuple((repeat.entry.step, repeat.entry.place) for repeat in gone),
        feeds=tuple(dict.fromkeys(feeds)),
    )


def _too_many(graph: BlueprintGraph, repeats: list[Repeat]) -> list[Repeat]:
    """The repeats without those of an exchange in which only later members type it: the first of them stays,
    unless something else still has it typed before."""
    kept = [repeat for repeat in repeats if repeat.held_in is None and _comes_first(graph, repeat)]
    staying = {repeat.entry for repeat in kept}
    others = {repeat.entry for repeat in repeats} - staying
    kept = [repeat for repeat in kept if others.issuperset(repeat.before)]
    return [repeat for repeat in repeats if repeat not in kept]


def _comes_first(graph: BlueprintGraph, repeat: Repeat) -> bool:
    """Whether all that it repeats stands after it, in its own exchange."""
    place, unit, own = graph.order.place, graph.unit(repeat.entry.step), repeat.entry
    return all(
        entry.step in unit and (place[entry.step], entry.place) > (place[own.step], own.place)
        for entry in repeat.before
    )


def _entries(graph: BlueprintGraph) -> dict[str, list[Entry]]:
    """What is typed where, by information, in document order. An entry without a tool is unknown."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for step in graph.steps.values():
        for place, exchange in enumerate(step.information):
            if exchange.how == "types" and exchange.tool is not None:
                entries[exchange.information].append(Entry(step.id, place, exchange.tool, exchange.work_min))
    return entries


def _repeats(graph: BlueprintGraph, information: str, entries: list[Entry]) -> list[Repeat]:
    feeds = _Feeds(graph, information)
    held_in = graph.information[information].held_in
    by_tool: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        by_tool[entry.tool][entry.step].append(entry)
    typing = {tool: graph.order.set(steps) for tool, steps in by_tool.items()}
    repeats = []
    for entry in entries:
        earlier = graph.before(entry.step) | {entry.step}
        before = [
            one
            for tool, steps in typing.items()
            if tool != entry.tool and not feeds.carry(tool, entry.tool)
            for step in steps & earlier
            for one in by_tool[tool][step]
            if step != entry.step or one.place < entry.place
        ]
        held = (
            held_in is not None
            and held_in != entry.tool
            and not feeds.carry(entry.tool, held_in)
            and not feeds.carry(held_in, entry.tool)
        )
        if before or held:
            repeats.append(Repeat(entry, tuple(before), held_in if held else None))
    return repeats


class _Feeds:
    """Which tools one information reaches from another without a hand, directly or through others."""

    def __init__(self, graph: BlueprintGraph, information: str) -> None:
        self.next = {
            tool.id: {feed.to for feed in tool.feeds if feed.information == information}
            for tool in graph.tools.values()
        }
        self.reached: dict[str, set[str]] = {}

    def carry(self, source: str, target: str) -> bool:
        if source not in self.reached:
            reached: set[str] = set()
            todo = [source]
            while todo:
                todo += self.next[todo.pop()] - reached
                reached.update(todo)
            self.reached[source] = reached
        return target in self.reached[source]
