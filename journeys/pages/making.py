"""The page on which a blueprint begins: from lanes, from a service to adapt, or from a file."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from blueprint.document import SIZE, Document, DocumentError, parse
from blueprint.drawing import extract
from journeys.services.blueprints import blueprint_create
from journeys.services.errors import Refused
from journeys.services.presets import preset_document, preset_list

SHOWN = 5  # problems of a file that the page lists


@require_http_methods(["GET", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Shows the ways to begin; a POST makes a blueprint from a preset."""
    if request.method != "POST":
        return _page(request)
    typed = {"title": request.POST.get("title", "").strip(), "preset": request.POST.get("preset", "")}
    if not typed["title"]:
        error = {"form": "preset", "message": _("A blueprint needs a title."), "mend": _("Type one.")}
        return _page(request, typed=typed, error=error)
    try:
        document = preset_document(typed["preset"], title=typed["title"], language=get_language())
    except Refused as error:
        return _page(
            request, typed=typed, error={"form": "preset", "message": error.message, "mend": error.mend}
        )
    except DocumentError as error:
        return _page(request, typed=typed, error=_wrong(error, form="preset"))
    return redirect("pages:editor", blueprint_create(owner=request.user, document=document).pk)


@require_POST
@login_required
def open_(request: HttpRequest) -> HttpResponse:
    """Makes a blueprint from a file: a document, or a sheet exported as SVG, which holds one."""
    file = request.FILES.get("file")
    if file is None:
        error = {"form": "file", "message": _("No file was chosen."), "mend": _("Choose one, then open it.")}
        return _page(request, error=error)
    try:
        document = _read(file.read(SIZE + 1))
    except DocumentError as error:
        return _page(request, error=_wrong(error, form="file"))
    return redirect("pages:editor", blueprint_create(owner=request.user, document=document).pk)


def _read(content: bytes) -> Document:
    """One byte more than a file may have is enough for `parse` to refuse it."""
    if len(content) <= SIZE and content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return extract(content.decode("utf-8", "replace"))
    return parse(content)


def _wrong(error: DocumentError, *, form: str) -> dict[str, Any]:
    """What is wrong with a document, the first problems each with its mend."""
    language = get_language()
    problems = [f"{problem.line(language)} {problem.mend(language)}" for problem in error.problems[:SHOWN]]
    unlisted = len(error.problems) - SHOWN
    if unlisted > 0:
        words = (
            _("And at least %(n)s more.")
            if error.more
            else ngettext("And %(n)s more.", "And %(n)s more.", unlisted)
        )
        problems.append(words % {"n": unlisted})
    said = _("Nothing was opened: the file is wrong.") if form == "file" else _("This title can’t be taken.")
    return {"form": form, "message": said, "problems": problems}


def _page(
    request: HttpRequest, *, typed: dict[str, str] | None = None, error: dict[str, Any] | None = None
) -> HttpResponse:
    offered = preset_list(get_language())
    context = {
        "lanes": [preset for preset in offered if not preset["steps"]],
        "services": [preset for preset in offered if preset["steps"]],
        "typed": {"title": "", "preset": "service"} | (typed or {}),
        "error": error or {},
    }
    return render(request, "pages/new.html", context, status=400 if error else 200)
