"""The server and its worker: start together, answer, restart, and leave nothing behind however they end."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.bench.synthetic import synthetic
from tests.serving import ROOT, Serving, empty_database, serving, until

pytestmark = pytest.mark.process


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Serving]:
    with serving(tmp_path / "data") as running:
        yield running


def test_answers_at_the_address_it_prints(server: Serving) -> None:
    with urlopen(f"{server.address}/") as answer:
        assert answer.status == 200


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda by: by.name)
def test_leaves_nothing_behind(server: Serving, by: signal.Signals) -> None:
    assert until(lambda: len(server.members()) >= 3), "the worker and its process run beside the server"
    server.stop(by)
    assert until(lambda: not server.members()), "the whole group is gone"


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT], ids=lambda by: by.name)
def test_a_signal_to_the_whole_group_as_a_terminal_sends_it(server: Serving, by: signal.Signals) -> None:
    assert until(lambda: len(server.members()) >= 3)
    os.killpg(server.process.pid, by)
    assert until(lambda: not server.members())
    assert server.process.wait() == 0


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL], ids=lambda by: by.name)
def test_stopped_while_something_long_is_worked_out(server: Serving, by: signal.Signals) -> None:
    token = server.manage("token").stdout.split()[-1]
    assert until(lambda: len(server.members()) >= 3)
    before = server.members()

    def call(path: str, body: object = None) -> dict[str, Any]:
        request = Request(
            f"{server.address}/api/blueprints/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        with urlopen(request) as answer:
            return json.load(answer)

    blueprint = call("", {"document": synthetic(2000, 3000)})["id"]
    with ThreadPoolExecutor(1) as asking:
        asking.submit(call, f"{blueprint}/friction/")
        # It comes with one that Python keeps beside it.
        assert until(lambda: len(server.members() - before) >= 2), "a process of its own works it out"
        server.stop(by)
        assert until(lambda: not server.members(), within=3), "the whole group is gone, and that one"


def test_stopped_while_it_starts(server: Serving) -> None:
    server.stop()
    assert until(lambda: not server.members())


def test_a_worker_that_dies_is_started_again(server: Serving) -> None:
    assert until(lambda: len(server.members()) >= 2)
    before = server.members() - {server.process.pid}
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    server.wait_for("The worker ended")
    assert until(lambda: server.members() - {server.process.pid} - before)


def refused(tmp_path: Path, **environment: str) -> str:
    """What `serve` says where it does not start."""
    settled = Serving(tmp_path / "data", **environment)
    empty_database(settled.data_dir)
    ended = subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=settled.environment,
        text=True,
        capture_output=True,
        timeout=30,
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    return ended.stderr.strip()


def test_a_port_that_is_taken_ends_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = refused(tmp_path, PORT=str(taken.getsockname()[1]))
    assert "choose another with PORT=" in said
    assert "\n" not in said


def test_others_are_not_let_in_without_a_password(tmp_path: Path) -> None:
    said = refused(tmp_path, HOST="0.0.0.0")
    assert "manage.py password" in said
    assert "\n" not in said
