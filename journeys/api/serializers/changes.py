"""A change, its answer, and the log."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from blueprint.records import RECORDS
from journeys.api.serializers.strict import Id, Strict, Text
from journeys.services import limits


def _op(name: str, fields: dict[str, Any], *optional: str) -> dict[str, Any]:
    types = {"type": "string", "enum": [*RECORDS]}
    shape = {"op": {"type": "string", "enum": [name]}, "type": types} | fields
    required = [field for field in shape if field not in optional]
    return {"type": "object", "properties": shape, "required": required, "additionalProperties": False}


@extend_schema_field(
    {
        "type": "array",
        "maxItems": limits.OPS,
        "items": {
            "oneOf": [
                _op("put", {"record": {"type": "object", "properties": {"id": {"type": "string"}}}}),
                _op("set", {"id": {"type": "string"}, "field": {"type": "string"}, "value": {}}, "value"),
                _op("remove", {"id": {"type": "string"}}),
            ]
        },
    }
)
class Ops(serializers.ListField):
    # What is in an op is the log's to check: it names the place.
    child = serializers.DictField()

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=limits.OPS, **options)


class ChangeIn(Strict):
    id = Id(help_text="Made by the client; the same again is the same change.")
    label = Text(
        required=False, allow_blank=True, default="", max_length=limits.LABEL, help_text="For people."
    )
    ops = Ops(required=False, help_text="put, set, remove; see docs/changes.md.")
    undo = Id(required=False, help_text="Instead of ops: the id of a change of one's own to undo.")


class AfterIn(serializers.Serializer[Any]):
    after = serializers.IntegerField(min_value=0, max_value=2**31 - 1, default=0)


class DroppedOut(serializers.Serializer[Any]):
    op = serializers.DictField()
    reason = serializers.CharField()


class KeptOut(serializers.Serializer[Any]):
    type = serializers.CharField()
    id = serializers.CharField()
    field = serializers.CharField(allow_null=True, help_text="null: the whole record.")
    by = serializers.CharField()


class AnswerOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    dropped = DroppedOut(many=True)
    kept = KeptOut(
        many=True, required=False, help_text="Of an undo: what others have changed since and so stays."
    )


class EntryOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    id = serializers.UUIDField()
    label = serializers.CharField()
    author = serializers.CharField()
    at = serializers.DateTimeField()
    undoes = serializers.UUIDField(allow_null=True)
    ops = serializers.ListField(child=serializers.DictField())


class ChangesOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField(help_text="The newest.")
    epoch = serializers.CharField()
    more = serializers.BooleanField(help_text="Ask again after the last of these.")
    changes = EntryOut(many=True)
