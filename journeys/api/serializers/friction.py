"""Findings, what their remedies would change, comparisons, and the kinds of friction there are."""

from typing import Any

from rest_framework import serializers

from journeys.api.serializers.strict import LANGUAGES, Strict, Text
from journeys.services import limits


class LanguageIn(serializers.Serializer[Any]):
    lang = serializers.ChoiceField(
        LANGUAGES, required=False, help_text="Of the sentences; else that of the request."
    )


class FrictionIn(LanguageIn):
    prices = serializers.BooleanField(
        required=False, default=True, help_text="0: at once, without what each finding costs."
    )
    since = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=64,
        help_text="With prices=0: the `state` of an answer that you have, empty for none.",
    )


class FindingsIn(Strict):
    findings = serializers.ListField(
        child=Text(), allow_empty=False, max_length=limits.FINDINGS, help_text="Fingerprints."
    )


class TargetIn(FindingsIn):
    title = Text(required=False)


class FrictionOut(serializers.Serializer[Any]):
    seq = serializers.IntegerField()
    state = serializers.CharField(
        required=False, help_text="Asked with `since`: what to ask with the next time."
    )
    since = serializers.CharField(
        required=False,
        help_text="Asked with `since`, where that answer is still known: in `findings` and `unknown` "
        "[first, end] then stands for a stretch of that answer’s list.",
    )
    findings = serializers.ListField(
        child=serializers.DictField(), help_text="With the status and the id of the review of each."
    )
    flags = serializers.ListField(child=serializers.DictField(), help_text="Friction that people saw.")
    waiting = serializers.ListField(
        child=serializers.DictField(), help_text="Reviews whose finding is not there, in case it returns."
    )
    unknown = serializers.ListField(child=serializers.DictField())
    flow = serializers.DictField(required=False, help_text="Minutes per case and visits.")
    pairs = serializers.ListField(
        child=serializers.DictField(), required=False, help_text="Not with prices=0."
    )
    cost = serializers.DictField(required=False, allow_null=True, help_text="Of inaction. Not with prices=0.")
    notes = serializers.ListField(required=False, help_text="What was sampled or cut. Not with prices=0.")


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
