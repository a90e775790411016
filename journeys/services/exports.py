"""Exports: someone asks for a file, a worker makes it. The row is the truth of the job, the queue only a
wake-up.

A worker takes a job by a lease; the file is written aside and renamed, and counts only when the row says
so. A worker that dies leaves a lease that runs out: `exports_sweep`, called by the server every few
seconds, queues the job again, and gives it up in words after three attempts.
"""

import logging
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from celery import current_app
from django.conf import settings
from django.contrib.auth.models import User
from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from blueprint import drawing
from journeys.models import Blueprint, Export
from journeys.services import access
from journeys.services.errors import Never, Refused
from journeys.services.friction import friction_read
from journeys.services.states import document_read

log = logging.getLogger(__name__)

TASK = "journeys.tasks.export_make"
LEASE = timedelta(seconds=40)  # longer than Celery lets a task run
UNTAKEN = timedelta(seconds=5)  # after which a job that nobody took is queued again
ATTEMPTS = 3
KEPT = timedelta(days=7)

Maker = Callable[[Export], tuple[bytes, int]]


def export_ask(*, blueprint: Blueprint, by: User, format: str, options: dict[str, Any]) -> Export:
    """Writes the job down; a worker is woken once that is committed. Raises Never for a format nobody
    makes.
    """
    if format not in MAKERS:
        raise Never(
            "format",
            _("There is no export to “%(format)s”.") % {"format": format},
            _("Use one of: %(formats)s.") % {"formats": ", ".join(sorted(MAKERS))},
        )
    job = Export.objects.create(
        blueprint=blueprint, by=by, format=format, options=options, queued_at=timezone.now()
    )
    transaction.on_commit(lambda: _wake(job.pk))
    return job


def export_run(*, export: str) -> None:
    """Does the job unless it is done, given up, or held by another worker."""
    job = _lease(export)
    if job is None:
        return
    try:
        if not access.can(job.by, "read", job.blueprint):
            _settle(job, status=Export.Status.FAILED, error=Export.Error.DENIED)
            return
        content, seq = MAKERS[job.format](job)
        _write(export_file(job), content)
    except (OperationalError, OSError) as error:  # storage, not the blueprint: another attempt may go better
        log.warning("Export %s of %s, attempt %s: %s", job.pk, job.blueprint_id, job.attempts, error)
        _settle(job, lease_until=None)
    except Exception:
        log.exception("Export %s of %s", job.pk, job.blueprint_id)
        _settle(job, status=Export.Status.FAILED, error=Export.Error.BROKEN)
    else:
        _settle(job, status=Export.Status.DONE, seq=seq)


def exports_sweep() -> None:
    """Queues again what nobody works on, gives up what was tried too often, and clears away what is old."""
    now = timezone.now()
    for job in Export.objects.filter(status=Export.Status.PENDING).filter(
        Q(lease_until__lt=now) | Q(lease_until=None, queued_at__lt=now - UNTAKEN)
    ):
        if job.attempts >= ATTEMPTS:
            log.error("Export %s of %s given up after %s attempts", job.pk, job.blueprint_id, job.attempts)
            _settle(job, status=Export.Status.FAILED, error=Export.Error.GIVEN_UP)
        elif Export.objects.filter(pk=job.pk, attempts=job.attempts).update(lease_until=None, queued_at=now):
            _wake(job.pk)
    for job in Export.objects.exclude(status=Export.Status.PENDING).filter(created__lt=now - KEPT):
        export_file(job).unlink(missing_ok=True)
        job.delete()


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


def _wake(id_: str) -> None:
    try:
        current_app.send_task(TASK, args=[id_])
    except (
        Exception
    ) as error:  # whatever the broker's client raises: the job is written down, the sweeper tries again
        log.warning("Export %s could not be queued and will be tried again: %s", id_, error)


def _lease(id_: str) -> Export | None:
    """The job, if it is ours now."""
    now = timezone.now()
    free = Export.objects.filter(Q(lease_until=None) | Q(lease_until__lt=now), attempts__lt=ATTEMPTS)
    if not free.filter(pk=id_, status=Export.Status.PENDING).update(
        attempts=F("attempts") + 1, lease_until=now + LEASE
    ):
        return None
    return Export.objects.select_related("blueprint", "by").get(pk=id_)


def _settle(job: Export, **values: Any) -> None:
    """Says how it ended, unless another worker has taken over meanwhile."""
    Export.objects.filter(pk=job.pk, status=Export.Status.PENDING, attempts=job.attempts).update(**values)


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing, whenever we die: written aside, then renamed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f"{path.suffix}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _svg(job: Export) -> tuple[bytes, int]:
    """The sheet, with the findings under the numbers that the editor shows."""
    row, document = document_read(job.blueprint_id)
    language = job.options.get("language") or document.language
    _row, friction = friction_read(job.blueprint_id, language=language)
    numbers = {finding["fingerprint"]: finding["number"] for finding in friction["findings"]}
    svg = drawing.draw(
        document, language=language, numbers=numbers, complete=bool(job.options.get("complete"))
    )
    return svg.encode(), row.seq


MAKERS: dict[str, Maker] = {"svg": _svg}
