"""How Django answers under ASGI here: each request in one go, in one thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from io import BufferedIOBase
from typing import Any

from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.signals import request_started
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import set_script_prefix

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# Requests that are answered at a time: most of them wait, for the lock of the database or for an analysis.
THREADS = 64


class Handler(ASGIHandler):
    """Django's handler goes to and fro between loop and thread, for signals, middleware, view, file and
    close, and makes a thread for each request. All of ours is written without async, so that one step aside
    is enough: it takes half of the processor's time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.threads = ThreadPoolExecutor(THREADS, "request")

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"only HTTP is answered here, not {scope['type']}")
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        # A context of its own: no request finds the language or the prefix of the one before.
        response = await asyncio.get_running_loop().run_in_executor(
            self.threads, Context().run, self._answer, scope, body
        )
        await self.send_response(response, send)

    def _answer(self, scope: Scope, body: BufferedIOBase) -> HttpResponseBase:
        """All that waits for something. What comes back is in memory, what it was made from is closed."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=type(self), scope=scope)
        with body:
            request, refusal = self.create_request(scope, body)
            response: HttpResponseBase = refusal if request is None else self.get_response(request)
            response._handler_class = type(self)  # type: ignore[attr-defined]
            try:
                if isinstance(response, StreamingHttpResponse):
                    if isinstance(response, FileResponse):
                        response.block_size = self.chunk_size
                    response.streaming_content = _ready(list(response))
            finally:
                response.close()
        return response


async def _ready(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
