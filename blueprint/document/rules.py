"""The rules between the elements of a document: ids, references, order of moments, shares, how many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, islice
from typing import Any

from pydantic import BaseModel

from blueprint.catalogue import DETECTORS
from blueprint.document.models import Document, Moment
from blueprint.document.problems import model_in, place, show
from blueprint.document.remarks import ReviewNote
from blueprint.document.values import EXTRA, LISTS, Element, To
from blueprint.errors import SHOWN, Problem, closest
from blueprint.text import line

STEPS = 5_000
OTHERS = 20_000  # of every other kind
SLACK = 1e-9  # by which shares may add up to more than 1
NESTED = {"uses": "steps", "information": "steps", "feeds": "tools"}


def too_many(data: object) -> list[Problem]:
    """Problems of a document, still as JSON, that holds more steps, or more of what it nests, than it may.

    Of the other kinds no list may be longer than any list: see `flaws`.
    """
    if not isinstance(data, dict):
        return []
    problems = []
    steps = _list_in(data, "steps")
    if len(steps) > STEPS:
        problems.append(Problem("steps", "too-many", {"most": STEPS, "count": len(steps)}))
    for name, outer in NESTED.items():
        count = sum(len(_list_in(entry, name)) for entry in _list_in(data, outer))
        if count > OTHERS:
            problems.append(Problem(f"{outer}[].{name}", "too-many", {"most": OTHERS, "count": count}))
    return problems


def _list_in(data: object, name: str) -> list[Any]:
    entries = data.get(name) if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def broken_rules(document: Document) -> list[Problem]:
    """All breaches of the rules between elements. Linear in the size of the document."""
    kinds: dict[str, str] = {}
    found = chain(
        _ids(document, kinds),
        _references(document, kinds),
        _grouped(document.moments),
        _detectors(document),
    )
    problems = list(islice(found, SHOWN + 1))  # no further than an error can tell
    return problems or list(_shares(document))  # shares need moments and steps that exist


def in_sheet_order(document: Document) -> Document:
    """The same document with its moments in the order of the sheet: by phase, then as listed."""
    rank = {phase.id: index for index, phase in enumerate(document.phases)}
    moments = sorted(document.moments, key=lambda moment: rank[moment.phase])
    return document if moments == document.moments else document.model_copy(update={"moments": moments})


def in_threads(document: Document) -> Document:
    """The same document with each note on what has a review, as a flag may, in that review's thread: what is
    said of a finding or a flag stands in one place."""
    reviewed = {review.finding for review in document.reviews}
    moved: dict[str, list[ReviewNote]] = defaultdict(list)
    for note in document.notes:
        if note.on in reviewed:
            fields = {name: getattr(note, name) for name in ReviewNote.model_fields}
            moved[note.on].append(ReviewNote.model_validate(fields | note.extra))
    if not moved:
        return document
    return document.model_copy(
        update={
            "notes": [note for note in document.notes if note.on not in reviewed],
            "reviews": [
                review.model_copy(update={"notes": [*review.notes, *moved[review.finding]]})
                if review.finding in moved
                else review
                for review in document.reviews
            ],
        }
    )


def is_rework(kind: str, source: str, target: str, column: Mapping[str, int]) -> bool:
    """Whether a link goes back: it says so, it leads to its own step, or to an earlier moment of the sheet.

    `column` gives for each step the position of its moment.
    """
    return kind == "rework" or source == target or column[target] < column[source]


def columns(document: Document) -> dict[str, int]:
    """For each step the position of its moment on the sheet."""
    rank = {moment.id: index for index, moment in enumerate(in_sheet_order(document).moments)}
    return {step.id: rank[step.moment] for step in document.steps}


def _ids(document: Document, kinds: dict[str, str]) -> Iterator[Problem]:
    """Ids given twice; fills in the kind of each id."""
    first: dict[str, str] = {}
    for kind, where, id in _all_ids(document):
        if id in first:
            yield Problem(f"{where}.id", "duplicate-id", {"id": id, "other": first[id]})
        else:
            kinds[id], first[id] = kind, where
    findings: dict[str, int] = {}
    for index, review in enumerate(document.reviews):
        if review.finding in findings:
            values = {"id": review.finding, "other": f"reviews[{findings[review.finding]}]"}
            yield Problem(f"reviews[{index}].finding", "duplicate-id", values)
        findings.setdefault(review.finding, index)


def _all_ids(document: Document) -> Iterator[tuple[str, str, str]]:
    for kind, name in LISTS.items():
        for index, element in enumerate(getattr(document, name)):
            yield kind, f"{name}[{index}]", element.id
    for index, review in enumerate(document.reviews):
        for inner, note in enumerate(review.notes):
            yield "note", f"reviews[{index}].notes[{inner}]", note.id


def _references(document: Document, kinds: Mapping[str, str]) -> Iterator[Problem]:
    ids: dict[str, list[str]] = defaultdict(list)
    for id, kind in kinds.items():
        ids[kind].append(id)
    for where, to, id in references(document, ()):
        if kinds.get(id) not in to.kinds:
            known = [id for kind in to.kinds for id in ids[kind]]
            kind = to.kinds[0] if len(to.kinds) == 1 else "element"
            values = {"id": line(id, 64), "kind": kind, "ids": known, "close": closest(id, known)}
            yield Problem(place(where), "dangling", values)


def references(
    element: BaseModel, at: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], To, str]]:
    """Every id that an element, or what it contains, refers to, with its place and the kinds it may be of."""
    pointing, holding = members(type(element))
    for attribute, name, to in pointing:
        value = getattr(element, attribute)
        if isinstance(value, list):
            for index, id in enumerate(value):
                yield (*at, name, index), to, id
        elif value is not None:
            yield (*at, name), to, value
    for attribute, name in holding:
        value = getattr(element, attribute)
        if isinstance(value, list):
            for index, inner in enumerate(value):
                yield from references(inner, (*at, name, index))
        elif value is not None:
            yield from references(value, (*at, name))


@cache
def members(model: type[BaseModel]) -> tuple[list[tuple[str, str, To]], list[tuple[str, str]]]:
    """The fields of a model that refer to elements, and those that hold further elements."""
    pointing, holding = [], []
    for attribute, info in model.model_fields.items():
        name = info.alias or attribute
        to = next((mark for mark in info.metadata if isinstance(mark, To)), None)
        inner = model_in(info.annotation)
        if to:
            pointing.append((attribute, name, to))
        elif inner and issubclass(inner, Element):
            holding.append((attribute, name))
    return pointing, holding


def _grouped(moments: Iterable[Moment]) -> Iterator[Problem]:
    closed: set[str] = set()
    current = None
    for index, moment in enumerate(moments):
        if moment.phase in closed:
            values = {"phase": moment.phase, "moment": moment.id}
            yield Problem(f"moments[{index}].phase", "not-grouped", values)
        if current is not None and moment.phase != current:
            closed.add(current)
        current = moment.phase


def _detectors(document: Document) -> Iterator[Problem]:
    for id, setting in document.detectors.items():
        if id.startswith(EXTRA):
            continue
        if id not in DETECTORS:
            ids = list(DETECTORS)
            values = {"id": show(id), "ids": ids, "close": closest(id, ids)}
            yield Problem(place(["detectors", id]), "no-detector", values)
        else:
            yield from bad_limits(id, setting.limits, ("detectors", id))


def bad_limits(detector: str, limits: Mapping[str, object], at: tuple[str | int, ...]) -> Iterator[Problem]:
    """Problems of the limits set for a detector: only those of the catalogue, and numbers from 0."""
    names = ["on", *DETECTORS[detector]]
    for name, value in limits.items():
        where = place((*at, name))
        if name not in names:
            yield Problem(
                where, "unknown-field", {"field": name, "fields": names, "close": closest(name, names)}
            )
        elif isinstance(value, bool) or not isinstance(value, int | float):
            yield Problem(where, "type", {"expected": "number", "value": show(value)})
        elif value < 0:
            yield Problem(where, "least", {"value": show(value), "bound": 0})


def _shares(document: Document) -> Iterator[Problem]:
    column = columns(document)
    sums: dict[str, float] = defaultdict(float)
    last: dict[str, int] = {}
    for index, link in enumerate(document.links):
        if link.share is None:
            continue
        if is_rework(link.kind, link.source, link.target, column):
            if link.share >= 1:
                yield Problem(f"links[{index}].share", "rework-share", {"id": link.id})
        elif link.share < 1:
            sums[link.source] += link.share
            last[link.source] = index
    for step, total in sums.items():
        if total > 1 + SLACK:
            yield Problem(f"links[{last[step]}].share", "share-sum", {"step": step, "sum": total})
