"""Analyses of many blueprints on the wire: ask for one, see how far it is."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from journeys.api.base import View, failures, interface_language
from journeys.api.serializers.jobs import AnalysisIn, AnalysisOut
from journeys.models import Analysis
from journeys.services.analyses import analysis_ask, analysis_error, analysis_for, analysis_results


class Analyses(View):
    @extend_schema(
        operation_id="analyses_ask",
        request=AnalysisIn,
        responses={202: AnalysisOut} | failures(400, 415),
    )
    def post(self, request: Request) -> Response:
        """Asks for the priced friction of many blueprints. A worker does it; `url` tells how far it is."""
        job = analysis_ask(
            blueprints=self.sent(AnalysisIn)["blueprints"],
            by=self.person(),
            language=interface_language(request),
        )
        said = _said(job)
        return Response(said, status=202, headers={"Location": said["url"]})


class OneAnalysis(View):
    @extend_schema(operation_id="analyses_read", responses={200: AnalysisOut} | failures())
    def get(self, request: Request, analysis: str) -> Response:
        return Response(_said(analysis_for(self.person(), analysis)))


def _said(job: Analysis) -> dict[str, object]:
    return {
        "id": job.pk,
        "status": job.status,
        "url": f"/api/analyses/{job.pk}/",
        "done": len(job.results),
        "total": len(job.blueprints),
        "results": analysis_results(job),
        "error": analysis_error(job.error),
    }
