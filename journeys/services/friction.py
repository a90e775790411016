"""What the detectors and the flow say of a blueprint, once a state and language; its numbers on the sheet."""

from itertools import count
from typing import Any

from blueprint.document import Document
from blueprint.friction.answers import findings_of
from journeys.models import Blueprint
from journeys.services.aside import aside
from journeys.services.desk import Desk
from journeys.services.states import document_read
from journeys.services.turns import writing

Analysis = dict[str, Any]
Read = tuple[Blueprint, Document, str]  # the newest state, and the language to speak

# Kept under the head of a state, which no two states share, and the language.
_plain: Desk[Analysis] = Desk(hands=2, size=64)


def friction_read(id_: str, *, language: str | None = None) -> tuple[Blueprint, Analysis]:
    """The analysis of the newest state and its flow, with the row it belongs to; each finding has a `number`
    that it keeps while it exists. Without `language` the sentences are in the blueprint's own. Raises Busy
    where it takes too long.
    """

    def work(read: Read) -> Analysis:
        return aside(findings_of, read[1], read[2])

    (row, _document, _language), analysis = _plain.get(id_, lambda: newest(id_, language), work)
    return row, numbered(row, analysis)


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
