"""What a Celery worker does: take an id, call one service. Sent by name, once the row is committed."""

from celery import shared_task

from journeys.services.exports import TASK, export_run


@shared_task(name=TASK)
def export_make(export: str) -> None:
    export_run(export=export)
