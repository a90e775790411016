"""What the detectors say of a blueprint, once a state and language, and its numbers on the sheet."""

from itertools import count
from typing import Any

from blueprint.friction import analyse
from journeys.models import Blueprint
from journeys.services.memo import Memo
from journeys.services.states import document_read
from journeys.services.turns import writing

Analysis = dict[str, Any]

_analyses: Memo[Analysis] = Memo(size=64)  # (head, language)


def friction_read(id_: str, *, language: str | None = None) -> tuple[Blueprint, Analysis]:
    """The analysis of the newest state, with the row it belongs to; each finding has a `number` that it
    keeps while it exists. Without `language` the sentences are in the blueprint's own.
    """
    row, document = document_read(id_)
    language = language or document.language
    analysis = _analyses.get((row.head, language), lambda: analyse(document, language=language).as_data())
    numbers = _numbers(row, [finding["fingerprint"] for finding in analysis["findings"]])
    findings = [{**finding, "number": numbers[finding["fingerprint"]]} for finding in analysis["findings"]]
    return row, {"seq": row.seq, "findings": findings, "unknown": analysis["unknown"]}


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
