"""What all views of the API share."""

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiResponse
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from journeys.api import description  # noqa: F401 - registers itself
from journeys.api.serializers.failures import FailedOut
from journeys.models import Blueprint
from journeys.services.access import Verb, blueprint_for
from journeys.services.limits import SMALL_BYTES


class View(APIView):
    body_limit = SMALL_BYTES

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Request:
        if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", ""):
            # Comes without its length, which the framework takes for no body; asgi.py has bounded it.
            request.META["CONTENT_LENGTH"] = str(len(request.body))
        return super().initialize_request(request, *args, **kwargs)

    def person(self) -> User:
        """Who asks; `IsAuthenticated` has seen to it that somebody does."""
        return self.request.user

    def blueprint(self, id: str, verb: Verb, *, in_bin: bool = False) -> Blueprint:
        return blueprint_for(self.person(), verb, id, in_bin=in_bin)

    def sent(self, serializer: type[Serializer[Any]]) -> dict[str, Any]:
        return _valid(serializer(data=self.request.data))

    def asked(self, serializer: type[Serializer[Any]]) -> dict[str, Any]:
        """What stands in the address after the question mark."""
        return _valid(serializer(data=self.request.query_params.dict()))


def interface_language(request: Request) -> str:
    return "en" if (get_language() or "").startswith("en") else "fr"


def _valid(serializer: Serializer[Any]) -> dict[str, Any]:
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


def failures(*statuses: int) -> dict[int, OpenApiResponse]:
    """For the description: besides what these say, 401 without a person and 404 for what they may not see."""
    said = {
        400: "Never valid; also what is too large.",
        401: "Nobody is signed in.",
        403: "Not for this person, or no CSRF token.",
        404: "Not there, or not for this person.",
        409: "Not now.",
        415: "Not the form of body that belongs here.",
        503: "Not ready yet; ask again.",
    }
    return {
        status: OpenApiResponse(FailedOut, description=said[status]) for status in (*statuses, 401, 403, 404)
    }
