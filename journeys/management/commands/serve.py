"""`manage.py serve`: server and worker as one thing that starts together and leaves nothing behind."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from journeys.management.commands.work import GRACE


class Command(BaseCommand):
    help = "Starts the server on HOST and PORT, and the worker that draws exports beside it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--without-worker",
            action="store_true",
            help="where workers run elsewhere: celery -A journeys worker",
        )

    def handle(self, *args: Any, without_worker: bool, **options: Any) -> None:
        from journeys.asgi import application  # refuses to load where others could come in without a password

        listener = bind(settings.HOST, settings.PORT)
        worker = None if without_worker else Worker(self.stderr.write)
        # uvicorn hands a signal on after its end: without a handler, SIGTERM would end us before the worker.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            if worker:
                worker.start()
            told = f"Rectoverso: {address(listener)}   (Ctrl-C stops it)"
            Server(application, ready=lambda: self.stdout.write(told)).run([listener])
        except KeyboardInterrupt:
            pass
        finally:
            if worker:
                worker.stop()


def bind(host: str, port: int) -> socket.socket:
    """A socket that has HOST and PORT, or one sentence that says why not."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(
            f"Port {port} on {host} can't be had ({reason}): "
            "choose another with PORT=8001, or stop the program that holds it."
        ) from None
    return listener


def address(listener: socket.socket) -> str:
    """What to type into a browser on this machine."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class Server(uvicorn.Server):
    """uvicorn, told to trust no forwarded address, that says when it answers."""

    def __init__(self, application: Any, *, ready: Callable[[], object]) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                lifespan="on",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=3,
            )
        )
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready()


class Worker:
    """The Celery worker as a child, started again where it dies.

    It reads a pipe that nobody writes to: however we end, even by SIGKILL, the pipe closes and it ends too.
    """

    def __init__(self, say: Callable[[str], object]) -> None:
        self.say = say
        self.child: subprocess.Popen[bytes] | None = None
        self.ending = threading.Event()
        self.lock = threading.Lock()

    def start(self) -> None:
        threading.Thread(target=self.keep, name="worker", daemon=True).start()

    def keep(self) -> None:
        pause = 0.5
        while True:
            with self.lock:
                if self.ending.is_set():
                    return
                self.child = subprocess.Popen(
                    [sys.executable, sys.argv[0], "work", "--attached"], stdin=subprocess.PIPE
                )
            began = time.monotonic()
            status = self.child.wait()
            # One that dies at once again and again is not started in a busy loop.
            pause = 0.5 if time.monotonic() - began > 30 else min(pause * 2, 30)
            if self.ending.wait(pause):
                return
            self.say(f"The worker ended ({status}); it is started again.")

    def stop(self) -> None:
        with self.lock:
            self.ending.set()
            child = self.child
        if child is None or child.poll() is not None:
            return
        child.terminate()
        try:
            # A job cut short is taken up at the next start: its row says that it is not done.
            child.wait(timeout=GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
