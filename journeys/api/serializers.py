"""What goes into the API and comes out: checked, and described for OpenAPI. Services do things."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from blueprint.records import RECORDS
from journeys.models import Blueprint, Job
from journeys.services import limits
from journeys.services.images import BYTES as IMAGE_BYTES

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


# What comes in


class CreateIn(Strict):
    document = serializers.DictField(required=False, help_text="A blueprint in the format of docs/format.md.")
    preset = Text(required=False, help_text="An id of /api/presets/, where there is no document.")
    title = Text(required=False, help_text="With a preset.")
    language = serializers.ChoiceField(
        LANGUAGES, required=False, help_text="With a preset; else that of the request."
    )


class TitleIn(Strict):
    title = Text()


class DuplicateIn(Strict):
    title = Text(required=False)


class ChangeIn(Strict):
    id = Id(help_text="Made by the client; the same again is the same change.")
    label = Text(
        required=False, allow_blank=True, default="", max_length=limits.LABEL, help_text="For people."
    )
    ops = Ops(required=False, help_text="put, set, remove; see docs/changes.md.")
    undo = Id(required=False, help_text="Instead of ops: the id of a change of one's own to undo.")


class AfterIn(serializers.Serializer[Any]):
    after = serializers.IntegerField(min_value=0, max_value=2**31 - 1, default=0)


class ExportIn(Strict):
    format = Text()
    language = serializers.ChoiceField(
        LANGUAGES, required=False, help_text="Of the sheet; else the blueprint's."
    )
    decisions = Truth(
        required=False,
        default=False,
        help_text="Show and embed what people decided: reviews, threads, notes.",
    )
    complete = Truth(
        required=False, default=False, help_text="Show and embed that, verbatims and notes of steps too."
    )
    outlines = Truth(required=False, default=False, help_text="Text as paths.")


class LanguageIn(serializers.Serializer[Any]):
    lang = serializers.ChoiceField(
        LANGUAGES, required=False, help_text="Of the sentences; else that of the request."
    )


class FrictionIn(LanguageIn):
    prices = serializers.BooleanField(
        required=False, default=False, help_text="The whole diagnosis, with what each finding costs."
    )


class FindingsIn(Strict):
    findings = serializers.ListField(
        child=Text(), allow_empty=False, max_length=limits.FINDINGS, help_text="Fingerprints."
    )


class TargetIn(FindingsIn):
    title = Text(required=False)


class AnalysisIn(Strict):
    blueprints = serializers.ListField(
        child=Text(), allow_empty=False, max_length=limits.BLUEPRINTS, help_text="Ids."
    )


class ListIn(serializers.Serializer[Any]):
    bin = serializers.BooleanField(required=False, default=False, help_text="What lies in the bin instead.")
    as_is = serializers.CharField(required=False, help_text="Only the targets made of this blueprint.")


# What comes out


class BlueprintOut(serializers.ModelSerializer[Blueprint]):
    url = serializers.SerializerMethodField(help_text="Of its page.")

    class Meta:
        model = Blueprint
        fields = ["id", "title", "language", "state", "as_is", "seq", "changed", "deleted_at", "url"]
        extra_kwargs = {
            "language": {"help_text": "Of its texts."},
            "as_is": {"help_text": "Id of the blueprint that this is the target of."},
        }

    def get_url(self, blueprint: Blueprint) -> str:
        return f"/blueprints/{blueprint.pk}/"


class BlueprintsOut(serializers.Serializer[Any]):
    blueprints = BlueprintOut(many=True)


class RecordsOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    epoch = serializers.CharField()
    protocol = serializers.IntegerField()
    records = serializers.DictField(child=serializers.ListField(child=serializers.DictField()))


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


class FrictionOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    findings = serializers.ListField(
        child=serializers.DictField(), help_text="With the status and the id of the review of each."
    )
    flags = serializers.ListField(child=serializers.DictField(), help_text="Friction that people saw.")
    waiting = serializers.ListField(
        child=serializers.DictField(), help_text="Reviews whose finding is not there, in case it returns."
    )
    unknown = serializers.ListField(child=serializers.DictField())
    flow = serializers.DictField(required=False, help_text="Minutes per case and visits.")
    pairs = serializers.ListField(child=serializers.DictField(), required=False, help_text="With prices.")
    cost = serializers.DictField(required=False, allow_null=True, help_text="Of inaction. With prices.")
    notes = serializers.ListField(required=False, help_text="What was sampled or cut. With prices.")


class WhatIfOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    before = serializers.DictField(help_text="The flow, and `cost`: what all its work comes to in a month.")
    after = serializers.DictField()
    delta = serializers.DictField(help_text="after minus before.")
    gone = serializers.ListField(help_text="Fingerprints of the findings that the remedies take away.")
    new = serializers.ListField(help_text="Of those that they bring.")
    without_price = serializers.ListField(help_text="Of those asked for that have no remedy in time.")
    saved = serializers.DictField(help_text="Cost of inaction of these findings together.")
    notes = serializers.ListField(help_text="What was sampled or cut.")


class StateOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    title = serializers.CharField()
    seq = serializers.IntegerField()


class ComparisonOut(serializers.Serializer[Any]):
    as_is = StateOut()
    to_be = StateOut()
    resolved = serializers.ListField()
    worsened = serializers.ListField()
    new = serializers.ListField()
    kept = serializers.ListField()
    moved = serializers.ListField(help_text="Friction that only moved from one side to the other.")
    flow = serializers.DictField(help_text="before, after and delta.")
    steps = serializers.JSONField(help_text="Those that changed.")


class LimitOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    default = serializers.FloatField()
    unit = serializers.CharField(allow_null=True, help_text="s, min or days; null: a count or a share.")
    about = serializers.CharField()


class DetectorOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    title = serializers.CharField()
    about = serializers.CharField(help_text="In one line.")
    limits = LimitOut(many=True)
    page = serializers.CharField(help_text="Address of the page that explains it.")


class ErrorOut(serializers.Serializer[Any]):
    place = serializers.CharField()
    message = serializers.CharField()
    mend = serializers.CharField()
    others = serializers.ListField(child=serializers.DictField(), required=False)


class FailedOut(serializers.Serializer[Any]):
    error = ErrorOut()


class ExportOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    status = serializers.ChoiceField(Job.Status.choices)
    url = serializers.CharField()
    file = serializers.CharField(allow_null=True)
    seq = serializers.IntegerField(allow_null=True, help_text="The state that the file shows.")
    error = ErrorOut(allow_null=True)


class ImageIn(Strict):
    file = serializers.FileField(
        allow_empty_file=True,
        error_messages={
            "required": _("There is no file in the field “file”."),
            "invalid": _("There is no file in the field “file”."),
        },
        help_text=f"PNG, JPEG or WebP, up to {IMAGE_BYTES // 1_000_000} MB.",
    )


class WidthIn(serializers.Serializer[Any]):
    w = serializers.IntegerField(
        min_value=1, max_value=10_000, required=False, help_text="About how wide, in pixels; else as it is."
    )


class AttachmentOut(serializers.Serializer[Any]):
    id = serializers.CharField(help_text="SHA-256 of what `url` gives, in hexadecimal: what a note names.")
    url = serializers.CharField()
    type = serializers.CharField()
    width = serializers.IntegerField(help_text="Pixels.")
    height = serializers.IntegerField(help_text="Pixels.")


class AttachmentsOut(serializers.Serializer[Any]):
    attachments = AttachmentOut(many=True, help_text="The newest first.")
    missing = serializers.ListField(
        child=serializers.CharField(), help_text="Hashes in notes for which this server has no image."
    )


class PresetOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    title = serializers.CharField()
    about = serializers.CharField()
    lanes = serializers.ListField(child=serializers.CharField())
    steps = serializers.IntegerField(help_text="0 where it is empty lanes.")


class ResultOut(serializers.Serializer[Any]):
    blueprint = serializers.CharField()
    title = serializers.CharField(allow_null=True)
    seq = serializers.IntegerField(allow_null=True)
    findings = serializers.DictField(child=serializers.IntegerField(), help_text="How many a detector.")
    unknown = serializers.IntegerField(allow_null=True)
    flow = serializers.DictField(allow_null=True)
    cost = serializers.DictField(allow_null=True, help_text="Of inaction.")
    error = ErrorOut(allow_null=True)


class AnalysisOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    status = serializers.ChoiceField(Job.Status.choices)
    url = serializers.CharField()
    done = serializers.IntegerField()
    total = serializers.IntegerField()
    results = ResultOut(many=True, help_text="Of those that are done, in the order asked.")
    error = ErrorOut(allow_null=True)
