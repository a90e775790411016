"""Reading a blueprint: as a document, as records, as a small picture."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from blueprint.document import json_schema, to_data
from blueprint.records import State, in_order
from journeys.api.base import View, failures, interface_language
from journeys.api.serializers.blueprints import RecordsOut
from journeys.models import Blueprint
from journeys.services.drawings import preview_draw
from journeys.services.memo import Memo
from journeys.services.presets import preset_picture
from journeys.services.states import document_read, state_read

_told: Memo[bytes] = Memo(size=16)  # head -> the records as JSON

PROTOCOL = 1  # raised when an editor that was loaded before can no longer talk to this server

OBJECT = OpenApiResponse(OpenApiTypes.OBJECT)


class WholeDocument(View):
    @extend_schema(
        operation_id="blueprints_document",
        parameters=[
            OpenApiParameter("X-Seq", int, OpenApiParameter.HEADER, response=[200], description="Its state.")
        ],
        responses={200: OpenApiResponse(OpenApiTypes.OBJECT, description="The format of docs/format.md.")}
        | failures(),
    )
    def get(self, request: Request, id: str) -> Response:
        row, document = document_read(self.blueprint(id, "read").pk)
        return Response(to_data(document), headers={"X-Seq": str(row.seq)})


class Records(View):
    @extend_schema(operation_id="blueprints_records", responses={200: RecordsOut} | failures())
    def get(self, request: Request, id: str) -> HttpResponse:
        """Flat, as the editor and the change log know it; each type in its order."""
        row, state = state_read(self.blueprint(id, "read").pk)
        # A room opens one sheet at once: of several who ask for one state, one writes it down.
        text = _told.get(row.head, lambda: _told_as(row, state))
        # A browser that goes back must not show what it read before its own edits.
        return HttpResponse(text, content_type="application/json", headers={"Cache-Control": "no-store"})


def _told_as(row: Blueprint, state: State) -> bytes:
    # Sorted, because the state of one process has another history than that of the next.
    records = {type_: in_order(state, type_) for type_ in state}
    return JSONRenderer().render(
        {"seq": row.seq, "epoch": row.epoch, "protocol": PROTOCOL, "records": records}
    )


class Preview(View):
    @extend_schema(
        operation_id="blueprints_preview",
        responses={(200, "image/svg+xml"): OpenApiTypes.STR, 304: None} | failures(),
    )
    def get(self, request: Request, id: str) -> HttpResponse:
        """A small picture of the newest state, also of a blueprint in the bin."""
        svg, mark = preview_draw(self.blueprint(id, "read", in_bin=True).pk)
        return _picture(request, svg, mark)


class PresetPreview(View):
    @extend_schema(
        operation_id="presets_preview",
        responses={(200, "image/svg+xml"): OpenApiTypes.STR, 304: None} | failures(),
    )
    def get(self, request: Request, preset: str) -> HttpResponse:
        """A small picture of what a preset begins with."""
        return _picture(request, *preset_picture(preset, interface_language(request)))


def _picture(request: Request, svg: str, mark: str) -> HttpResponse:
    tag = f'"{mark}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response.headers["ETag"] = tag
    # An address that names the state may be kept; any other is asked again.
    kept = request.GET.get("head") == mark
    response.headers["Cache-Control"] = (
        "private, max-age=31536000, immutable" if kept else "private, no-cache"
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    return response


class FormatSchema(View):
    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(operation_id="format_schema", auth=[], responses={200: OBJECT})
    def get(self, request: Request) -> Response:
        """The JSON Schema of a blueprint document."""
        return Response(json_schema())
