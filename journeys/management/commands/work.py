"""`manage.py work`: the worker that does what takes long (exports); `serve` starts one by itself."""

from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import ArgumentParser
from typing import Any

from celery.signals import worker_ready
from django.core.management.base import BaseCommand

from journeys.celery import app


class Command(BaseCommand):
    help = "Starts a worker for the jobs that the server queues."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--attached", action="store_true", help="ends when its standard input closes (for serve)"
        )

    def handle(self, *args: Any, attached: bool, **options: Any) -> None:
        if attached:
            threading.Thread(target=end_with_input, daemon=True).start()
            # Ctrl-C reaches the whole process group; the server is the one to answer it, and it then ends us.
            worker_ready.connect(lambda **_: signal.signal(signal.SIGINT, signal.SIG_IGN), weak=False)
        app.worker_main(
            [
                "--quiet",
                "worker",
                "--loglevel=WARNING",
                "--without-gossip",
                "--without-mingle",
                "--without-heartbeat",
            ]
        )


def end_with_input() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
