"""One writing transaction after another: SQLite knows one writer, and lets those who wait poll for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.db import connection, transaction

_turn = Lock()
PATIENCE = 5  # seconds, as for the database; then the database decides


@contextmanager
def writing() -> Iterator[None]:
    """`transaction.atomic()`, for which the threads of this process queue up instead of polling: of eight
    editors at once, one would wait for seconds by bad luck. Within a transaction it is a savepoint."""
    waits = connection.vendor == "sqlite" and not connection.in_atomic_block
    taken = waits and _turn.acquire(timeout=PATIENCE)
    try:
        with transaction.atomic():
            yield
    finally:
        if taken:
            _turn.release()
