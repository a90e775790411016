"""Applies ops to a state: put, set and remove, and what each takes along (C1, C5, C6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from blueprint.changes.draft import Draft
from blueprint.changes.errors import Dropped, Op, never, not_now
from blueprint.changes.shares import check_shares, note_what_moves
from blueprint.changes.validation import (
    Place,
    completed,
    may_be_absent,
    review_and_notes,
    valid_value,
    well_formed,
)
from blueprint.document.problems import place, show
from blueprint.document.rules import OTHERS, STEPS
from blueprint.document.values import LISTS
from blueprint.ordering import key_between
from blueprint.records import OWN_NAMES, RECORDS, THREAD, Field, Record, State
from blueprint.text import line


@dataclass(frozen=True)
class Applied:
    """A state after a change: `ops` say all that happened, `inverse` what takes it back."""

    state: State
    ops: list[Op]
    inverse: list[Op]
    dropped: list[Dropped]


def apply(state: State, ops: Sequence[Op]) -> Applied:
    """The state after the ops, all of them or ChangeError. The given state stays as it is.

    A put is completed; a removal is preceded by what it takes along. Takes time in proportion to the ops and
    to the records of the types that can refer to what is removed.
    """
    draft = Draft(state)
    if not isinstance(ops, list | tuple):
        raise never("ops", "type", expected="list", value=show(ops))
    for index, op in enumerate(ops):
        well_formed(op, index)
        match op["op"]:
            case "put":
                _put(draft, op, index)
            case "set":
                _set(draft, op, index)
            case _:
                _remove(draft, op, index)
    check_shares(draft)
    return Applied(draft.tables, draft.ops, draft.inverse[::-1], draft.dropped)


def invert(state: State, ops: Sequence[Op]) -> list[Op]:
    """The ops that take these ops back, where they were applied to this state."""
    return apply(state, ops).inverse


def _put(draft: Draft, op: Op, index: int) -> None:
    kind, at = op["type"], ("ops", index, "record")
    if not isinstance(op["record"], dict):
        raise never(place(at), "type", expected="object", value=show(op["record"]))
    notes: list[tuple[Record, Place]] = []
    if kind == "review":
        record, notes = review_and_notes(op["record"], at)
    else:
        record = completed(kind, op["record"], at)
    if kind == "review" and draft.get(kind, record["id"]):
        _agree(draft, record)
    else:
        _put_record(draft, op, record, at)
    for note, there in notes:
        _put_record(draft, op | {"type": "note"}, note, there)


def _put_record(draft: Draft, op: Op, record: Record, at: Place) -> None:
    kind, id = op["type"], record["id"]
    if draft.taken(kind, id):
        raise not_now(place((*at, "id")), "id-taken", id=line(id, 64))
    most = STEPS if kind == "step" else OTHERS
    if len(draft.tables[kind]) >= most:
        raise not_now(place(at), "full", most=most)
    for reference in RECORDS[kind].references:
        gone = gone_ids(draft, reference, record[reference.name], own=(kind, id))
        if gone and reference.required:
            raise not_now(
                place((*at, reference.name)), "parent-gone", id=line(gone[0], 64), kind=reference.to[0]
            )
        if gone:
            record[reference.name] = reference.without(record[reference.name], set(gone))
            draft.drop(
                op, place((*at, reference.name)), "emptied", id=line(gone[0], 64), field=reference.name
            )
    parent = record.get(RECORDS[kind].parent, "")
    if not record["order"]:
        record["order"] = last_key(draft, kind, parent)
    if (kind, parent) in draft.last:
        draft.last[kind, parent] = max(record["order"], draft.last[kind, parent])
    draft.put(kind, record)
    if kind == "link":
        draft.sources.add(record["source"])


def _agree(draft: Draft, record: Record) -> None:
    """A review that is there already, as two people may begin one at once: what the second says is set."""
    id, fields = record["id"], RECORDS["review"].fields
    there = draft.tables["review"][id]
    for name, value in record.items():
        silent = name in ("id", "order") or (name in fields and value == fields[name].default())
        if not silent and (name not in there or there[name] != value):
            draft.set("review", id, name, value=value)


def _set(draft: Draft, op: Op, index: int) -> None:
    kind, id, name, at = op["type"], op["id"], op["field"], ("ops", index, "value")
    value = {"value": valid_value(op, index)} if "value" in op else {}
    if not value and not may_be_absent(kind, id, name):
        raise never(f"ops[{index}].value", "missing", field="value")
    if draft.get(kind, id) is None:
        draft.drop(op, f"ops[{index}].id", "gone", id=line(id, 64), kind=kind)
        return
    reference = RECORDS[kind].fields.get(name)
    if value and reference and (gone := gone_ids(draft, reference, value["value"], own=(kind, id))):
        draft.drop(op, place(at), "names-gone", id=line(gone[0], 64), field=name)
        return
    note_what_moves(draft, kind, id, name)
    draft.set(kind, id, name, **value)
    note_what_moves(draft, kind, id, name)
    if name == "order" or name == RECORDS[kind].parent:
        draft.last.clear()


def _remove(draft: Draft, op: Op, index: int) -> None:
    kind, id = op["type"], op["id"]
    if draft.get(kind, id) is None:
        draft.drop(op, f"ops[{index}].id", "gone", id=line(id, 64), kind=kind)
        return
    doomed = {kind: [id]} if kind in OWN_NAMES else _owned(draft, kind, id)
    if kind == "review":
        doomed["note"] = _thread(draft, id)
    gone = {each for name, ids in doomed.items() if name not in OWN_NAMES for each in ids}
    if gone:
        _forget(draft, doomed, gone)
    for name in reversed(RECORDS):
        for each in doomed.get(name, ()):
            draft.remove(name, each)


def _owned(draft: Draft, kind: str, id: str) -> dict[str, list[str]]:
    """What a removal takes along, by type. One pass, because types stand after those that own them."""
    doomed: dict[str, list[str]] = {kind: [id]}
    gone = {id}
    for name, record_type in RECORDS.items():
        taken: set[str] = set()
        for owner in record_type.references:
            if owner.required and not doomed.keys().isdisjoint(owner.kinds):
                field = owner.name
                taken.update(each for each, record in draft.tables[name].items() if record[field] in gone)
        if taken:
            doomed[name] = [each for each in draft.tables[name] if each in taken]
            gone |= taken
    return doomed


def _thread(draft: Draft, review: str) -> list[str]:
    """The notes that go with a review: those on it, unless a flag has them when the review is gone."""
    if draft.has(tuple(LISTS), review):
        return []
    return [id for id, note in draft.tables["note"].items() if note["on"] == review]


def _forget(draft: Draft, doomed: Mapping[str, list[str]], gone: set[str]) -> None:
    """Takes the ids that go out of the optional references of the records that stay."""
    for name, record_type in RECORDS.items():
        for reference in record_type.references:
            if reference.required or doomed.keys().isdisjoint(reference.kinds):
                continue
            for each, record in draft.tables[name].items():
                value = record[reference.name]
                if not value or each in gone or all(named not in gone for _, named in reference.ids(value)):
                    continue
                if (name, reference.name) == THREAD and value in draft.tables["review"]:
                    continue  # its review stays
                draft.set(name, each, reference.name, value=reference.without(value, gone))


def gone_ids(draft: Draft, reference: Field, value: Any, own: tuple[str, str]) -> list[str]:
    """The ids that a value names and that do not exist; `own` is the type and id of the record itself."""
    kind, own_id = own
    return [
        id
        for kinds, id in reference.ids(value)
        if not draft.has(kinds, id) and not (id == own_id and kind in kinds)
    ]


def last_key(draft: Draft, kind: str, parent: str) -> str:
    """A key after the last sibling."""
    if (kind, parent) not in draft.last:
        name = RECORDS[kind].parent
        keys = (
            record["order"] for record in draft.tables[kind].values() if not name or record[name] == parent
        )
        draft.last[kind, parent] = max(keys, default="")
    return key_between(draft.last[kind, parent] or None, None)
