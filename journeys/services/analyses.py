"""Analysing many blueprints: a worker prices the friction of one after another (services/jobs.py), and what
is done can be read while it works on the rest.
"""

import logging
from collections import Counter
from time import monotonic
from typing import Any

from django.contrib.auth.models import User
from django.db import OperationalError
from django.utils.translation import gettext as _

from journeys.models import Analysis
from journeys.models.fields import is_random_id
from journeys.services import access
from journeys.services.errors import Busy, Missing, Refused
from journeys.services.jobs import GiveBack, Kind
from journeys.services.remedies import diagnosis_read

log = logging.getLogger(__name__)

TURN = 5.0  # seconds, after which a worker with one pair of hands lets an export pass


def analysis_ask(*, blueprints: list[str], by: User, language: str) -> Analysis:
    """Writes the job down. Raises Missing for a blueprint that `by` may not see, naming its place."""
    ids = list(dict.fromkeys(blueprints))
    for id_ in ids:
        try:
            access.blueprint_for(by, "read", id_)
        except Missing as error:
            place = f"blueprints[{blueprints.index(id_)}]"
            raise Missing(place, error.message, error.mend) from None
    return ANALYSES.ask(blueprints=ids, by=by, language=language)


def analysis_for(person: User, id_: str) -> Analysis:
    """The job `id_`. Raises Missing for any but the one who asked for it."""
    job = Analysis.objects.filter(pk=id_, by=person.pk).first() if is_random_id(id_) else None
    if job is None:
        raise Missing("", _("There is no analysis at this address."), _("Ask for one."))
    return job


def analysis_results(job: Analysis) -> list[dict[str, Any]]:
    """What is done so far; of a blueprint that may no longer be read, only that."""
    seen = set(
        access.visible(job.by).filter(pk__in=job.blueprints, deleted_at=None).values_list("pk", flat=True)
    )
    results = []
    for result in job.results:
        error = result["error"] if result["blueprint"] in seen else Analysis.Error.DENIED
        if error:
            result = {**NOTHING, "blueprint": result["blueprint"], "error": analysis_error(error)}
        results.append(result)
    return results


def analysis_error(error: str) -> dict[str, object] | None:
    """Why there is no result, or why the job ended early, for the person; None where nothing is wrong."""
    said = {
        Analysis.Error.DENIED: (_("You may no longer read this blueprint."), _("Ask its owner.")),
        Analysis.Error.BROKEN: (_("This blueprint could not be analysed."), _("The server’s log says why.")),
        Analysis.Error.GIVEN_UP: (
            _("The analysis could not be made in the time given."),
            _("Ask for fewer blueprints, or try again later."),
        ),
    }
    return Refused("", *said[Analysis.Error(error)]).as_data() if error else None


NOTHING: dict[str, Any] = {
    "blueprint": "",
    "title": None,
    "seq": None,
    "findings": {},
    "unknown": None,
    "flow": None,
    "cost": None,
    "error": None,
}


def _work(job: Analysis) -> dict[str, Any]:
    """Goes on where the last worker stopped."""
    until = monotonic() + TURN
    results = list(job.results)
    for id_ in job.blueprints[len(results) :]:
        results.append(_result(job, id_))
        if not ANALYSES.advance(job, results=results):
            break
        if len(results) < len(job.blueprints) and monotonic() > until:
            raise GiveBack
    return {}


def _result(job: Analysis, id_: str) -> dict[str, Any]:
    try:
        access.blueprint_for(job.by, "read", id_)
        row, diagnosis = diagnosis_read(id_, language=job.language)
    except Busy:
        raise
    except Refused:
        return {**NOTHING, "blueprint": id_, "error": Analysis.Error.DENIED}
    except (OperationalError, OSError):
        raise
    except Exception:
        log.exception("%s: %s", job, id_)
        return {**NOTHING, "blueprint": id_, "error": Analysis.Error.BROKEN}
    return {
        "blueprint": id_,
        "title": row.title,
        "seq": row.seq,
        "findings": Counter(finding["detector"] for finding in diagnosis["findings"]),
        "unknown": len(diagnosis["unknown"]),
        "flow": diagnosis["flow"],
        "cost": diagnosis["cost"],
        "error": None,
    }


ANALYSES = Kind(Analysis, "journeys.tasks.analysis_make", _work, lambda job: None)
