"""Tokens of scripts: shown once, kept as SHA-256."""

import hashlib
import secrets

from django.contrib.auth.models import User

from journeys.models import Token


def token_make(*, person: User, name: str = "") -> str:
    """A new token: 32 random bytes. It can not be shown again."""
    token = secrets.token_urlsafe(32)
    Token.objects.create(person=person, digest=_digest(token), name=name)
    return token


def token_person(token: str) -> User | None:
    """Who holds `token`; None where nobody active does."""
    row = Token.objects.select_related("person").filter(digest=_digest(token), person__is_active=True).first()
    return row.person if row else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
