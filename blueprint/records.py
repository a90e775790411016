"""A blueprint as flat records: what the change log speaks of, and how a document becomes records and back.

A state is `{type: {id: record}}`. States are never changed in place, nor are their records: a new state
shares with the old one whatever is equal. A record is complete: `id`, `order`, every field of its type, and
the fields that begin with `x-` where given (of a detector also its limits). Uses, exchanges, feeds and the
notes of reviews, which a document nests, are records of their own, so that two people who add a tool to one
step, or a note to one thread, both succeed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo

from blueprint.document import models, remarks
from blueprint.document.models import Document
from blueprint.document.rules import members
from blueprint.document.values import EXTRA, FREE, LISTS, Element, To
from blueprint.document.writing import plain
from blueprint.ordering import keys_between

Record = dict[str, Any]
State = Mapping[str, Mapping[str, Record]]

BLUEPRINT = "blueprint"  # the type of the one record that holds the document's own fields, and its id
OWN_NAMES = frozenset({BLUEPRINT, "review", "detector"})  # types whose ids are not shared with the others
THREAD = ("note", "on")  # the one field that may name a review: its note is part of the review's thread


@dataclass(frozen=True)
class Field:
    """One field of a record type. `to` are the types its ids may be of; none for a plain value."""

    name: str
    attribute: str
    info: FieldInfo
    to: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether it must be given. A required reference also makes its target the record's owner."""
        return self.info.is_required()

    @cached_property
    def kinds(self) -> frozenset[str]:
        """All types of which it may name a record."""
        if self.name == "area":
            return frozenset(kind for _, _, to in members(remarks.Area)[0] for kind in to.kinds)
        return frozenset(self.to)

    def default(self) -> Any:
        """The value where none is given; a new one each time, as lists are."""
        return plain(self.info.get_default(call_default_factory=True))

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """Validates a value of the field."""
        kind: Any = self.info.annotation
        for mark in self.info.metadata:
            kind = Annotated[kind, mark]
        return TypeAdapter(kind, config=ConfigDict(strict=True))

    def ids(self, value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
        """The ids that a value of this field names, each with the types it may be of."""
        if value is None:
            return
        if self.name == "area":
            for _, name, to in members(remarks.Area)[0]:
                yield from ((to.kinds, id) for id in value[name])
        elif self.to:
            yield from ((self.to, id) for id in (value if isinstance(value, list) else [value]))

    def without(self, value: Any, gone: frozenset[str] | set[str]) -> Any:
        """The value of an optional reference after some of the ids it names are gone."""
        return [id for id in value if id not in gone] if self.to and isinstance(value, list) else None


@dataclass(frozen=True)
class RecordType:
    """A type of record: its fields in order, and the field whose target it is listed under, if any."""

    name: str
    fields: dict[str, Field]
    parent: str = ""

    @cached_property
    def references(self) -> tuple[Field, ...]:
        """The fields that name other records."""
        return tuple(field for field in self.fields.values() if field.to or field.name == "area")


def _record_type(name: str, model: type[Element], parent: str = "") -> RecordType:
    fields = {}
    if parent:
        mark = FieldInfo(annotation=str)
        fields[parent] = Field(parent, parent, mark, (parent,))
    nested = {"uses", "feeds"} | {"step": {"information"}, "review": {"notes"}}.get(name, set())
    for attribute, info in model.model_fields.items():
        if attribute in {"id", "finding"} | nested or (model is Document and attribute in _ELSEWHERE):
            continue
        to = next((mark.kinds for mark in info.metadata if isinstance(mark, To)), ())
        if (name, attribute) == THREAD:
            to = ("review", *to)
        fields[info.alias or attribute] = Field(info.alias or attribute, attribute, info, to)
    return RecordType(name, fields, parent)


_ELSEWHERE = {"format", *LISTS.values(), "reviews", "blanks", "detectors"}

# Every type after those that may own it, so that one pass in this order finds all that a removal takes along.
RECORDS: dict[str, RecordType] = {
    kind.name: kind
    for kind in (
        _record_type(BLUEPRINT, Document),
        _record_type("phase", models.Phase),
        _record_type("moment", models.Moment),
        _record_type("lane", models.Lane),
        _record_type("actor", models.Actor),
        _record_type("channel", models.Channel),
        _record_type("tool", models.Tool),
        _record_type("information", models.Information),
        _record_type("feed", models.Feed, "tool"),
        _record_type("step", models.Step),
        _record_type("use", models.Use, "step"),
        _record_type("exchange", models.Exchange, "step"),
        _record_type("link", models.Link),
        _record_type("review", remarks.Review),
        _record_type("note", remarks.Note),
        _record_type("flag", remarks.Flag),
        RecordType("detector", {"on": Field("on", "on", models.DetectorSetting.model_fields["on"])}),
        _record_type("blank", models.Blank),
    )
}


def to_records(document: Document) -> dict[str, dict[str, Record]]:
    """The records of a document. Elements without an id in the document get one: `use-1`, `use-2` …"""
    state: dict[str, dict[str, Record]] = {name: {} for name in RECORDS}
    names = _Names(document)
    state[BLUEPRINT][BLUEPRINT] = _record(BLUEPRINT, BLUEPRINT, "", document)
    for kind, name in LISTS.items():
        _add(state, kind, [(element.id, element) for element in getattr(document, name)])
    _add(state, "review", [(review.finding, review) for review in document.reviews])
    _add_threads(state, document)
    _add(state, "blank", [(names.new("blank"), blank) for blank in document.blanks])
    _add(state, "detector", list(document.detectors.items()))
    for step in document.steps:
        _add(state, "use", [(names.new("use"), use) for use in step.uses], step.id)
        _add(state, "exchange", [(names.new("exchange"), exchange) for exchange in step.information], step.id)
    for tool in document.tools:
        _add(state, "feed", [(names.new("feed"), feed) for feed in tool.feeds], tool.id)
    return state


def to_document(state: State) -> Document:
    """The document of a state. Its lists are in the order of the sheet."""
    own = state[BLUEPRINT][BLUEPRINT]
    data: dict[str, Any] = {"format": "blueprint/1"} | _content(own)
    for kind, name in LISTS.items():
        data[name] = [{"id": record["id"]} | _content(record) for record in in_order(state, kind)]
    _threads(state, data)
    data["blanks"] = [_content(record) for record in in_order(state, "blank")]
    data["detectors"] = {
        record["id"]: record.get(FREE) if record["id"].startswith(EXTRA) else _content(record)
        for record in in_order(state, "detector")
    }
    for kind, parent, name in (
        ("use", "step", "uses"),
        ("exchange", "step", "information"),
        ("feed", "tool", "feeds"),
    ):
        nested: dict[str, list[Record]] = {id: [] for id in state[parent]}
        for record in in_order(state, kind):
            content = _content(record)
            nested[content.pop(parent)].append(content)
        for element in data[LISTS[parent]]:
            element[name] = nested[element["id"]]
    return Document.model_validate(data)


def in_order(state: State, kind: str) -> list[Record]:
    """The records of a type by their order, ties by id; moments first by the order of their phases (C11)."""
    records = sorted(state[kind].values(), key=lambda record: (record["order"], record["id"]))
    if kind == "moment":
        rank = {phase["id"]: position for position, phase in enumerate(in_order(state, "phase"))}
        records.sort(key=lambda moment: rank[moment["phase"]])
    return records


def _threads(state: State, data: dict[str, Any]) -> None:
    """The reviews, each with the notes that are on it, which leave the list of notes."""
    threads: dict[str, list[Record]] = {id: [] for id in state["review"]}
    loose = []
    for note in data["notes"]:
        if note["on"] in threads:
            threads[note["on"]].append({name: value for name, value in note.items() if name != "on"})
        else:
            loose.append(note)
    data["notes"] = loose
    data["reviews"] = [
        {"finding": record["id"]} | _content(record) | {"notes": threads[record["id"]]}
        for record in in_order(state, "review")
    ]


def _add_threads(state: dict[str, dict[str, Record]], document: Document) -> None:
    """The notes of reviews as records, after those of the sheet."""
    told = [(review.finding, note) for review in document.reviews for note in review.notes]
    last = max((record["order"] for record in state["note"].values()), default=None)
    for (finding, note), key in zip(told, keys_between(last, None, len(told)), strict=True):
        whole = remarks.Note.model_validate(dict(note) | note.extra | {"on": finding})
        state["note"][note.id] = _record("note", note.id, key, whole)


def _add(
    state: dict[str, dict[str, Record]], kind: str, elements: list[tuple[str, Any]], parent: str = ""
) -> None:
    keys = keys_between(None, None, len(elements))
    for (id, element), key in zip(elements, keys, strict=True):
        state[kind][id] = _record(kind, id, key, element, parent)


def _record(kind: str, id: str, order: str, element: Any, parent: str = "") -> Record:
    record: Record = {"id": id, "order": order}
    for name, field in RECORDS[kind].fields.items():
        is_parent = name == RECORDS[kind].parent
        record[name] = parent if is_parent else plain(getattr(element, field.attribute))
    record.update(plain(element.extra))
    return record


def _content(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in ("id", "order")}


class _Names:
    """Hands out ids for elements that have none in the document."""

    def __init__(self, document: Document) -> None:
        self.taken = {element.id for name in LISTS.values() for element in getattr(document, name)}
        self.taken.update(note.id for review in document.reviews for note in review.notes)
        self.last: dict[str, int] = {}

    def new(self, kind: str) -> str:
        """The next free id of this kind."""
        while True:
            self.last[kind] = self.last.get(kind, 0) + 1
            if (id := f"{kind}-{self.last[kind]}") not in self.taken:
                return id
