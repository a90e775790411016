"""What a person sees where no page can be shown: not found, not allowed, an old form, a fault of ours."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400, _("This request can’t be understood"), _("Go back and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    mend = _("Ask the owner of the blueprint, or sign in as someone else.")
    return _page(request, 403, _("You may not do this"), mend)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    mend = _("The address may be mistyped, or the blueprint may lie in the bin of its owner.")
    return _page(request, 404, _("There is nothing here"), mend)


def server_error(request: HttpRequest) -> HttpResponse:
    mend = _(
        "Nothing that was saved is lost. Load the page again; if it comes back, the server’s log says why."
    )
    return _page(request, 500, _("Something went wrong on our side"), mend)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    logging.getLogger(__name__).info("%s refused: %s", request.path, reason)
    mend = _(
        "Nothing was changed. Allow cookies for this address, go back, load the page again and send it again."
    )
    return _page(request, 403, _("This form is too old, or came from elsewhere"), mend)


def _page(request: HttpRequest, status: int, heading: str, mend: str) -> HttpResponse:
    """Drawn without asking who is there: the database may be what failed."""
    context = {"request": request, "heading": heading, "mend": mend}
    return HttpResponse(get_template("pages/error.html").render(context), status=status)
