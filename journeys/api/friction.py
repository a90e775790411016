"""Friction on the wire: what the detectors say, what its remedies would change, targets and comparisons."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from blueprint.document import DocumentError
from journeys.api.base import View, failures, interface_language
from journeys.api.errors import from_document
from journeys.api.serializers.blueprints import BlueprintOut
from journeys.api.serializers.friction import (
    ComparisonOut,
    DetectorOut,
    FindingsIn,
    FrictionIn,
    FrictionOut,
    LanguageIn,
    TargetIn,
    WhatIfOut,
)
from journeys.services.detectors import detector_list
from journeys.services.friction import friction_read, friction_since
from journeys.services.remedies import comparison_read, diagnosis_read, target_create, what_if_read


class Friction(View):
    @extend_schema(
        operation_id="blueprints_friction",
        parameters=[FrictionIn],
        responses={200: FrictionOut} | failures(400, 503),
    )
    def get(self, request: Request, id: str) -> Response:
        """What the detectors say of the newest state. Without prices it is there sooner: an editor asks for
        both, and drops an answer whose `seq` is older than what it shows. Asked for `since` an answer that it
        had, it is told what that did not say.
        """
        row = self.blueprint(id, "read")
        asked = self.asked(FrictionIn)
        language = asked.get("lang") or interface_language(request)
        if asked["prices"]:
            return Response(diagnosis_read(row.pk, language=language)[1])
        if (since := asked.get("since")) is not None:
            return Response(friction_since(row.pk, since=since, language=language)[1])
        return Response(friction_read(row.pk, language=language)[1])


class WhatIf(View):
    @extend_schema(
        operation_id="blueprints_what_if",
        parameters=[LanguageIn],
        request=FindingsIn,
        responses={200: WhatIfOut} | failures(400, 409, 415, 503),
    )
    def post(self, request: Request, id: str) -> Response:
        """The figures with and without these findings; nothing is changed."""
        row = self.blueprint(id, "read")
        language = self.asked(LanguageIn).get("lang") or interface_language(request)
        fingerprints = self.sent(FindingsIn)["findings"]
        return Response(what_if_read(row.pk, fingerprints=fingerprints, language=language))


class Target(View):
    @extend_schema(
        operation_id="blueprints_target",
        request=TargetIn,
        responses={201: BlueprintOut} | failures(400, 409, 415, 503),
    )
    def post(self, request: Request, id: str) -> Response:
        """A new blueprint of one's own in which the remedies of these findings are carried out."""
        row = self.blueprint(id, "read")
        sent = self.sent(TargetIn)
        try:
            made = target_create(
                blueprint=row,
                fingerprints=sent["findings"],
                owner=self.person(),
                title=sent.get("title", ""),
            )
        except DocumentError as error:
            raise from_document(error) from None
        return Response(
            BlueprintOut(made).data, status=201, headers={"Location": f"/api/blueprints/{made.pk}/"}
        )


class Comparison(View):
    @extend_schema(
        operation_id="blueprints_compare",
        parameters=[LanguageIn],
        responses={200: ComparisonOut} | failures(400, 503),
    )
    def get(self, request: Request, id: str, other: str) -> Response:
        """What `other`, the blueprint to be, changes of this one, as it is."""
        as_is, to_be = self.blueprint(id, "read"), self.blueprint(other, "read")
        language = self.asked(LanguageIn).get("lang") or interface_language(request)
        return Response(comparison_read(as_is.pk, to_be.pk, language=language))


class Detectors(View):
    @extend_schema(
        operation_id="detectors_list",
        parameters=[LanguageIn],
        responses={200: DetectorOut(many=True)} | failures(400),
    )
    def get(self, request: Request) -> Response:
        """The kinds of friction, with the limits that a blueprint may set by a record `detector`."""
        return Response(detector_list(self.asked(LanguageIn).get("lang") or interface_language(request)))
