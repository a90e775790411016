"""The ASGI application: Django behind a bound on what a request may send, and the sweeper of jobs beside
it.
"""

import asyncio
import contextlib
import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journeys.settings")

import django

django.setup(set_prefix=False)

# Only after Django is set up can its models be read.
from django.db import close_old_connections, connection  # noqa: E402

from journeys.handler import Handler, Message, Receive, Scope, Send  # noqa: E402
from journeys.services.analyses import ANALYSES  # noqa: E402
from journeys.services.attachments import attachments_sweep  # noqa: E402
from journeys.services.exports import EXPORTS  # noqa: E402
from journeys.services.limits import DOCUMENT_BYTES  # noqa: E402
from journeys.services.people import open_door  # noqa: E402

log = logging.getLogger(__name__)
answer = Handler()

SWEEP_EVERY = 5  # seconds
BODY_BYTES = DOCUMENT_BYTES + 100_000  # beyond the largest body that any view takes

# One thread for the server's own work. Its connection stays open, so SQLite's write-ahead log is not folded
# in and deleted whenever the last request ends.
_own = ThreadPoolExecutor(1, "own")


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    else:
        await answer(scope, _bounded(receive), send)


def _bounded(receive: Receive) -> Receive:
    """Drops what comes after BODY_BYTES, so that nobody fills memory or disk: a view then finds the body
    too large and says so.
    """
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            body = message.get("body", b"")
            message = {**message, "body": body[: max(0, BODY_BYTES - taken)]}
            taken += len(body)
        return message

    return bounded


async def _lifespan(receive: Receive, send: Send) -> None:
    await receive()  # startup
    sweeper = asyncio.create_task(_sweep())
    await send({"type": "lifespan.startup.complete"})
    await receive()  # shutdown
    sweeper.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await sweeper
    await send({"type": "lifespan.shutdown.complete"})


def sweep() -> None:
    if connection.vendor != "sqlite":
        close_old_connections()  # one that broke with the database is not tried for ever
    for kind in (EXPORTS, ANALYSES):
        kind.sweep()
    attachments_sweep()


async def _sweep() -> None:
    loop = asyncio.get_running_loop()
    while True:
        try:
            await loop.run_in_executor(_own, sweep)
        except Exception:  # storage out of reach: said, and tried again
            log.exception("Jobs and files could not be looked after")
        await asyncio.sleep(SWEEP_EVERY)


# Whoever loads this serves it: an installation that others can reach needs a password first.
if reason := _own.submit(open_door).result():
    sys.exit(reason)
