"""Friction in what is asked of people: latitude, standards, aims, moods, and help at a moment of truth."""

from __future__ import annotations

from collections.abc import Iterator

from tests.blueprint.friction.plain.words import Seen, Sheet


def autonomy_gap(sheet: Sheet) -> Iterator[Seen]:
    for step in sheet.employees:
        one = sheet.steps[step]
        if one.kind != "approval" and one.decides == "asks" and one.stakes == "minor":
            yield Seen([step])


def ambiguous_standard(sheet: Sheet) -> Iterator[Seen]:
    for step in sheet.employees:
        if sheet.steps[step].standard in ("ambiguous", "none") and sheet.touches(step) & sheet.truths:
            yield Seen([step])


def misaligned_objective(sheet: Sheet) -> Iterator[Seen]:
    for step in sheet.employees:
        expected = {sheet.steps[customer].expects for customer in sheet.touches(step)}
        judged_on = sheet.steps[step].measured_on
        if judged_on in ("speed", "occupancy", "volume") and expected & {"accuracy", "resolution", "value"}:
            yield Seen([step])


def mirror_dip(sheet: Sheet) -> Iterator[Seen]:
    low = {step for step, one in sheet.steps.items() if one.emotion is not None and one.emotion <= -1}
    for step in sheet.employees & low:
        if any(sheet.column(customer) >= sheet.column(step) for customer in sheet.touches(step) & low):
            yield Seen([step])


def no_recovery(sheet: Sheet) -> Iterator[Seen]:
    for truth in sheet.truths:
        recoveries = {sheet.steps[step].recovery for step in sheet.works_for(truth)}
        if "none" in recoveries and "possible" not in recoveries:
            yield Seen([truth])


def unsupported_moment(sheet: Sheet) -> Iterator[Seen]:
    sides = [{link.source in sheet.customers, link.target in sheet.customers} for link in sheet.flow]
    for truth in sheet.truths:
        beside = any(sheet.column(step) == sheet.column(truth) for step in sheet.employees)
        if {True, False} in sides and not sheet.works_for(truth) and not beside:
            yield Seen([truth])


def single_point(sheet: Sheet) -> Iterator[Seen]:
    for actor in sheet.document.actors:
        on_all = any(
            ways and all(actor.id in map(sheet.actor, way) for way in ways)
            for ways in (_ways_to(sheet, truth) for truth in sheet.truths)
        )
        if actor.headcount == 1 and on_all:
            yield Seen(sheet.work_of(actor.id), (actor.id,))


def _ways_to(sheet: Sheet, truth: str) -> list[list[str]]:
    """Every path of employee-side steps that begins where work begins and ends in the moment of truth."""
    starts = [step for step in sheet.employees if not sheet.previous[step] & sheet.employees]
    return [way for start in starts for way in _ways(sheet, [start], truth)]


def _ways(sheet: Sheet, way: list[str], truth: str) -> Iterator[list[str]]:
    if truth in sheet.next[way[-1]]:
        yield way
    for step in sheet.next[way[-1]] & sheet.employees - set(way):
        yield from _ways(sheet, [*way, step], truth)
