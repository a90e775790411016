"""What stands before Django: a bound on what a request may send, and the sweeper that runs beside."""

import asyncio
from typing import Any

import pytest

from journeys import asgi


def received(messages: list[dict[str, Any]]) -> bytes:
    """What Django gets of these messages."""
    waiting = iter(messages)

    async def receive() -> dict[str, Any]:
        return next(waiting)

    async def take() -> bytes:
        bounded, body = asgi._bounded(receive), b""
        for _message in messages:
            message = await bounded()
            body += message.get("body", b"")
        return body

    return asyncio.run(take())


def test_what_fits_is_passed_on_as_it_came() -> None:
    parts = [
        {"type": "http.request", "body": b"ab", "more_body": True},
        {"type": "http.request", "body": b"c"},
    ]
    assert received(parts) == b"abc"


def test_what_does_not_fit_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "BODY_BYTES", 5)
    part = {"type": "http.request", "body": b"abc", "more_body": True}
    assert received([part, part, part, {"type": "http.disconnect"}]) == b"abcab"


def test_the_sweeper_runs_while_the_server_does_and_survives_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swept: list[int] = []

    def sweep() -> None:
        swept.append(1)
        if len(swept) == 1:
            raise OSError("disk full")

    monkeypatch.setattr(asgi, "sweep", sweep)
    monkeypatch.setattr(asgi, "SWEEP_EVERY", 0.001)
    sent: list[str] = []

    async def serve() -> None:
        messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

        async def send(message: Any) -> None:
            sent.append(message["type"])

        await messages.put({"type": "lifespan.startup"})
        running = asyncio.create_task(asgi.application({"type": "lifespan"}, messages.get, send))
        while len(swept) < 3:
            await asyncio.sleep(0)
        await messages.put({"type": "lifespan.shutdown"})
        await running

    asyncio.run(asyncio.wait_for(serve(), 10))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
