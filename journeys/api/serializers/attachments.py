"""Images of notes."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from journeys.api.serializers.strict import Strict
from journeys.services.images import BYTES as IMAGE_BYTES


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
