"""`manage.py work`: the worker that does what takes long (exports); `serve` starts one by itself."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
import warnings
from argparse import ArgumentParser
from typing import Any

from celery.exceptions import WorkerTerminate
from celery.platforms import SecurityWarning
from celery.signals import worker_process_init, worker_ready, worker_shutting_down
from celery.worker import state
from django.core.management.base import BaseCommand

from journeys.celery import app

GRACE = 5  # seconds that a job in work has to end, before it is left to the next worker


class Command(BaseCommand):
    help = "Starts a worker for the jobs that the server queues."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--attached", action="store_true", help="ends when its standard input closes (for serve)"
        )

    def handle(self, *args: Any, attached: bool, **options: Any) -> None:
        worker_process_init.connect(watch_parent)
        worker_shutting_down.connect(end_at_once_when_idle)
        if attached:
            threading.Thread(target=end_with_input, daemon=True).start()
            # Ctrl-C reaches the whole process group; the server is the one to answer it, and it then ends us.
            worker_ready.connect(ignore_ctrl_c)
        # Both warn of what is meant: messages are JSON, whoever runs this; a queue of files has no host.
        warnings.filterwarnings("ignore", category=SecurityWarning)
        logging.getLogger("kombu.connection").setLevel(logging.ERROR)
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


def end_at_once_when_idle(**_: Any) -> None:
    """Celery takes longer than GRACE to wind down even a worker that has no job."""
    if not state.reserved_requests:
        raise WorkerTerminate(0)


def ignore_ctrl_c(**_: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_with_input() -> None:
    """The pipe closes when the server is gone, however it went.

    It is read past sys.stdin: this thread would hold its lock while Celery forks, and the new process would
    wait for that lock for ever.
    """
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def watch_parent(**_: Any) -> None:
    """Celery's own processes wait for work for ever when the worker above them is killed: this ends them."""
    threading.Thread(target=end_with_parent, args=[os.getppid()], daemon=True).start()


def end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
