"""The pages that explain each kind of friction, made from docs/friction in the reader's language."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from markdown_it import MarkdownIt
from markdown_it.token import Token

from blueprint import drawing
from blueprint.catalogue import DETECTORS
from blueprint.document import parse
from blueprint.friction import analyse
from journeys.services.detectors import detector_list, detector_page, detector_title

# What stands in a page as HTML is shown as text: only what Markdown says becomes elements.
TABLE = '<table tabindex="0">'  # wide ones scroll: keys must reach them
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Example:
    """A blueprint of the page, drawn: `said` is what the detector finds in it, nothing where it is quiet."""

    picture: str  # an address that holds the picture
    said: tuple[str, ...]
    source: str


Part = SafeString | Example


@require_GET
def kinds(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/kinds.html", {"kinds": detector_list(get_language())})


@require_GET
def kind(request: HttpRequest, id_: str) -> HttpResponse:
    if id_ not in DETECTORS:
        raise Http404(_("There is no such kind of friction."))
    language = get_language()
    ids = [*DETECTORS]
    place = ids.index(id_)
    context: dict[str, Any] = {
        "id": id_,
        "title": detector_title(id_, language),
        "parts": page_parts(id_, language),
        "before": _neighbour(ids[place - 1] if place else None, language),
        "after": _neighbour(ids[place + 1] if place + 1 < len(ids) else None, language),
    }
    return render(request, "pages/kind.html", context)


STATEMENTS = {"fr": "accessibilite.md", "en": "accessibility.md"}


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement of docs/ in the reader's language."""
    return render(request, "pages/accessibility.html", {"statement": _statement(get_language())})


@cache
def _statement(language: str) -> SafeString:
    path = Path(settings.BASE_DIR) / "docs" / STATEMENTS.get(language, STATEMENTS["en"])
    return _html(MARKDOWN.parse(path.read_text("utf-8")))


@cache
def page_parts(id_: str, language: str) -> tuple[Part, ...]:
    """The page without its title: text as HTML, and the examples between. Drawn once a process."""
    parts: list[Part] = []
    text: list[Token] = []
    for token in MARKDOWN.parse(detector_page(id_, language))[3:]:  # the first three are the title
        if token.type == "fence" and token.info.startswith("json "):
            parts += [_html(text), _example(id_, language, token.content)]
            text = []
        else:
            text.append(token)
    return (*parts, _html(text))


def _html(tokens: list[Token]) -> SafeString:
    html = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return mark_safe(html.replace("<table>", TABLE))


def _example(id_: str, language: str, source: str) -> Example:
    document = parse(source)
    findings = analyse(document, only=[id_], language=language).findings
    svg = drawing.figure(document, language=language, findings=findings)
    return Example(
        picture=f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}",
        said=tuple(finding.because for finding in findings),
        source=source,
    )


def _neighbour(id_: str | None, language: str) -> dict[str, str] | None:
    return id_ and {"title": detector_title(id_, language), "url": reverse("pages:kind", args=[id_])}
