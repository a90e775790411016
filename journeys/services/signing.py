"""Who wrote a note or raised a flag, and when, is the server's to say.

It writes `by` and `at` into what clients send. A document that is brought in keeps what stands in it, and
so does what an undo brings back.
"""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from journeys.services.errors import Never
from journeys.services.people import name_of

Op = dict[str, Any]

SIGNED = {"note": ("by", "at"), "flag": ("by",)}


def signed(ops: list[Op], *, author: User, now: datetime) -> list[Op]:
    """`ops` with the author's name and the time where these belong. What is of a wrong shape stays so:
    `apply` refuses it. Raises Never for a `set` of a field that is the server's.
    """
    values = {"by": name_of(author), "at": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    return [_signed(op, index, values) for index, op in enumerate(ops)]


def _signed(op: Op, index: int, values: dict[str, str]) -> Op:
    type_ = op.get("type")
    record, field = op.get("record"), op.get("field")
    if type_ in SIGNED and isinstance(record, dict):
        return op | {"record": record | {name: values[name] for name in SIGNED[type_]}}
    if type_ in SIGNED and op.get("op") == "set" and field in SIGNED[type_]:
        raise Never(
            f"ops[{index}].field",
            _("Who wrote this and when is written by the server."),
            _("Leave the fields “by” and “at” out."),
        )
    if type_ == "review" and isinstance(record, dict) and isinstance(record.get("notes"), list):
        notes = [note | values if isinstance(note, dict) else note for note in record["notes"]]
        return op | {"record": record | {"notes": notes}}
    return op
