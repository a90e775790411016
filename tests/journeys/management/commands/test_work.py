"""The worker as it is told to end: at once where it has no job, after its job where it has one."""

import pytest
from celery.exceptions import WorkerTerminate
from celery.worker import state

from journeys.management.commands.work import end_at_once_when_idle


def test_one_without_a_job_ends_at_once() -> None:
    with pytest.raises(WorkerTerminate) as ended:
        end_at_once_when_idle()
    assert ended.value.code == 0


def test_one_with_a_job_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "reserved_requests", {"a job"})
    end_at_once_when_idle()
