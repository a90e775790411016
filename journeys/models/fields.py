"""Column types of our own: JSON kept as it was said, and the random ids of things that have an address."""

import json
import secrets
from typing import Any

from django.db import models

# Without look-alikes (0 O, 1 l I), so that an id can be read out in a room.
ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz"


def random_id() -> str:
    """16 characters, 80 random bits: nobody finds a blueprint by guessing."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def is_random_id(text: str) -> bool:
    """Whether `text` can be one; what can't is not asked of a database, which may choke on it."""
    return len(text) <= 16 and text.isascii() and text.isalnum()


class ExactJSON(models.TextField):
    """JSON in a text column, the same on every database: PostgreSQL's jsonb reorders keys and rewrites
    numbers, and the log has to give back what was said. Never queried by its content.
    """

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        return value

    def get_prep_value(self, value: Any) -> str | None:
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or "null"
