"""Images that people put into notes: the file lies in DATA_DIR under its hash, once however many have it."""

from django.conf import settings
from django.db import models

from journeys.models.blueprint import Blueprint


class Attachment(models.Model):
    """An image that a blueprint has."""

    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="attachments")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file, in hexadecimal.")
    type = models.CharField(max_length=32, help_text="As in Content-Type.")
    width = models.PositiveIntegerField(help_text="Pixels.")
    height = models.PositiveIntegerField(help_text="Pixels.")
    size = models.PositiveIntegerField(help_text="Bytes.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(help_text="When it was last sent.")
    used = models.BooleanField(
        default=False, help_text="Whether a note has ever named it: then the log does, and it stays."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["blueprint", "digest"], name="attachment_once")]
        indexes = [
            models.Index(fields=["digest"], name="attachment_digest"),
            models.Index(fields=["at"], name="attachment_unused", condition=models.Q(used=False)),
        ]

    def __str__(self) -> str:
        return f"{self.blueprint_id} {self.digest[:12]}"
