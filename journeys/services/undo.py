"""Undo (rule C9): from the stored inverse of a change to ops that leave the work of others alone.

What someone else has touched since stays as it is, and the answer says so: a field they set, a record they
made, changed or refer to. A removal that would take such a thing along is left out whole.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from blueprint.changes import Applied, ChangeError, apply
from blueprint.records import State
from journeys.models import Change
from journeys.services.errors import Forbidden, NotNow
from journeys.services.people import name_of

Op = dict[str, Any]
Kept = dict[str, Any]  # type, id, field (null: the whole record), by
WHOLE = None


@dataclass(frozen=True)
class Plan:
    applied: Applied
    kept: list[Kept]


def undo_plan(entry: Change, *, state: State, author: User) -> Plan:
    """What undoing `entry` comes to, applied to `state`. Raises Forbidden for another's change and NotNow
    for one that is undone.
    """
    if entry.author_id != author.pk:
        raise Forbidden(
            "undo",
            _("This is a change by %(name)s.") % {"name": name_of(entry.author)},
            _("Undo your own changes only."),
        )
    if _is_undone(entry):
        raise NotNow(
            "undo", _("This change is undone already."), _("To redo it, undo the change that undid it.")
        )
    others = _Others(entry)
    ops, kept = [], []
    for op in entry.inverse:
        by = others.in_the_way(op, state)
        if by is None:
            ops.append(op)
        else:
            kept.append(_kept(op, by))
    return _apply_what_goes(state, ops, kept, others)


def _is_undone(entry: Change) -> bool:
    """True where its effect is taken back as things stand: of a change or a redo by an undo, of an undo by
    a redo.
    """
    root = entry.root or entry
    return root.undone != entry.takes_back


def mark_undone(entry: Change, *, by: Change) -> None:
    """Notes on the entries of the log that `by` undoes `entry`; `by` is not saved yet."""
    root = entry.root or entry
    by.undoes, by.root, by.takes_back = entry, root, not entry.takes_back
    root.undone = by.takes_back
    root.save(update_fields=["undone"])


def _apply_what_goes(state: State, ops: list[Op], kept: list[Kept], others: "_Others") -> Plan:
    """Leaves out, one by one, what can not be done any more since what it rests on is gone or its id is
    taken.
    """
    while True:
        try:
            return Plan(apply(state, ops), kept)
        except ChangeError as error:
            op = ops.pop(_guilty(error, ops, state))
            kept.append(_kept(op, others.by_of(op)))


def _guilty(error: ChangeError, ops: list[Op], state: State) -> int:
    """Which op an error speaks of: 7 for `ops[7].record`; for shares the last op on a link of that step."""
    digits = error.place.removeprefix("ops[").partition("]")[0]
    if error.place.startswith("ops[") and digits.isdigit():
        return int(digits)
    values = error.problem.values
    concerned = []
    for index, op in enumerate(ops):
        link = op.get("record") or state["link"].get(_id_of(op), {})
        if op["type"] == "link" and (
            _id_of(op) == values.get("id") or link.get("source") == values.get("step")
        ):
            concerned.append(index)
    return concerned[-1] if concerned else len(ops) - 1


def _kept(op: Op, by: str) -> Kept:
    return {"type": op["type"], "id": _id_of(op), "field": op.get("field", WHOLE), "by": by}


def _id_of(op: Op) -> str:
    return op["record"]["id"] if op["op"] == "put" else op["id"]


class _Others:
    """What people other than the author of `entry` have touched after it: who did last, by record and by
    field.
    """

    def __init__(self, entry: Change) -> None:
        self.records: dict[tuple[str, str], str] = {}
        self.fields: dict[tuple[str, str, str | None], str] = {}
        later = Change.objects.filter(blueprint=entry.blueprint_id, seq__gt=entry.seq).exclude(
            author=entry.author_id
        )
        for change in later.select_related("author").order_by("seq").iterator():
            for op in change.ops:
                self.records[op["type"], _id_of(op)] = name_of(change.author)
                self.fields[op["type"], _id_of(op), op.get("field", WHOLE)] = name_of(change.author)

    def in_the_way(self, op: Op, state: State) -> str | None:
        """Whose work `op` would overwrite or take along; None where nobody's."""
        if not self.records:
            return None
        if op["op"] == "set":
            return self._by_field(op["type"], op["id"], op["field"])
        if op["op"] == "put":
            # An id that someone took is found when the op is applied, but for a review, whose id says of what
            # it speaks: put where there is one, it would write over it.
            there = op["type"] == "review" and op["record"]["id"] in state["review"]
            return self._by_field("review", op["record"]["id"], WHOLE) if there else None
        for part in apply(state, [op]).ops:  # with all that would go along
            by = self._by_field(part["type"], part["id"], part.get("field", WHOLE))
            if by is not None:
                return by
        return None

    def by_of(self, op: Op) -> str:
        """Who made `op` impossible, as far as the log tells."""
        names = [op["type"], _id_of(op)]
        touched = self.records.get((names[0], names[1]))
        if touched is None and op["op"] == "put":
            ids = {value for value in op["record"].values() if isinstance(value, str)}
            touched = next((by for (_type, id_), by in self.records.items() if id_ in ids), None)
        return touched or ""

    def _by_field(self, type_: str, id_: str, field: str | None) -> str | None:
        """For a removal (field is WHOLE) anything touched counts; for a field the field itself, or the
        record being new.
        """
        if field is WHOLE:
            return self.records.get((type_, id_))
        return self.fields.get((type_, id_, field)) or self.fields.get((type_, id_, WHOLE))
