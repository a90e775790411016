"""Images of notes on the wire: sent as a form with one file, named by their hash, given back as images."""

from django.http import FileResponse
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from journeys.api.base import View, failures
from journeys.api.serializers.attachments import AttachmentOut, AttachmentsOut, ImageIn, WidthIn
from journeys.models import Attachment
from journeys.services.attachments import (
    attachment_add,
    attachment_file,
    attachment_for,
    attachment_list,
)
from journeys.services.errors import Missing
from journeys.services.images import BYTES, FORMATS, check_bytes
from journeys.services.states import state_read

FORM_BYTES = 100_000  # of a form besides its file


class Attachments(View):
    parser_classes = [MultiPartParser]

    @extend_schema(operation_id="attachments_list", responses={200: AttachmentsOut} | failures())
    def get(self, request: Request, id: str) -> Response:
        """The images of a blueprint, and those that its notes name and that are not here."""
        row, state = state_read(self.blueprint(id, "read").pk)
        there, missing = attachment_list(row, state)
        return Response({"attachments": [_said(one) for one in there], "missing": missing})

    @extend_schema(
        operation_id="attachments_add",
        request={"multipart/form-data": ImageIn},
        responses={201: AttachmentOut} | failures(400, 409, 415),
    )
    def post(self, request: Request, id: str) -> Response:
        """Takes an image in. What is kept is written anew: upright, without what was noted in the file."""
        row = self.blueprint(id, "edit")
        # What is cut off on the way is no form any more: said before it is read.
        check_bytes(int(request.META.get("CONTENT_LENGTH") or 0) - FORM_BYTES)
        sent = self.sent(ImageIn)["file"].read(BYTES + 1)
        said = _said(attachment_add(blueprint=row, by=self.person(), sent=sent))
        return Response(said, status=201, headers={"Location": said["url"]})


class OneAttachment(View):
    @extend_schema(
        operation_id="attachments_read",
        parameters=[WidthIn],
        responses={(200, type): OpenApiTypes.BINARY for type in FORMATS.values()} | failures(400),
    )
    def get(self, request: Request, id: str, attachment: str) -> FileResponse:
        """The image; with `w` one about as wide."""
        found = attachment_for(self.blueprint(id, "read"), attachment)
        path, type_ = attachment_file(found, self.asked(WidthIn).get("w"))
        try:
            file = path.open("rb")
        except FileNotFoundError:
            raise Missing("", _("This image is gone."), _("Send it once more.")) from None
        response = FileResponse(file, content_type=type_)
        response.headers["Content-Disposition"] = "inline"
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        return response


def _said(one: Attachment) -> dict[str, object]:
    return {
        "id": one.digest,
        "url": f"/api/blueprints/{one.blueprint_id}/attachments/{one.digest}/",
        "type": one.type,
        "width": one.width,
        "height": one.height,
    }
