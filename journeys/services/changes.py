"""Taking changes into the log of a blueprint: rules C1 to C6, C9 and C11 of docs/changes.md.

The only way in which the content of a blueprint is written after it was made.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from blueprint.changes import ChangeError, apply
from blueprint.records import BLUEPRINT
from journeys.loading import blueprint_columns
from journeys.models import Blueprint, Change
from journeys.services.attachments import images_check
from journeys.services.errors import Missing, Never, NotNow
from journeys.services.rows import Touched, rows_write
from journeys.services.signing import signed
from journeys.services.states import state_keep, state_locked
from journeys.services.turns import writing
from journeys.services.undo import mark_undone, undo_plan

Op = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A change as a client sends it (C1): its own id, a label for people, and either ops or the change it
    undoes.
    """

    id: UUID
    label: str = ""
    ops: list[Op] = field(default_factory=list)
    undo: UUID | None = None

    @property
    def digest(self) -> str:
        """Equal for what means the same; the label is not part of it."""
        meant = {"undo": str(self.undo)} if self.undo else {"ops": self.ops}
        return hashlib.sha256(json.dumps(meant, sort_keys=True).encode()).hexdigest()


class _Again(Exception):
    """The change is in the log already: nothing of this transaction may stay."""

    def __init__(self, entry: Change) -> None:
        self.entry = entry


def change_submit(*, blueprint: str, author: User, change: Wanted) -> dict[str, Any]:
    """Takes one change and gives the answer to its client; all of it or nothing.

    Safe to call again with the same change (C3). Inside a transaction of the caller it takes a savepoint,
    so several changes can share one commit and one that is refused leaves the others be; then the answers
    hold once that transaction is committed. Raises Never, NotNow or Missing.
    """
    try:
        with writing():
            return _take(_raise_seq(blueprint), author, change)
    except _Again as again:
        if again.entry.digest != change.digest:
            raise NotNow(
                "id",
                _("A change with this id and other content is in the log."),
                _("Give each change an id of its own."),
            ) from None
        return again.entry.answer
    except ChangeError as error:
        kind = Never if error.never else NotNow
        language = get_language() or "fr"
        raise kind(error.place, error.message(language), error.mend(language)) from None


def _raise_seq(id_: str) -> Blueprint:
    """Locks the blueprint by raising its number, before anything of it is read (C2)."""
    if not Blueprint.objects.filter(pk=id_, deleted_at=None).update(seq=F("seq") + 1):
        raise Missing("", _("This blueprint is gone or in the bin."), _("Look for it in the bin."))
    return Blueprint.objects.get(pk=id_)


def _take(row: Blueprint, author: User, change: Wanted) -> dict[str, Any]:
    earlier = Change.objects.filter(blueprint=row, change=change.id).first()
    if earlier is not None:
        raise _Again(earlier)
    now = timezone.now()
    state = state_locked(row)
    answer: dict[str, Any] = {"seq": row.seq}
    undone = None
    if change.undo is None:
        images_check(blueprint=row, ops=change.ops, state=state, author=author)
        applied = apply(state, signed(change.ops, author=author, now=now))
    else:
        undone = _entry(row, change.undo)
        plan = undo_plan(undone, state=state, author=author)
        applied = plan.applied
        answer["kept"] = plan.kept
    answer["dropped"] = [
        {"op": drop.op, "reason": drop.reason(get_language() or "fr")} for drop in applied.dropped
    ]
    rows_write(row, applied.state, _touched(applied.ops))
    written = Change(
        blueprint=row,
        seq=row.seq,
        change=change.id,
        label=change.label,
        ops=applied.ops,
        inverse=applied.inverse,
        answer=answer,
        digest=change.digest,
        author=author,
        at=now,
    )
    if undone is not None:
        mark_undone(undone, by=written)
    written.save(force_insert=True)
    row.changed, row.head = now, secrets.token_hex(8)
    row.save(update_fields=["changed", "head", *blueprint_columns(applied.state[BLUEPRINT][BLUEPRINT])])
    state_keep(row, applied.state)
    return answer


def _entry(row: Blueprint, id_: UUID) -> Change:
    entry = Change.objects.filter(blueprint=row, change=id_).select_related("author", "root").first()
    if entry is None:
        raise NotNow(
            "undo", _("There is no change with this id."), _("Name a change of this blueprint's log.")
        )
    return entry


def _touched(ops: Iterable[Op]) -> Touched:
    touched: Touched = {}
    for op in ops:
        id_ = op["record"]["id"] if op["op"] == "put" else op["id"]
        touched.setdefault(op["type"], set()).add(id_)
    return touched
