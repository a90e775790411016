"""What is said when something is wrong."""

from typing import Any

from rest_framework import serializers


class ErrorOut(serializers.Serializer[Any]):
    place = serializers.CharField()
    message = serializers.CharField()
    mend = serializers.CharField()
    others = serializers.ListField(child=serializers.DictField(), required=False)


class FailedOut(serializers.Serializer[Any]):
    error = ErrorOut()
