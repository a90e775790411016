"""Notes of reviews become records of their own: rows of the table of notes, on the review."""

from typing import Any

from django.db import migrations

from blueprint.ordering import keys_between


def forwards(apps: Any, schema_editor: Any) -> None:
    Review, Note, Snapshot = (apps.get_model("journeys", name) for name in ("Review", "Note", "Snapshot"))
    for blueprint in Review.objects.exclude(notes="[]").values_list("blueprint", flat=True).distinct():
        reviews = Review.objects.filter(blueprint=blueprint)
        ordered = sorted(reviews, key=lambda review: (review.order, review.ident))
        told = [(review.ident, note) for review in ordered for note in review.notes]
        orders = Note.objects.filter(blueprint=blueprint).values_list("order", flat=True)
        keys = keys_between(max(orders, default=None), None, len(told))
        Note.objects.bulk_create(
            Note(
                key=f"{blueprint}:note:{note['id']}",
                blueprint_id=blueprint,
                ident=note["id"],
                order=key,
                on=on,
                extra={name: value for name, value in note.items() if name not in FIELDS},
                **{name: note[name] for name in FIELDS if name != "id"},
            )
            for (on, note), key in zip(told, keys, strict=True)
        )
    for snapshot in Snapshot.objects.iterator(chunk_size=20):
        if moved(snapshot.records):
            snapshot.save(update_fields=["records"])


FIELDS = ("id", "kind", "text", "images", "by", "at")


def moved(records: dict[str, list[dict[str, Any]]]) -> bool:
    """Whether notes were moved out of the reviews of a snapshot, in place."""
    reviews = sorted(records.get("review", []), key=lambda record: (record["order"], record["id"]))
    told = [(review["id"], note) for review in reviews for note in review.pop("notes", [])]
    notes = records.setdefault("note", [])
    keys = keys_between(max((note["order"] for note in notes), default=None), None, len(told))
    for (on, note), key in zip(told, keys, strict=True):
        extra = {name: value for name, value in note.items() if name not in FIELDS}
        whole = {"id": note["id"], "order": key} | {name: note[name] for name in FIELDS} | {"on": on}
        notes.append(whole | extra)
    return bool(reviews)


class Migration(migrations.Migration):
    dependencies = [("journeys", "0002_analysis")]

    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RemoveField("review", "notes"),
    ]
