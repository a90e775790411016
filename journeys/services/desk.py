"""Working things out beside the requests: one at a time of each subject, for the newest state.

Who asks while something older of the same subject is at work waits for it, then asks for what is newest by
then: ten edits in a row cost two analyses, not ten. Work runs on threads of its own, outside any transaction,
and is given all it needs: it reads no database. What is large goes on to another process: see aside.py.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from threading import BoundedSemaphore, Lock, Thread
from time import monotonic
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from journeys.services.errors import Busy
from journeys.services.memo import Memo

Q = TypeVar("Q")
V = TypeVar("V")

PATIENCE = 20.0  # seconds; work that takes longer goes on, and whoever asks again finds it
WAITING = 32  # so many wait at a time, at all desks: whoever answers requests must have hands left for edits

_chairs = BoundedSemaphore(WAITING)


class Desk(Generic[V]):
    """`hands` is how many subjects are worked on at once, `size` how many values are kept."""

    def __init__(self, *, hands: int, size: int) -> None:
        self._room = BoundedSemaphore(hands)
        self._kept: Memo[V] = Memo(size)
        self._at_work: dict[Hashable, tuple[Hashable, Future[V]]] = {}
        self._guard = Lock()

    def get(
        self, subject: Hashable, newest: Callable[[], tuple[Hashable, Q]], work: Callable[[Q], V]
    ) -> tuple[Q, V]:
        """What `newest` gave, and what `work` made of it. Its key has to name the state it was read from.
        Raises Busy where that takes longer than PATIENCE.
        """
        until = monotonic() + PATIENCE
        while True:
            key, read = newest()
            at_work, future = self._begin(subject, key, lambda read=read: work(read))
            if not future.done() and not _waited(future, until - monotonic()):
                raise Busy("", _("This is still being worked out."), _("Ask again in a moment."))
            if at_work == key:
                return read, future.result()

    def _begin(self, subject: Hashable, key: Hashable, work: Callable[[], V]) -> tuple[Hashable, Future[V]]:
        """What is at work for the subject: this, unless something else came first."""
        with self._guard:
            future: Future[V] = Future()
            if (value := self._kept.peek(key)) is not None:
                future.set_result(value)
                return key, future
            if subject not in self._at_work:
                self._at_work[subject] = key, future
                # A daemon: a server that is told to stop does not wait for it.
                Thread(target=self._do, args=[subject, key, work, future], daemon=True).start()
            return self._at_work[subject]

    def _do(self, subject: Hashable, key: Hashable, work: Callable[[], V], future: "Future[V]") -> None:
        value, failure = None, None
        try:
            with self._room:
                value = work()
        except BaseException as error:  # for whoever asked, not for this thread
            failure = error
        with self._guard:
            if value is not None:
                self._kept.keep(key, value)
            del self._at_work[subject]
        if failure is None:
            future.set_result(value)  # type: ignore[arg-type]
        else:
            future.set_exception(failure)


def _waited(future: "Future[V]", seconds: float) -> bool:
    """Whether it is done in time. False at once where too many wait already."""
    if not _chairs.acquire(blocking=False):
        return False
    try:
        return bool(wait([future], max(0.0, seconds)).done)
    finally:
        _chairs.release()
