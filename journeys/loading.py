"""Rows to records and back.

A record is what the log and the editor know (blueprint/records.py); its row has the same fields as
columns, references as keys of other rows, and `extra` for fields that have no column.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from blueprint.records import BLUEPRINT, Record, State
from journeys.models import Blueprint, Row
from journeys.models.elements import key_of

# A field whose name Python keeps for itself has another as a column.
RENAMED = {"form": "as"}

# Types of rows, owners before what they own.
TYPES: dict[str, type[Row]] = {model.__name__.lower(): model for model in Row.__subclasses__()}

_OWN = {"key", "blueprint", "ident", "order", "extra"}
_BLUEPRINT_FIELDS = (
    "title",
    "language",
    "episode",
    "state",
    "as_is",
    "cases_per_month",
    "cost_per_hour",
    "currency",
)


@dataclass(frozen=True)
class Column:
    field: str  # in the record
    attribute: str  # of the row
    to: str | None  # type of the record it refers to


@cache
def columns_of(type_: str) -> tuple[Column, ...]:
    """The columns of a type that are fields of its record, besides `id`, `order` and what is in `extra`."""
    return tuple(
        Column(
            field=RENAMED.get(field.name, field.name),
            attribute=field.attname,
            to=field.related_model.__name__.lower() if isinstance(field, models.ForeignKey) else None,
        )
        for field in TYPES[type_]._meta.concrete_fields
        if field.name not in _OWN
    )


def row_of(blueprint: str, type_: str, record: Record) -> Row:
    """The row of a complete record, not saved."""
    columns = columns_of(type_)
    known = {"id", "order"} | {column.field for column in columns}
    values = {
        column.attribute: key_of(blueprint, column.to, record[column.field])
        if column.to and record[column.field] is not None
        else record[column.field]
        for column in columns
    }
    return TYPES[type_](
        key=key_of(blueprint, type_, record["id"]),
        blueprint_id=blueprint,
        ident=record["id"],
        order=record["order"],
        extra={name: value for name, value in record.items() if name not in known},
        **values,
    )


def blueprint_columns(record: Record) -> dict[str, Any]:
    """What the record "blueprint" sets on the blueprint's row."""
    extra = {
        name: value
        for name, value in record.items()
        if name not in _BLUEPRINT_FIELDS and name not in ("id", "order")
    }
    return {name: record[name] for name in _BLUEPRINT_FIELDS} | {"extra": extra}


def load_state(blueprint: Blueprint) -> State:
    """All records of a blueprint: one query a type. The caller sees to it that nobody writes meanwhile."""
    own = {"id": BLUEPRINT, "order": ""} | {name: getattr(blueprint, name) for name in _BLUEPRINT_FIELDS}
    state: dict[str, dict[str, Record]] = {BLUEPRINT: {BLUEPRINT: own | blueprint.extra}}
    for type_ in TYPES:
        state[type_] = {record["id"]: record for record in _records(blueprint.pk, type_)}
    return state


def _records(blueprint: str, type_: str) -> Iterable[Record]:
    columns = columns_of(type_)
    names = ["ident", "order", "extra", *(column.attribute for column in columns)]
    skip = {column.to: len(key_of(blueprint, column.to, "")) for column in columns if column.to}
    for ident, order, extra, *values in TYPES[type_].objects.filter(blueprint=blueprint).values_list(*names):
        record = {"id": ident, "order": order}
        for column, value in zip(columns, values, strict=True):
            record[column.field] = value[skip[column.to] :] if column.to and value is not None else value
        record.update(extra)
        yield record
