"""Exports on the wire: ask for one, see how it stands, fetch the file."""

from django.http import FileResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from journeys.api.base import View, failures
from journeys.api.serializers.jobs import ExportIn, ExportOut
from journeys.models import Export
from journeys.models.fields import is_random_id
from journeys.services.errors import Missing
from journeys.services.exports import export_ask, export_error, export_file

MIME = {"svg": "image/svg+xml; charset=utf-8"}


class Exports(View):
    @extend_schema(
        operation_id="exports_ask", request=ExportIn, responses={202: ExportOut} | failures(400, 415)
    )
    def post(self, request: Request, id: str) -> Response:
        """Asks for a file; a worker makes it. `url` tells how it stands."""
        row = self.blueprint(id, "read")
        options = self.sent(ExportIn)
        job = export_ask(blueprint=row, by=self.person(), format=options.pop("format"), options=options)
        said = _said(job)
        return Response(said, status=202, headers={"Location": said["url"]})


class OneExport(View):
    @extend_schema(operation_id="exports_read", responses={200: ExportOut} | failures())
    def get(self, request: Request, id: str, export: str) -> Response:
        return Response(_said(_job(self, id, export)))


class ExportFile(View):
    @extend_schema(
        operation_id="exports_file", responses={(200, "image/svg+xml"): OpenApiTypes.BINARY} | failures()
    )
    def get(self, request: Request, id: str, export: str) -> FileResponse:
        job = _job(self, id, export)
        if job.status != Export.Status.DONE:
            raise Missing("", _("This file is not made yet."), _("Ask how the export stands."))
        try:
            file = export_file(job).open("rb")
        except FileNotFoundError:
            raise Missing("", _("This file is gone."), _("Export once more.")) from None
        response = FileResponse(file, content_type=MIME[job.format])
        name = f"{_file_name(job.blueprint.title)}.{job.format}"
        response.headers["Content-Disposition"] = (
            content_disposition_header(as_attachment=True, filename=name) or ""
        )
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response.headers["Cache-Control"] = "private, no-cache"
        return response


def _job(view: View, id_: str, export: str) -> Export:
    row = view.blueprint(id_, "read")
    job = row.exports.select_related("blueprint").filter(pk=export).first() if is_random_id(export) else None
    if job is None:
        raise Missing("", _("There is no export at this address."), _("Ask for one."))
    return job


def _said(job: Export) -> dict[str, object]:
    url = f"/api/blueprints/{job.blueprint_id}/exports/{job.pk}/"
    done = job.status == Export.Status.DONE
    return {
        "id": job.pk,
        "status": job.status,
        "url": url,
        "file": f"{url}file/" if done else None,
        "seq": job.seq,
        "error": export_error(job),
    }


def _file_name(title: str) -> str:
    """The title as a file name on any system."""
    kept = "".join(letter if letter.isprintable() and letter not in '/\\:*?"<>|' else " " for letter in title)
    return " ".join(kept.split()).strip(". ")[:80] or "blueprint"
