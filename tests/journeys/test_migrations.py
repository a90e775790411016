"""What migrations do to the data they find."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from blueprint.document import from_data
from blueprint.records import to_records
from journeys.models import Blueprint, Snapshot
from tests.factories import SMALL, PersonFactory, blueprint_of
from tests.journeys.replay import snapshot_of, state_in

REVIEWS = [
    {"finding": "g1", "status": "confirmed", "notes": [{"id": "r2", "text": "b", "x-a": 1}, {"id": "r3"}]},
    {"finding": "fp", "notes": [{"id": "r1", "text": "a", "at": "2026-03-12"}]},
    {"finding": "none"},
]


@pytest.mark.django_db(transaction=True)
def test_the_notes_of_reviews_become_records(transactional_db: None) -> None:
    owner: User = PersonFactory(username="alice")
    sheet = blueprint_of(owner, SMALL | {"reviews": REVIEWS})
    now = to_records(from_data(SMALL | {"reviews": REVIEWS}))
    try:
        old = MigrationExecutor(connection)
        old.migrate([("journeys", "0002_analysis")])
        apps = old.loader.project_state([("journeys", "0002_analysis")]).apps
        _as_before(apps, sheet)
    finally:
        MigrationExecutor(connection).migrate(
            [
                ("journeys", name)
                for _app, name in MigrationExecutor(connection).loader.graph.leaf_nodes("journeys")
            ]
        )
    assert state_in(sheet) == now
    assert snapshot_of(sheet) == now


def _as_before(apps: object, sheet: Blueprint) -> None:
    """The rows and the snapshot as they were when a review held its notes."""
    Review, Note = (apps.get_model("journeys", name) for name in ("Review", "Note"))  # type: ignore[attr-defined]
    told = {review["finding"]: [_whole(note) for note in review.get("notes", [])] for review in REVIEWS}
    for review in Review.objects.filter(blueprint=sheet.pk):
        review.notes = told[review.ident]
        review.save()
    Note.objects.filter(blueprint=sheet.pk, ident__in=["r1", "r2", "r3"]).delete()
    snapshot = Snapshot.objects.get(blueprint=sheet.pk)
    for review in snapshot.records["review"]:
        review["notes"] = told[review["id"]]
    snapshot.records["note"] = [note for note in snapshot.records["note"] if note["id"] == "n1"]
    snapshot.save()


def _whole(note: dict[str, object]) -> dict[str, object]:
    return {"kind": "comment", "text": "", "images": [], "by": "", "at": None} | note
