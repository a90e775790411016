"""What lets a script in: only the SHA-256 of a token is kept."""

from django.conf import settings
from django.db import models


class Token(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    name = models.TextField(blank=True, help_text="What it is for.")
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name or f"token {self.pk}"
