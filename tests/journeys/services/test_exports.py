"""An export is a row first: whoever dies, it is made once or its failure is told (R9)."""

import os
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.utils import timezone

from blueprint import drawing
from journeys.models import Blueprint, Export
from journeys.services import jobs
from journeys.services.errors import Never
from journeys.services.exports import EXPORTS, export_ask, export_error, export_file
from tests.factories import set_, submit

LATER = jobs.LEASE + timedelta(seconds=1)


@pytest.fixture
def asked(sheet: Blueprint, alice: User) -> Export:
    return export_ask(blueprint=sheet, by=alice, format="svg", options={"complete": False})


def again(job: Export) -> Export:
    return Export.objects.get(pk=job.pk)


def pass_time(job: Export, by: timedelta) -> None:
    row = again(job)
    lease = row.lease_until and row.lease_until - by
    Export.objects.filter(pk=job.pk).update(queued_at=row.queued_at - by, lease_until=lease)


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the drawing was asked, instead of a drawing."""
    seen: list[dict[str, Any]] = []

    def draw(document: Any, **options: Any) -> str:
        seen.append(options | {"title": document.title})
        return f"<svg>{document.title}</svg>"

    monkeypatch.setattr(drawing, "draw", draw)
    return seen


@pytest.mark.django_db(transaction=True)
def test_a_worker_is_woken_only_once_the_row_is_there(
    sheet: Blueprint, alice: User, woken: list[str]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        job = export_ask(blueprint=sheet, by=alice, format="svg", options={})
        assert woken == []
    assert woken == [job.pk]


def test_the_file_shows_the_newest_state_under_the_numbers_of_the_sheet(
    asked: Export, sheet: Blueprint, alice: User, draws: list[dict[str, Any]]
) -> None:
    submit(sheet, alice, set_("blueprint", "blueprint", "title", "Newer"))
    EXPORTS.run(asked.pk)
    job = again(asked)
    assert (job.status, job.seq, job.attempts) == ("done", 1, 1)
    assert export_file(job).read_text() == "<svg>Newer</svg>"
    assert draws[0]["language"] == "en"
    assert draws[0]["complete"] is False
    assert draws[0]["numbers"] == Blueprint.objects.get(pk=sheet.pk).numbers


def test_options_reach_the_drawing(sheet: Blueprint, alice: User, draws: list[dict[str, Any]]) -> None:
    options = {"language": "fr", "complete": True, "decisions": True, "outlines": True}
    job = export_ask(blueprint=sheet, by=alice, format="svg", options=options)
    EXPORTS.run(job.pk)
    assert options.items() <= draws[0].items()


def test_a_job_is_done_once_however_often_it_is_queued(asked: Export, draws: list[dict[str, Any]]) -> None:
    for _time in range(3):
        EXPORTS.run(asked.pk)
    assert len(draws) == 1


def test_what_another_worker_holds_is_left_to_it(asked: Export, draws: list[dict[str, Any]]) -> None:
    EXPORTS.lease(asked.pk)
    EXPORTS.run(asked.pk)
    assert draws == []
    assert again(asked).status == "pending"


def test_r9_a_dead_workers_job_is_taken_up_again(
    asked: Export, draws: list[dict[str, Any]], woken: list[str]
) -> None:
    EXPORTS.lease(asked.pk)  # and it dies
    EXPORTS.sweep()
    assert woken == []
    pass_time(asked, LATER)
    EXPORTS.sweep()
    assert woken == [asked.pk]
    EXPORTS.run(asked.pk)
    assert (again(asked).status, again(asked).attempts) == ("done", 2)


def test_r9_a_message_that_was_lost_is_sent_again(asked: Export, woken: list[str]) -> None:
    EXPORTS.sweep()
    assert woken == []
    pass_time(asked, jobs.UNTAKEN * 2)
    EXPORTS.sweep()
    EXPORTS.sweep()
    assert woken == [asked.pk]


def test_r9_a_job_of_which_workers_die_is_given_up_in_words(asked: Export, woken: list[str]) -> None:
    for _attempt in range(jobs.ATTEMPTS):
        assert EXPORTS.lease(asked.pk)
        pass_time(asked, LATER)
        EXPORTS.sweep()
    job = again(asked)
    assert job.status == "failed"
    assert export_error(job)["message"]
    assert len(woken) == jobs.ATTEMPTS - 1


def test_r9_a_late_worker_does_not_overwrite_what_its_successor_says(
    asked: Export, draws: list[dict[str, Any]]
) -> None:
    late = EXPORTS.lease(asked.pk)
    pass_time(asked, LATER)
    EXPORTS.run(asked.pk)
    EXPORTS.settle(late, status="failed", error="broken")
    assert (again(asked).status, again(asked).error) == ("done", "")


def test_a_drawing_that_fails_is_told_at_once(asked: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> str:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(drawing, "draw", broken)
    EXPORTS.run(asked.pk)
    job = again(asked)
    assert job.status == "failed"
    assert "secret" not in str(export_error(job))
    assert not export_file(job).exists()


def test_r11_storage_out_of_reach_leaves_the_job_to_another_attempt(
    asked: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: Any, **__: Any) -> str:
        raise OperationalError("database is locked")

    monkeypatch.setattr(drawing, "draw", locked)
    EXPORTS.run(asked.pk)
    assert (again(asked).status, again(asked).lease_until, again(asked).attempts) == ("pending", None, 1)


def test_rights_are_asked_again_by_the_worker(
    sheet: Blueprint, bob: User, draws: list[dict[str, Any]]
) -> None:
    job = export_ask(blueprint=sheet, by=bob, format="svg", options={})
    sheet.members.all().delete()
    EXPORTS.run(job.pk)
    assert again(job).status == "failed"
    assert draws == []


def test_a_queue_out_of_reach_does_not_lose_the_job(
    sheet: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    import celery

    def gone(*_: Any, **__: Any) -> None:
        raise ConnectionError("Redis is gone")

    monkeypatch.setattr(celery.Celery, "send_task", gone)
    job = export_ask(blueprint=sheet, by=alice, format="svg", options={})
    EXPORTS.wake(job.pk)
    assert again(job).status == "pending"


def test_half_a_file_is_never_seen(
    asked: Export, draws: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(handle: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", dies)
    EXPORTS.run(asked.pk)
    assert not list(export_file(asked).parent.iterdir())
    assert again(asked).status == "pending"


def test_old_exports_are_cleared_away(asked: Export, draws: list[dict[str, Any]]) -> None:
    EXPORTS.run(asked.pk)
    Export.objects.update(created=timezone.now() - jobs.KEPT - timedelta(minutes=1))
    EXPORTS.sweep()
    assert not Export.objects.exists()
    assert not list(export_file(asked).parent.iterdir())


def test_a_format_nobody_makes_is_refused(sheet: Blueprint, alice: User) -> None:
    with pytest.raises(Never) as error:
        export_ask(blueprint=sheet, by=alice, format="docx", options={})
    assert error.value.place == "format"
    assert "svg" in error.value.mend
