"""Friction in what people know: information typed twice, told twice, late, stale, or read by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.blueprint.friction.plain.words import Seen, Sheet

DAY_MIN = 24 * 60


class Entry(NamedTuple):
    """The information is typed at a step, at a place of its list, into a tool."""

    step: str
    place: int
    tool: str


def re_entry(sheet: Sheet) -> Iterator[Seen]:
    for information in sheet.information:
        entries = _entries(sheet, information)
        repeated = [
            (entry, earlier)
            for entry in entries
            for earlier in entries
            if _typed_before(sheet, earlier, entry)
            and not _carried(sheet, information, earlier.tool, entry.tool)
        ]
        held = [entry for entry in entries if _held_elsewhere(sheet, information, entry.tool)]
        steps = {entry.step for pair in repeated for entry in pair} | {entry.step for entry in held}
        if steps:
            yield Seen(steps, (information,))


def _entries(sheet: Sheet, information: str) -> list[Entry]:
    """An entry without a tool is unknown."""
    return [
        Entry(step.id, place, one.tool)
        for step in sheet.steps.values()
        for place, one in enumerate(step.information)
        if one.how == "types" and one.information == information and one.tool is not None
    ]


def _typed_before(sheet: Sheet, earlier: Entry, entry: Entry) -> bool:
    """Into another tool, earlier in the list of the same step or at a step that leads to it."""
    if earlier.step == entry.step:
        before = earlier.place < entry.place
    else:
        before = entry.step in sheet.after[earlier.step]
    return before and earlier.tool != entry.tool


def _held_elsewhere(sheet: Sheet, information: str, tool: str) -> bool:
    """It can be read in another tool, which neither feeds this one nor is fed by it."""
    holder = sheet.information[information].held_in
    if holder is None or holder == tool:
        return False
    return not _carried(sheet, information, tool, holder) and not _carried(sheet, information, holder, tool)


def _carried(sheet: Sheet, information: str, source: str, target: str) -> bool:
    """Whether a chain of feeds carries the information from one tool to the other."""
    reached, todo = set(), [source]
    while todo:
        feeds = sheet.tools[todo.pop()].feeds
        onward = {feed.to for feed in feeds if feed.information == information} - reached
        reached |= onward
        todo += onward
    return target in reached


def customer_repeats(sheet: Sheet) -> Iterator[Seen]:
    for information in sheet.information:
        telling = [
            step
            for step in sheet.customers
            if any(one.information == information for one in sheet.exchanges(step, "tells"))
        ]
        pairs = [(one, two) for one in telling for two in telling if one != two and two in sheet.after[one]]
        if pairs:
            yield Seen({step for pair in pairs for step in pair}, (information,))


def information_gap(sheet: Sheet) -> Iterator[Seen]:
    for step in sheet.steps:
        for one in sheet.exchanges(step, "needs"):
            delay = sheet.information[one.information].delay_min
            too_old = one.within_min is not None and delay is not None and one.within_min < delay
            if one.state not in (None, "ok") or too_old:
                yield Seen([step])
                break


def stale_knowledge(sheet: Sheet) -> Iterator[Seen]:
    for information in sheet.information.values():
        readers = _readers(sheet, information.id)
        old = (information.reviewed_days_ago or 0) > 180
        if information.kind in ("knowledge", "standard") and old and readers:
            yield Seen(readers, (information.id,))


def feedback_latency(sheet: Sheet) -> Iterator[Seen]:
    for information in sheet.information.values():
        readers = _readers(sheet, information.id) & sheet.employees
        late = (information.delay_min or 0) > 7 * DAY_MIN
        if information.kind == "signal" and (late or not readers):
            yield Seen(readers, (information.id,))


def _readers(sheet: Sheet, information: str) -> set[str]:
    return {
        step
        for step in sheet.steps
        if any(one.information == information for one in sheet.exchanges(step, "reads", "needs"))
    }
