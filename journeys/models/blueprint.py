"""The row of a blueprint: its own record, who owns it, and where its change log stands."""

from django.conf import settings
from django.db import models

from journeys.models.fields import ExactJSON, random_id


class Blueprint(models.Model):
    id = models.CharField(primary_key=True, max_length=16, default=random_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="blueprints")

    seq = models.PositiveIntegerField(default=0, help_text="Number of the newest change.")
    epoch = models.CharField(
        max_length=16, default=random_id, help_text="Other where the log was put back from a backup."
    )
    head = models.CharField(
        max_length=16,
        default=random_id,
        help_text="Random mark of the newest change; what is cached holds for one head.",
    )
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True, help_text="When it went to the bin.")
    numbers = ExactJSON(default=dict, help_text="Fingerprint of a finding -> its number on the sheet.")

    # The record "blueprint" of the log.
    title = models.TextField()
    language = models.CharField(max_length=8)
    episode = models.TextField()
    state = models.CharField(max_length=16)
    as_is = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null and "" differ in the document
    cases_per_month = models.FloatField(null=True)
    cost_per_hour = models.FloatField(null=True)
    currency = models.TextField()
    extra = ExactJSON(default=dict, help_text="Fields that begin with x-.")

    class Meta:
        indexes = [models.Index(fields=["owner", "deleted_at", "changed"], name="blueprint_of_owner")]

    def __str__(self) -> str:
        return self.title


class Member(models.Model):
    """A person who works on a blueprint without owning it."""

    class Role(models.TextChoices):
        EDITOR = "editor"
        VIEWER = "viewer"

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="members")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blueprint", "person"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.person} ({self.role}) {self.blueprint_id}"
