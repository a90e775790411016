"""How requests are answered under ASGI: several at a time, each with what is its own."""

import asyncio
import io
from threading import Barrier
from typing import Any

import pytest
from django.core.signals import request_finished
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import activate, get_language

from journeys.handler import THREADS, Handler

both = Barrier(2, timeout=10)
closed: list[str] = []


class File(io.BytesIO):
    def close(self) -> None:
        closed.append("file")
        super().close()


def meets(request: HttpRequest) -> HttpResponse:
    both.wait()
    return HttpResponse("met")


def echoes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.body)


def sends(request: HttpRequest) -> FileResponse:
    return FileResponse(File(b"a" * 100_000 + b"b"))


class Broken(File):
    def read(self, size: int | None = -1) -> bytes:
        raise OSError("the disk is gone")


def breaks(request: HttpRequest) -> FileResponse:
    return FileResponse(Broken())


def speaks(request: HttpRequest) -> HttpResponse:
    before = get_language()
    activate("fr" if before == "en" else "en")
    return HttpResponse(before)


def fails(request: HttpRequest) -> HttpResponse:
    raise OSError("the disk is gone")


urlpatterns = [path(f"{view.__name__}/", view) for view in (meets, echoes, sends, breaks, speaks, fails)]


@pytest.fixture
def handler(settings: Any) -> Handler:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []
    closed.clear()
    return Handler()


async def ask(handler: Handler, address: str, *parts: bytes) -> tuple[int, bytes]:
    waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts] + [
        {"type": "http.request", "body": b""}
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": address, "headers": [], "query_string": b""}
    await handler(scope, receive, send)
    assert [message.get("more_body", False) for message in sent[1:]][-1] is False
    return sent[0]["status"], b"".join(message["body"] for message in sent[1:] if "body" in message)


def test_one_who_waits_keeps_nobody_waiting(handler: Handler) -> None:
    async def two() -> list[tuple[int, bytes]]:
        return await asyncio.gather(ask(handler, "/meets/"), ask(handler, "/meets/"))

    assert asyncio.run(two()) == [(200, b"met")] * 2


def test_what_comes_in_parts_is_read_as_one(handler: Handler) -> None:
    assert asyncio.run(ask(handler, "/echoes/", b"ab", b"c")) == (200, b"abc")


def test_a_file_is_sent_whole_and_closed(handler: Handler) -> None:
    assert asyncio.run(ask(handler, "/sends/")) == (200, b"a" * 100_000 + b"b")
    assert closed == ["file"]


def test_a_file_that_can_not_be_read_is_closed_and_the_request_ended(handler: Handler) -> None:
    ended: list[object] = []

    def note(sender: object, **_: object) -> None:
        ended.append(sender)

    request_finished.connect(note)
    try:
        with pytest.raises(OSError, match="the disk is gone"):
            asyncio.run(ask(handler, "/breaks/"))
    finally:
        request_finished.disconnect(note)
    assert (closed, ended) == (["file"], [Handler])


def test_no_request_finds_the_language_of_the_one_before(handler: Handler) -> None:
    async def more_than_there_are_threads() -> set[bytes]:
        return {(await ask(handler, "/speaks/"))[1] for _ in range(THREADS + 2)}

    assert len(asyncio.run(more_than_there_are_threads())) == 1


def test_a_view_that_fails_is_answered(handler: Handler) -> None:
    status, _ = asyncio.run(ask(handler, "/fails/"))
    assert status == 500


def test_who_goes_before_they_have_asked_is_not_answered(handler: Handler) -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError(f"answered {message}")

    scope = {"type": "http", "method": "GET", "path": "/echoes/", "headers": [], "query_string": b""}
    asyncio.run(handler(scope, receive, send))
