"""Exports: someone asks for a file, a worker makes it (services/jobs.py). The file is written aside and
renamed, and counts only when the row says so.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from blueprint import drawing
from journeys.models import Blueprint, Export
from journeys.services import access
from journeys.services.errors import Never, Refused
from journeys.services.files import write_whole
from journeys.services.friction import friction_read
from journeys.services.jobs import Kind, NotAllowed
from journeys.services.states import document_read

Maker = Callable[[Export], tuple[bytes, int]]


def export_ask(*, blueprint: Blueprint, by: User, format: str, options: dict[str, Any]) -> Export:
    """Writes the job down. Raises Never for a format nobody makes."""
    if format not in MAKERS:
        raise Never(
            "format",
            _("There is no export to “%(format)s”.") % {"format": format},
            _("Use one of: %(formats)s.") % {"formats": ", ".join(sorted(MAKERS))},
        )
    return EXPORTS.ask(blueprint=blueprint, by=by, format=format, options=options)


def export_error(job: Export) -> dict[str, object] | None:
    """Why a job failed, for the person; None where it did not."""
    said = {
        Export.Error.DENIED: (_("You may no longer read this blueprint."), _("Ask its owner.")),
        Export.Error.BROKEN: (_("The file could not be made."), _("The server’s log says why.")),
        Export.Error.GIVEN_UP: (_("The file could not be made in the time given."), _("Try again later.")),
    }
    return Refused("", *said[Export.Error(job.error)]).as_data() if job.error else None


def export_file(job: Export) -> Path:
    return settings.EXPORTS_DIR / f"{job.pk}.{job.format}"


def _make(job: Export) -> dict[str, Any]:
    if not access.can(job.by, "read", job.blueprint):
        raise NotAllowed
    content, seq = MAKERS[job.format](job)
    write_whole(export_file(job), content)
    return {"seq": seq}


def _clear(job: Export) -> None:
    export_file(job).unlink(missing_ok=True)


def _svg(job: Export) -> tuple[bytes, int]:
    """The sheet, with the findings under the numbers that the editor shows."""
    row, document = document_read(job.blueprint_id)
    language = job.options.get("language") or document.language
    _row, friction = friction_read(job.blueprint_id, language=language)
    numbers = {finding["fingerprint"]: finding["number"] for finding in friction["findings"]}
    asked = {name: bool(job.options.get(name)) for name in ("decisions", "complete", "outlines")}
    svg = drawing.draw(document, language=language, numbers=numbers, **asked)
    return svg.encode(), row.seq


MAKERS: dict[str, Maker] = {"svg": _svg}
EXPORTS = Kind(Export, "journeys.tasks.export_make", _make, _clear)
