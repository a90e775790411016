"""Making blueprints, from a document, a preset or another blueprint; renaming them; the bin."""

from uuid import uuid4

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from blueprint.document import Document
from blueprint.records import BLUEPRINT, State, to_records
from journeys.loading import blueprint_columns
from journeys.models import Blueprint, Snapshot
from journeys.services.attachments import images_adopt
from journeys.services.changes import Wanted, change_submit
from journeys.services.rows import rows_fill
from journeys.services.states import state_keep, state_read
from journeys.services.turns import writing


def blueprint_create(*, owner: User, document: Document) -> Blueprint:
    """A blueprint that holds `document`, with an empty log and its first snapshot (seq 0)."""
    return _create(owner, to_records(document))


def blueprint_duplicate(*, blueprint: Blueprint, owner: User, title: str = "") -> Blueprint:
    """A copy with a log of its own. Without a `title` it is called after the original, in the active
    language.
    """
    _row, state = state_read(blueprint.pk)
    own = state[BLUEPRINT][BLUEPRINT]
    copy = own | {"title": title or _("%(title)s (copy)") % {"title": own["title"]}}
    return _create(owner, {**state, BLUEPRINT: {BLUEPRINT: copy}})


def blueprint_rename(*, blueprint: Blueprint, author: User, title: str) -> None:
    """Renaming is a change like any other, and can be undone like any other."""
    op = {"op": "set", "type": BLUEPRINT, "id": BLUEPRINT, "field": "title", "value": title}
    change_submit(
        blueprint=blueprint.pk,
        author=author,
        change=Wanted(id=uuid4(), label=_("Rename the blueprint"), ops=[op]),
    )
    blueprint.refresh_from_db()


def blueprint_bin(*, blueprint: Blueprint) -> None:
    """Puts it into the bin; nothing of it is lost."""
    Blueprint.objects.filter(pk=blueprint.pk, deleted_at=None).update(deleted_at=timezone.now())


def blueprint_restore(*, blueprint: Blueprint) -> None:
    """Takes it out of the bin, as it was."""
    Blueprint.objects.filter(pk=blueprint.pk).update(deleted_at=None)
    blueprint.refresh_from_db()


def _create(owner: User, state: State) -> Blueprint:
    with writing():
        row = Blueprint.objects.create(owner=owner, **blueprint_columns(state[BLUEPRINT][BLUEPRINT]))
        rows_fill(row, state)
        records = {type_: list(by_id.values()) for type_, by_id in state.items()}
        Snapshot.objects.create(blueprint=row, seq=0, records=records)
        images_adopt(blueprint=row, state=state, owner=owner)
    state_keep(row, state)
    return row
