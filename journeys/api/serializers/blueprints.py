"""Blueprints as a whole: made, listed, renamed, copied, and what one starts from."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from journeys.api.serializers.strict import LANGUAGES, Strict, Text
from journeys.models import Blueprint


class CreateIn(Strict):
    document = serializers.DictField(required=False, help_text="A blueprint in the format of docs/format.md.")
    preset = Text(required=False, help_text="An id of /api/presets/, where there is no document.")
    title = Text(required=False, help_text="With a preset.")
    language = serializers.ChoiceField(
        LANGUAGES, required=False, help_text="With a preset; else that of the request."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "document" in attrs and len(attrs) > 1:
            stranger = next(name for name in attrs if name != "document")
            raise serializers.ValidationError(
                {stranger: [_("This goes with a preset; a document says it all itself.")]}
            )
        return attrs


class TitleIn(Strict):
    title = Text()


class DuplicateIn(Strict):
    title = Text(required=False)


class ListIn(serializers.Serializer[Any]):
    bin = serializers.BooleanField(required=False, default=False, help_text="What lies in the bin instead.")
    as_is = serializers.CharField(required=False, help_text="Only the targets made of this blueprint.")


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


class RecordsOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    epoch = serializers.CharField()
    protocol = serializers.IntegerField()
    records = serializers.DictField(child=serializers.ListField(child=serializers.DictField()))


class PresetOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    title = serializers.CharField()
    about = serializers.CharField()
    lanes = serializers.ListField(child=serializers.CharField())
    steps = serializers.IntegerField(help_text="0 where it is empty lanes.")
