"""The change log, and the snapshots from which it can be replayed."""

from django.conf import settings
from django.db import models

from journeys.models.blueprint import Blueprint
from journeys.models.fields import ExactJSON


class Change(models.Model):
    """One entry of the log: what was done (complete, with all that went along), and what would take it
    back.
    """

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="changes")
    seq = models.PositiveIntegerField()
    change = models.UUIDField(help_text="The id that the client gave it (rule C1).")
    label = models.TextField()
    ops = ExactJSON()
    inverse = ExactJSON()
    answer = ExactJSON(help_text="What was answered, for when the same change comes again (rule C3).")
    digest = models.CharField(max_length=64, help_text="SHA-256 of what was sent.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undoes = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", help_text="What it undid (rule C9)."
    )
    # A redo undoes an undo, and so on: the chain's first change says whether it stands, so nothing is ever
    # walked.
    root = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", help_text="First of its chain of undos."
    )
    takes_back = models.BooleanField(default=False, help_text="Takes the root back; a redo puts it in again.")
    undone = models.BooleanField(default=False, help_text="Of a root: taken back, and not put in again.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["blueprint", "seq"], name="change_seq_once"),
            models.UniqueConstraint(fields=["blueprint", "change"], name="change_id_once"),
        ]

    def __str__(self) -> str:
        return f"{self.blueprint_id} {self.seq}: {self.label}"


class Snapshot(models.Model):
    """All records as they were at `seq`. Each blueprint has one at 0, which is what it was made from."""

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="snapshots")
    seq = models.PositiveIntegerField()
    records = ExactJSON()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blueprint", "seq"], name="snapshot_once")]

    def __str__(self) -> str:
        return f"{self.blueprint_id} at {self.seq}"
