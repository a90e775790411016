"""Starts the product as a person does, in processes of its own, for tests that need the whole of it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from functools import cache
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "rectoverso.sqlite3"
STARTS_WITHIN = 60  # seconds


class Serving:
    """A running server. `address` is what it printed, `lines` what it says, `process` its first process."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self.data_dir = data_dir
        inherited = {
            name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}
        }
        self.environment = inherited | {
            "DATA_DIR": str(data_dir),
            "HOST": "127.0.0.1",
            "PORT": "0",  # any free one
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self.lines: Queue[str] = Queue()
        self.known: set[int] = set()

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs a command of manage.py to its end; where it fails, what it said is the error."""
        command = [sys.executable, "manage.py", *arguments]
        ended = subprocess.run(command, cwd=ROOT, env=self.environment, text=True, capture_output=True)
        assert ended.returncode == 0, f"{arguments}: {ended.stdout}{ended.stderr}"
        return ended

    def start(self) -> None:
        self.known.clear()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # its own process group, as a terminal gives it
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.address = self.wait_for(r"http://\S+").rstrip("/")

    def beside(self) -> Serving:
        """Another server, not started yet, on the same data."""
        other = copy(self)
        other.lines, other.known = Queue(), set()
        return other

    def wait_for(self, pattern: str) -> str:
        """The first part of a line to come that matches `pattern`."""
        heard = []
        while True:
            try:
                heard.append(self.lines.get(timeout=STARTS_WITHIN))
            except Empty:
                raise AssertionError(f"never said {pattern}: {heard}") from None
            if match := re.search(pattern, heard[-1]):
                return match.group()

    def members(self) -> set[int]:
        """The processes alive that are its own: its group, what they started, and what was either before."""
        alive = processes()
        own = {pid for pid, (_, group) in alive.items() if group == self.process.pid}
        own |= self.known & alive.keys()
        while more := {pid for pid, (parent, _) in alive.items() if parent in own} - own:
            own |= more
        self.known |= own
        return own

    def stop(self, by: int = signal.SIGTERM) -> None:
        if self.process.poll() is None:
            self.process.send_signal(by)
        self.process.wait(timeout=20)

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put("(ended)")


@cache
def _made() -> TemporaryDirectory[str]:
    """A data folder with an empty database, brought up to date once: that takes longer than most tests."""
    folder = TemporaryDirectory(prefix="rectoverso-")
    Serving(Path(folder.name) / "data").manage("migrate", "--verbosity", "0")
    return folder


def empty_database(data_dir: Path) -> None:
    """A new data folder as the product makes it, with an empty database and no key yet."""
    shutil.copytree(Path(_made().name) / "data", data_dir, ignore=shutil.ignore_patterns("secret_key"))


@contextmanager
def serving(data_dir: Path, *, examples: bool = False, **environment: str) -> Iterator[Serving]:
    """A server on a fresh data folder; ends with the block, and kills what a failed test left of it."""
    server = Serving(data_dir, **environment)
    if "DATABASE_URL" in environment:
        server.manage("migrate", "--verbosity", "0")
    else:
        empty_database(data_dir)
    if examples:
        server.manage("examples")
    server.start()
    try:
        yield server
    finally:
        try:
            server.stop()
        finally:
            for pid in server.members():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def processes() -> dict[int, tuple[int, int]]:
    """The processes alive on the machine, each with its parent and its group."""
    command = ["ps", "-eo", "pid=,ppid=,pgid=,stat="]
    listed = subprocess.run(command, text=True, capture_output=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    return {
        int(pid): (int(parent), int(group)) for pid, parent, group, state in rows if not state.startswith("Z")
    }


def until(condition: Callable[[], object], within: float = 15) -> bool:
    """Asks again and again until `condition` holds."""
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
