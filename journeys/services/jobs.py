"""What takes long: someone asks, a worker does it. The row is the truth of a job, the queue only a wake-up.

A worker takes a job by a lease, and what it did counts only when the row says so. A worker that dies leaves
a lease that runs out: `sweep`, called by the server every few seconds, queues the job again, and gives it up
in words after three attempts.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeVar

from celery import current_app
from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone

from journeys.models import Job
from journeys.services.errors import Busy

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=40)  # longer than Celery lets a task run
UNTAKEN = timedelta(seconds=5)  # after which a job that nobody took is queued again
ATTEMPTS = 3
KEPT = timedelta(days=7)

J = TypeVar("J", bound=Job)


class NotAllowed(Exception):
    """Who asked for the job may not have it any more."""


class GiveBack(Exception):
    """The job is not done, but others shall have their turn: it is queued again."""


@dataclass(frozen=True)
class Kind(Generic[J]):
    """`work` does a job and gives the values that its row then gets; `clear` removes what it left behind."""

    model: type[J]
    task: str
    work: Callable[[J], dict[str, Any]]
    clear: Callable[[J], None]

    def ask(self, **values: Any) -> J:
        """Writes the job down; a worker is woken once that is committed."""
        job = self.model.objects.create(queued_at=timezone.now(), **values)
        transaction.on_commit(lambda: self.wake(job.pk))
        return job

    def run(self, id_: str) -> None:
        """Does the job unless it is done, given up, or held by another worker."""
        job = self.lease(id_)
        if job is None:
            return
        try:
            values = self.work(job)
        except NotAllowed:
            self.settle(job, status=Job.Status.FAILED, error=Job.Error.DENIED)
        except GiveBack:
            if self.settle(job, lease_until=None, queued_at=timezone.now()):
                self.wake(job.pk)
        except (OperationalError, OSError, Busy) as error:  # not its own fault: another attempt may go better
            log.warning("%s, attempt %s: %s", job, job.attempts, error)
            self.settle(job, lease_until=None)
        except Exception:
            log.exception("%s", job)
            self.settle(job, status=Job.Status.FAILED, error=Job.Error.BROKEN)
        else:
            self.settle(job, status=Job.Status.DONE, **values)

    def sweep(self) -> None:
        """Queues again what nobody works on, gives up what was tried too often, and clears away what is
        old."""
        now = timezone.now()
        for job in self.model.objects.filter(status=Job.Status.PENDING).filter(
            Q(lease_until__lt=now) | Q(lease_until=None, queued_at__lt=now - UNTAKEN)
        ):
            if job.attempts >= ATTEMPTS:
                log.error("%s: given up after %s attempts", job, job.attempts)
                self.settle(job, status=Job.Status.FAILED, error=Job.Error.GIVEN_UP)
            elif self.settle(job, lease_until=None, queued_at=now):
                self.wake(job.pk)
        for job in self.model.objects.exclude(status=Job.Status.PENDING).filter(created__lt=now - KEPT):
            self.clear(job)
            job.delete()

    def lease(self, id_: str) -> J | None:
        """The job, if it is ours now."""
        now = timezone.now()
        free = self.model.objects.filter(
            Q(lease_until=None) | Q(lease_until__lt=now), attempts__lt=ATTEMPTS, status=Job.Status.PENDING
        )
        if not free.filter(pk=id_).update(attempts=F("attempts") + 1, lease_until=now + LEASE):
            return None
        return self.model.objects.select_related("by").get(pk=id_)

    def advance(self, job: J, **values: Any) -> bool:
        """Writes down how far it came and holds it anew; False where it is no longer ours."""
        return self.settle(job, attempts=0, lease_until=timezone.now() + LEASE, **values)

    def settle(self, job: J, **values: Any) -> bool:
        """Says how it stands, unless another worker has taken over meanwhile: a lease is known by its end."""
        ours = self.model.objects.filter(
            pk=job.pk, status=Job.Status.PENDING, attempts=job.attempts, lease_until=job.lease_until
        )
        if not ours.update(**values):
            return False
        for name, value in values.items():
            setattr(job, name, value)
        return True

    def wake(self, id_: str) -> None:
        try:
            current_app.send_task(self.task, args=[id_])
        except Exception as error:  # whatever the broker's client raises: the sweeper tries again
            log.warning("Job %s could not be queued and will be tried again: %s", id_, error)
