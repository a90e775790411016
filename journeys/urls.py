"""All addresses: the API, the pages, and what is answered where nothing is found or something breaks."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from journeys.api.errors import plain_answer
from journeys.pages import errors as pages

urlpatterns = [
    path("api/", include("journeys.api.urls")),
    path("", include("journeys.pages.urls")),
]


def handler400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_answer(request, 400) if _asks_api(request) else pages.bad_request(request, exception)


def handler403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_answer(request, 403) if _asks_api(request) else pages.forbidden(request, exception)


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_answer(request, 404) if _asks_api(request) else pages.not_found(request, exception)


def handler500(request: HttpRequest) -> HttpResponse:
    return plain_answer(request, 500) if _asks_api(request) else pages.server_error(request)


def _asks_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")
