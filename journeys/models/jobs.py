"""Jobs that a worker does. The row is the truth of a job; the queue only wakes a worker up."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from journeys.models.blueprint import Blueprint
from journeys.models.fields import ExactJSON, random_id


class Job(models.Model):
    """Something that takes long and that someone asked for. A worker holds it by a lease; where that runs
    out, another takes over.
    """

    class Status(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        FAILED = "failed"

    class Error(models.TextChoices):
        DENIED = "denied"  # who asked may not read the blueprint any more
        BROKEN = "broken"  # it could not be done
        GIVEN_UP = "given-up"  # too many workers died of it

    id = models.CharField(primary_key=True, max_length=16, default=random_id, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)  # since it last came forward
    queued_at = models.DateTimeField(help_text="When a worker was last woken for it.")
    lease_until = models.DateTimeField(
        null=True, help_text="Until when a worker holds it; null: nobody does."
    )
    error = models.CharField(max_length=16, choices=Error.choices, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["queued_at"], name="%(class)s_waiting", condition=Q(status="pending"))
        ]


class Export(Job):
    """A file."""

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="exports")
    format = models.CharField(max_length=16)
    options = ExactJSON(default=dict)
    seq = models.PositiveIntegerField(null=True, help_text="The state that the file shows.")

    def __str__(self) -> str:
        return f"Export {self.pk}: {self.format} of {self.blueprint_id}"


class Analysis(Job):
    """The friction of many blueprints, one after another: `results` grows, in the order of `blueprints`."""

    blueprints = ExactJSON(default=list, help_text="Ids, each once.")
    language = models.CharField(max_length=8, help_text="Of the sentences.")
    results = ExactJSON(default=list)

    def __str__(self) -> str:
        return f"Analysis {self.pk}: {len(self.results)} of {len(self.blueprints)}"
