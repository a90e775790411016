"""What the detectors and the flow say of a blueprint, once a state and language; its numbers on the sheet."""

from collections.abc import Callable, Hashable, Sequence
from itertools import count
from typing import Any

from blueprint.document import Document
from blueprint.friction.answers import findings_of
from journeys.models import Blueprint
from journeys.services.aside import aside
from journeys.services.desk import Desk
from journeys.services.memo import Memo
from journeys.services.states import document_read
from journeys.services.turns import writing

Analysis = dict[str, Any]
Item = dict[str, Any]
Read = tuple[Blueprint, Document, str]  # the newest state, and the language to speak

# Kept under the head of a state, which no two states share, and the language.
_plain: Desk[Analysis] = Desk(hands=2, size=64)
_told: Memo[Analysis] = Memo(size=32)  # what was answered, by blueprint and the state's mark


def friction_read(id_: str, *, language: str | None = None) -> tuple[Blueprint, Analysis]:
    """The analysis of the newest state and its flow, with the row it belongs to; each finding has a `number`
    that it keeps while it exists. Without `language` the sentences are in the blueprint's own. Raises Busy
    where it takes too long.
    """

    def work(read: Read) -> Analysis:
        return aside(findings_of, read[1], read[2])

    (row, _document, _language), analysis = _plain.get(id_, lambda: newest(id_, language), work)
    return row, numbered(row, analysis)


def friction_since(id_: str, *, since: str, language: str) -> tuple[Blueprint, Analysis]:
    """As `friction_read`, with the `state` that it speaks of. Where an earlier answer, of the state `since`,
    is still known here, its stretches of findings and of what could not be judged are named, not told again.
    """
    row, analysis = friction_read(id_, language=language)
    state = f"{row.head}.{language}"
    _told.keep((row.pk, state), analysis)
    told = {**analysis, "state": state}
    if (before := _told.peek((row.pk, since))) is None or not since.endswith(f".{language}"):
        return row, told
    return row, {
        **told,
        "since": since,
        "findings": stretches(analysis["findings"], before["findings"], lambda one: one["fingerprint"]),
        "unknown": stretches(analysis["unknown"], before["unknown"], lambda one: (*one.values(),)),
    }


def stretches(
    items: Sequence[Item], before: Sequence[Item], key: Callable[[Item], Hashable]
) -> list[Item | list[int]]:
    """The items in their order, where [first, end] stands for a stretch of `before`. Linear in both."""
    places = {key(item): place for place, item in enumerate(before)}
    said: list[Item | list[int]] = []
    for item in items:
        place = places.get(key(item))
        if place is None or before[place] != item:
            said.append(item)
        elif said and isinstance(last := said[-1], list) and last[1] == place:
            last[1] += 1
        else:
            said.append([place, place + 1])
    return said


def newest(id_: str, language: str | None) -> tuple[tuple[str, str], Read]:
    """What a desk is to work on, and the key of that."""
    row, document = document_read(id_)
    language = language or document.language
    return (row.head, language), (row, document, language)


def numbered(row: Blueprint, analysis: Analysis) -> Analysis:
    """An analysis of this row's state, with its seq and the number of each finding."""
    numbers = _numbers(row, [finding["fingerprint"] for finding in analysis["findings"]])
    findings = [{**finding, "number": numbers[finding["fingerprint"]]} for finding in analysis["findings"]]
    return {"seq": row.seq, **analysis, "findings": findings}


def _numbers(row: Blueprint, fingerprints: list[str]) -> dict[str, int]:
    """Those that have a number keep it; a new finding takes the lowest that is free. Written only where
    the set is another.
    """
    if set(row.numbers) == set(fingerprints):
        return row.numbers
    with writing():
        locked = Blueprint.objects.select_for_update().only("head", "numbers").get(pk=row.pk)
        numbers = {name: locked.numbers[name] for name in fingerprints if name in locked.numbers}
        taken = {*numbers.values()}
        free = (number for number in count(1) if number not in taken)
        for name in fingerprints:
            if name not in numbers:
                numbers[name] = next(free)
        # An analysis of an older state may have overtaken: it must not take numbers from findings that exist.
        if locked.head == row.head and numbers != locked.numbers:
            Blueprint.objects.filter(pk=row.pk).update(numbers=numbers)
    return numbers
