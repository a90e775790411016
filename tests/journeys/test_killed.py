"""Server and worker killed at any instant, in either mode: what was answered is there afterwards."""

import http.client
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from tests.processes import MODES, Script, started

pytestmark = pytest.mark.process


@pytest.mark.parametrize("mode", MODES)
def test_c4_what_was_answered_survives_kill_9(mode: str, tmp_path: Path) -> None:
    with started(mode, tmp_path / "data") as server:
        script = Script(server)
        blueprint = script.make()
        answered: list[str] = []
        for kill in range(2):
            with ThreadPoolExecutor(4) as room:
                numbers = count()

                def edit_until_it_dies(
                    _client: int, numbers: Iterator[int] = numbers, kill: int = kill
                ) -> None:
                    while True:
                        try:
                            answered.append(script.edit(blueprint, f"{kill}-{next(numbers)}"))
                        except (OSError, http.client.HTTPException):
                            return

                clients = [room.submit(edit_until_it_dies, number) for number in range(4)]
                enough = len(answered) + 25 + 7 * kill
                while len(answered) < enough and not all(client.done() for client in clients):
                    time.sleep(0.001)
                for pid in server.members():
                    os.kill(pid, signal.SIGKILL)
            for client in clients:
                client.result()
            server.process.wait()
            if mode == "embedded":
                with sqlite3.connect(tmp_path / "data" / "rectoverso.sqlite3") as database:
                    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            server.start()
        log = script.log(blueprint)
        assert len(answered) > 50
        assert {*answered} <= {entry["id"] for entry in log}
        assert [entry["seq"] for entry in log] == [*range(1, len(log) + 1)]
        _status, records = script("GET", f"{blueprint}/records/")
        title = next(step["title"] for step in records["records"]["step"] if step["id"] == "c1")
        assert title == log[-1]["ops"][0]["value"]
