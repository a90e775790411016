"""An analysis of many blueprints goes on where it stopped, whoever dies, and shows what is done meanwhile."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError

from journeys.models import Analysis, Blueprint
from journeys.services import analyses, jobs
from journeys.services.analyses import ANALYSES, analysis_ask, analysis_results
from journeys.services.blueprints import blueprint_bin
from journeys.services.errors import Missing
from tests.factories import blueprint_of, shared_with

LATER = jobs.LEASE + timedelta(seconds=1)


@pytest.fixture
def sheets(alice: User) -> list[Blueprint]:
    return [blueprint_of(alice, title=f"Sheet {number}") for number in range(3)]


@pytest.fixture
def diagnosed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The blueprints that were analysed, instead of analyses."""
    seen: list[str] = []

    def read(id_: str, *, language: str) -> tuple[Blueprint, dict[str, Any]]:
        seen.append(id_)
        finding = {"detector": "re-entry"}
        said = {"findings": [finding, finding], "unknown": [1], "flow": {"lead_min": 3}, "cost": {}}
        return Blueprint.objects.get(pk=id_), said

    monkeypatch.setattr(analyses, "diagnosis_read", read)
    return seen


@pytest.fixture
def asked(sheets: list[Blueprint], alice: User) -> Analysis:
    return analysis_ask(blueprints=[sheet.pk for sheet in sheets], by=alice, language="en")


def again(job: Analysis) -> Analysis:
    return Analysis.objects.get(pk=job.pk)


def test_each_blueprint_is_analysed_once_in_the_order_asked(
    asked: Analysis, sheets: list[Blueprint], diagnosed: list[str]
) -> None:
    ANALYSES.run(asked.pk)
    job = again(asked)
    assert job.status == "done"
    assert diagnosed == [sheet.pk for sheet in sheets]
    assert analysis_results(job)[1] == {
        "blueprint": sheets[1].pk,
        "title": "Sheet 1",
        "seq": 0,
        "findings": {"re-entry": 2},
        "unknown": 1,
        "flow": {"lead_min": 3},
        "cost": {},
        "error": None,
    }


def test_a_worker_lets_others_pass_and_what_is_done_can_be_read(
    asked: Analysis, diagnosed: list[str], woken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyses, "TURN", -1.0)
    woken.clear()
    for done in (1, 2):
        ANALYSES.run(asked.pk)
        job = again(asked)
        assert (job.status, len(job.results), job.lease_until) == ("pending", done, None)
        assert woken == [asked.pk] * done
    ANALYSES.run(asked.pk)
    assert (again(asked).status, len(diagnosed)) == ("done", 3)


def test_r9_after_a_death_the_next_worker_goes_on_where_it_stopped(
    asked: Analysis, diagnosed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, dies = analyses.diagnosis_read, [True]

    def second_is_deadly(id_: str, *, language: str) -> Any:
        if len(diagnosed) == 1 and dies.pop():
            raise KeyboardInterrupt
        return read(id_, language=language)

    monkeypatch.setattr(analyses, "diagnosis_read", second_is_deadly)
    with pytest.raises(KeyboardInterrupt):
        ANALYSES.run(asked.pk)
    job = again(asked)
    assert (job.status, len(job.results)) == ("pending", 1)
    dies.append(False)
    Analysis.objects.update(lease_until=job.lease_until - LATER)
    ANALYSES.sweep()
    ANALYSES.run(asked.pk)
    assert again(asked).status == "done"
    assert len(diagnosed) == 3


def test_r9_one_of_which_workers_die_is_given_up_and_what_was_done_stays(
    asked: Analysis, diagnosed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyses, "TURN", -1.0)
    ANALYSES.run(asked.pk)
    for _attempt in range(jobs.ATTEMPTS):
        job = ANALYSES.lease(asked.pk)
        assert job
        Analysis.objects.update(lease_until=job.lease_until - LATER)
        ANALYSES.sweep()
    job = again(asked)
    assert (job.status, job.error, len(job.results)) == ("failed", "given-up", 1)


def test_a_late_worker_adds_nothing_to_what_its_successor_does(asked: Analysis, diagnosed: list[str]) -> None:
    late = ANALYSES.lease(asked.pk)
    assert late
    Analysis.objects.update(lease_until=late.lease_until - LATER)
    ANALYSES.run(asked.pk)
    assert not ANALYSES.advance(late, results=[])
    assert len(again(asked).results) == 3


def test_r11_storage_out_of_reach_leaves_the_rest_to_another_attempt(
    asked: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(id_: str, *, language: str) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr(analyses, "diagnosis_read", locked)
    ANALYSES.run(asked.pk)
    assert (again(asked).status, again(asked).lease_until, again(asked).results) == ("pending", None, [])


def test_one_that_can_not_be_analysed_does_not_stop_the_others(
    asked: Analysis, sheets: list[Blueprint], diagnosed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = analyses.diagnosis_read

    def broken(id_: str, *, language: str) -> Any:
        if id_ == sheets[0].pk:
            raise ZeroDivisionError("secret")
        return read(id_, language=language)

    monkeypatch.setattr(analyses, "diagnosis_read", broken)
    ANALYSES.run(asked.pk)
    assert again(asked).status == "done"
    first, *others = analysis_results(again(asked))
    assert first["error"]["message"] and "secret" not in str(first)
    assert [other["error"] for other in others] == [None, None]


def test_rights_are_asked_by_the_worker_and_again_by_who_reads(
    sheets: list[Blueprint], bob: User, diagnosed: list[str]
) -> None:
    for sheet in sheets:
        shared_with(sheet, bob)
    job = analysis_ask(blueprints=[sheet.pk for sheet in sheets], by=bob, language="en")
    sheets[0].members.all().delete()
    ANALYSES.run(job.pk)
    assert diagnosed == [sheets[1].pk, sheets[2].pk]
    sheets[1].members.all().delete()
    blueprint_bin(blueprint=sheets[2])
    for result in analysis_results(again(job)):
        assert result["error"] and result["title"] is None and result["findings"] == {}


def test_a_blueprint_that_is_not_ones_own_is_named(sheet: Blueprint, charlie: User) -> None:
    own = blueprint_of(charlie)
    with pytest.raises(Missing) as error:
        analysis_ask(blueprints=[own.pk, sheet.pk], by=charlie, language="en")
    assert error.value.place == "blueprints[1]"
    assert not Analysis.objects.exists()


def test_old_analyses_are_cleared_away(asked: Analysis, diagnosed: list[str]) -> None:
    ANALYSES.run(asked.pk)
    Analysis.objects.update(created=asked.created - jobs.KEPT - timedelta(minutes=1))
    ANALYSES.sweep()
    assert not Analysis.objects.exists()
