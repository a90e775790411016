"""What a worker does: exports, and analyses of many blueprints."""

from typing import Any

from rest_framework import serializers

from journeys.api.serializers.failures import ErrorOut
from journeys.api.serializers.strict import LANGUAGES, Strict, Text, Truth
from journeys.models import Job
from journeys.services import limits


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


class ExportOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    status = serializers.ChoiceField(Job.Status.choices)
    url = serializers.CharField()
    file = serializers.CharField(allow_null=True)
    seq = serializers.IntegerField(allow_null=True, help_text="The state that the file shows.")
    error = ErrorOut(allow_null=True)


class AnalysisIn(Strict):
    blueprints = serializers.ListField(
        child=Text(), allow_empty=False, max_length=limits.BLUEPRINTS, help_text="Ids."
    )


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
