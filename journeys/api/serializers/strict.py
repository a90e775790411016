"""What all that comes in has in common: no unknown field, and no value taken for another."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

LANGUAGES = ["fr", "en"]


class Strict(serializers.Serializer[Any]):
    # Refuses fields it does not know, so that a slip of the pen is not taken for a default. (A docstring
    # would stand in the description of every serializer made from it.)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := [name for name in data if name not in self.fields]):
            raise serializers.ValidationError(
                {
                    str(name): [
                        _("No such field. The fields are: %(fields)s.") % {"fields": ", ".join(self.fields)}
                    ]
                    for name in unknown
                }
            )
        return super().to_internal_value(data)


class Text(serializers.CharField):
    """Text and nothing else: a number is not taken for its digits."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Truth(serializers.BooleanField):
    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class Id(serializers.UUIDField):
    """A UUID as text, in its usual form."""

    def to_internal_value(self, data: Any) -> UUID:
        if not isinstance(data, str) or len(data) != 36:
            self.fail("invalid", value=data)
        return super().to_internal_value(data)
