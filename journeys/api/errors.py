"""Every error in one shape, {"error": {"place", "message", "mend"}}, in the language of the request."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response

from blueprint.errors import DocumentError
from journeys.services.errors import Busy, Never, Refused

log = logging.getLogger(__name__)


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's exception handler. None where nobody expected the error: then it is a 500."""
    if isinstance(error, Refused):
        return _response(error.status, error)
    if isinstance(error, DocumentError):
        return _response(400, from_document(error))
    if isinstance(error, OperationalError):
        log.error("Storage: %s", error)
        return _response(503, busy(), {"Retry-After": "2"})
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    headers = {}
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    return _response(error.status_code, _from_framework(error), headers)


def from_document(error: DocumentError, at: str = "") -> Never:
    """The first problem of a document, with the others beside it; `at` is where in the request the
    document stands.
    """
    language = get_language() or "fr"

    def place(inner: str) -> str:
        return (
            inner
            if not at
            else at
            if not inner
            else f"{at}{inner}"
            if inner.startswith("[")
            else f"{at}.{inner}"
        )

    said = [
        (place(problem.place), problem.message(language), problem.mend(language))
        for problem in error.problems
    ]
    others = [{"place": where, "message": message, "mend": mend} for where, message, mend in said[1:]]
    return Never(*said[0], others=others)


def busy() -> Busy:
    return Busy("", _("Storage can not be reached just now. Nothing was done."), _("Try again in a moment."))


def plain_answer(request: HttpRequest, status: int) -> JsonResponse:
    """The same shape where no view of the API was reached."""
    said = {
        400: (_("This request is not valid."), _("/api/schema/ says what belongs here.")),
        403: (_("You may not do this."), _("Sign in, or send a token.")),
        404: (_("There is nothing at this address."), _("docs/api.md lists the addresses.")),
        500: (
            _("Something went wrong on the server. Nothing was done."),
            _("The server’s log says what; try again."),
        ),
    }[status]
    return JsonResponse({"error": Refused("", *said).as_data()}, status=status)


def _response(status: int, error: Refused, headers: dict[str, str] | None = None) -> Response:
    return Response({"error": error.as_data()}, status=status, headers=headers)


MENDS: dict[type[exceptions.APIException], Any] = {
    exceptions.NotAuthenticated: lambda: _("Sign in, or send a token: Authorization: Bearer TOKEN."),
    exceptions.AuthenticationFailed: lambda: _("Make a new one: python manage.py token."),
    exceptions.PermissionDenied: lambda: _("Sign in, or send a token."),
    exceptions.NotFound: lambda: _("docs/api.md lists the addresses."),
    exceptions.MethodNotAllowed: lambda: _("docs/api.md lists what each address takes."),
    exceptions.NotAcceptable: lambda: _("Ask for application/json."),
    exceptions.UnsupportedMediaType: lambda: _("Send application/json; a file goes as multipart/form-data."),
}


def _from_framework(error: exceptions.APIException) -> Refused:
    if isinstance(error, exceptions.ValidationError):
        problems = list(_flat(error.detail, ""))
        first, *rest = problems or [("", _("This request is not valid."))]
        mend = _("/api/schema/ says what belongs here.")
        others = [{"place": place, "message": message, "mend": mend} for place, message in rest[:20]]
        return Refused(*first, mend, others=others)
    mend = MENDS.get(type(error), lambda: _("/api/schema/ says what belongs here."))()
    return Refused(getattr(error, "place", ""), str(error.detail), getattr(error, "mend", mend))


def _flat(detail: Any, place: str) -> Any:
    """(place, message) for each error of a serializer, places as in `ops[2].field`."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            here = (
                place if name == "non_field_errors" else f"{place}[{name}]" if isinstance(name, int) else name
            )
            if place and isinstance(name, str) and name != "non_field_errors":
                here = f"{place}.{name}"
            yield from _flat(inner, here)
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            if isinstance(inner, dict | list):
                yield from _flat(inner, f"{place}[{index}]") if inner else ()
            else:
                yield place, str(inner)
    else:
        yield place, str(detail)
