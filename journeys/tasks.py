"""What a Celery worker does: take an id, call one service. Sent by name, once the row is committed."""

from celery import shared_task

from journeys.services.analyses import ANALYSES
from journeys.services.exports import EXPORTS


@shared_task(name=EXPORTS.task)
def export_make(export: str) -> None:
    EXPORTS.run(export)


@shared_task(name=ANALYSES.task)
def analysis_make(analysis: str) -> None:
    ANALYSES.run(analysis)
