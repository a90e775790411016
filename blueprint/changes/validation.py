"""What an op must be in any state: its shape, its type, its fields and their values."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from blueprint.catalogue import DETECTORS
from blueprint.changes.errors import ChangeError, Op, never
from blueprint.document.problems import place, problems_in, show
from blueprint.document.reading import flaws
from blueprint.document.rules import bad_limits
from blueprint.document.values import EXTRA, Id
from blueprint.document.writing import plain
from blueprint.errors import Problem, closest
from blueprint.ordering import is_key
from blueprint.records import BLUEPRINT, RECORDS, Field, Record
from blueprint.text import line

# For each op the names it must have, and those it may have besides.
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "put": ({"op", "type", "record"}, set()),
    "set": ({"op", "type", "id", "field"}, {"value"}),
    "remove": ({"op", "type", "id"}, set()),
}
Place = tuple[str | int, ...]
_ID: TypeAdapter[str] = TypeAdapter(Id)


def well_formed(op: Any, index: int) -> None:
    at = f"ops[{index}]"
    if problems := flaws(op, ("ops", index)):
        raise ChangeError(problems[0], never=True)
    if not isinstance(op, dict):
        raise never(at, "type", expected="object", value=show(op))
    if op.get("op") not in list(SHAPES):
        raise never(f"{at}.op", "choice", value=show(op.get("op")), choices=list(SHAPES))
    needed, allowed = SHAPES[op["op"]]
    for name in sorted(needed - op.keys()):
        raise never(f"{at}.{name}", "missing", field=name)
    for name in sorted(op.keys() - needed - allowed):
        raise never(
            place(("ops", index, name)),
            "unknown-field",
            field=line(name, 64),
            fields=sorted(needed | allowed),
        )
    if op["type"] not in list(RECORDS):
        raise never(f"{at}.type", "choice", value=show(op["type"]), choices=list(RECORDS))
    if op["type"] == BLUEPRINT and op["op"] != "set":
        raise never(f"{at}.type", "one-blueprint")
    for name in ("id", "field"):
        if name in op and not isinstance(op[name], str):
            raise never(f"{at}.{name}", "type", expected="text", value=show(op[name]))


def completed(kind: str, given: Record, at: tuple[str | int, ...]) -> Record:
    """A complete, valid record; its order is empty where none is given."""
    fields = RECORDS[kind].fields
    if "id" not in given:
        raise never(place((*at, "id")), "missing", field="id")
    record = {"id": _valid_id(kind, given["id"], (*at, "id")), "order": ""}
    if "order" in given:
        record["order"] = _valid_order(given["order"], (*at, "order"))
    for name, each in fields.items():
        if name in given:
            record[name] = _valid(each, given[name], (*at, name))
        elif each.required:
            raise never(place((*at, name)), "missing", field=name)
        else:
            record[name] = each.default()
    for name in [name for name in given if name not in record]:
        record[name] = _valid_free(kind, record["id"], name, given[name], (*at, name))
    return record


def review_and_notes(given: Record, at: Place) -> tuple[Record, list[tuple[Record, Place]]]:
    """A review, and the notes given inside it as the records they are, each with its place."""
    review = completed("review", {name: value for name, value in given.items() if name != "notes"}, at)
    notes = given.get("notes", [])
    if not isinstance(notes, list):
        raise never(place((*at, "notes")), "type", expected="list", value=show(notes))
    found = []
    for index, note in enumerate(notes):
        there = (*at, "notes", index)
        if not isinstance(note, dict):
            raise never(place(there), "type", expected="object", value=show(note))
        found.append((completed("note", note | {"on": review["id"]}, there), there))
    return review, found


def valid_value(op: Op, index: int) -> Any:
    kind, name, value, at = op["type"], op["field"], op["value"], ("ops", index, "value")
    if name == "order" and kind != BLUEPRINT:
        return _valid_order(value, at)
    if each := RECORDS[kind].fields.get(name):
        return _valid(each, value, at)
    return _valid_free(kind, op["id"], name, value, at, ("ops", index, "field"))


def _valid(each: Field, value: Any, at: tuple[str | int, ...]) -> Any:
    try:
        return plain(each.adapter.validate_python(value))
    except ValidationError as error:
        raise ChangeError(problems_in(error, None, at)[0], never=True) from None


def _valid_free(
    kind: str, id: str, name: str, value: Any, at: tuple[str | int, ...], name_at: tuple[str | int, ...] = ()
) -> Any:
    """The value of a field outside the table: one that begins with `x-`, or a limit of a detector."""
    if name.startswith(EXTRA):
        return plain(value)
    if kind == "detector" and id in DETECTORS:
        for problem in bad_limits(id, {name: value}, at[:-1]):
            where = place(name_at or at) if problem.code == "unknown-field" else place(at)
            raise ChangeError(Problem(where, problem.code, problem.values), never=True)
        return plain(value)
    fields = list(RECORDS[kind].fields)
    values = {"field": line(name, 64), "fields": fields, "close": closest(name, fields)}
    raise never(place(name_at or at), "unknown-field", **values)


def may_be_absent(kind: str, id: str, name: str) -> bool:
    return name.startswith(EXTRA) or (kind == "detector" and name in DETECTORS.get(id, {}))


def _valid_id(kind: str, id: Any, at: tuple[str | int, ...]) -> str:
    try:
        text = _ID.validate_python(id, strict=True)
    except ValidationError as error:
        raise ChangeError(problems_in(error, None, at)[0], never=True) from None
    if kind == "detector" and text not in DETECTORS and not text.startswith(EXTRA):
        ids = list(DETECTORS)
        raise never(place(at), "no-detector", id=show(text), ids=ids, close=closest(text, ids))
    return text


def _valid_order(order: Any, at: tuple[str | int, ...]) -> str:
    if not isinstance(order, str) or not is_key(order):
        raise never(place(at), "order", value=show(order))
    return order
