"""Server and worker as processes of their own, on SQLite and where there are PostgreSQL and Redis: what only
they can show.
"""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

from tests.factories import SMALL, put, set_
from tests.processes import MODES, PATIENCE, Script, started
from tests.serving import Serving

pytestmark = pytest.mark.process
scaled = pytest.mark.parametrize("running", ["scaled"], indirect=True)


@pytest.fixture(scope="module", params=MODES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with started(request.param, tmp_path_factory.mktemp("server") / "data") as server:
        yield server


def test_an_export_is_made_by_the_worker_within_seconds(running: Serving) -> None:
    script = Script(running)
    status, job = script("POST", f"{script.make()}/exports/", {"format": "svg"})
    assert status == 202
    until = time.monotonic() + PATIENCE
    while job["status"] == "pending" and time.monotonic() < until:
        time.sleep(0.05)
        _status, job = script("GET", job["url"])
    assert job["status"] == "done", job
    status, svg = script("GET", job["file"])
    assert status == 200
    assert b"<svg" in svg[:500]


def test_c2_many_at_once_get_numbers_without_a_hole(running: Serving) -> None:
    script = Script(running)
    blueprint = script.make()
    with ThreadPoolExecutor(6) as room:
        sent = [*room.map(lambda number: script.edit(blueprint, str(number)), range(36))]
    _status, log = script("GET", f"{blueprint}/changes/?after=0")
    assert [entry["seq"] for entry in log["changes"]] == [*range(1, 37)]
    assert {entry["id"] for entry in log["changes"]} == {*sent}


def test_a_body_that_comes_in_pieces_is_read(running: Serving) -> None:
    script = Script(running)
    pieces = json.dumps({"document": SMALL}).encode()
    status, made = script("POST", "", iter([pieces[:50], pieces[50:]]))
    assert (status, made["title"]) == (201, "Returns")


def test_a_file_of_50_mb_is_refused_and_not_kept(running: Serving) -> None:
    script = Script(running)
    before = script("GET", "")[1]
    status, body = script("POST", "", b" " * 50_000_000)
    assert (status, body["error"]["place"]) == (400, "body")
    assert body["error"]["message"] and body["error"]["mend"]
    status, body = script("POST", "", iter([b" " * 1_000_000] * 20))
    assert status == 400
    assert script("GET", "")[1] == before


def test_the_data_folder_is_shut_to_others(running: Serving) -> None:
    assert running.data_dir.stat().st_mode & 0o077 == 0
    assert (running.data_dir / "secret_key").stat().st_mode & 0o777 == 0o600


@scaled
def test_r16_two_processes_give_one_order_and_either_may_be_killed(running: Serving) -> None:
    two = running.beside()
    two.start()
    try:
        first = Script(running)
        scripts = [first, Script(two, first.token)]
        blueprint = first.make()
        answered: list[str] = []

        def edit(number: int) -> None:
            step = put("step", id=f"s{number}", lane="cust", moment="m1", title=f"Step {number}")
            change = {"id": str(uuid4()), "ops": [step, set_("step", "c1", "title", f"{number}")]}
            status, body = scripts[number % 2]("POST", f"{blueprint}/changes/", change)
            assert status == 200, body
            answered.append(change["id"])

        with ThreadPoolExecutor(6) as room:
            list(room.map(edit, range(40)))
        assert [entry["seq"] for entry in first.log(blueprint)] == [*range(1, 41)]
        both = [script("GET", f"{blueprint}/records/")[1] for script in scripts]
        assert both[0] == both[1]
        assert sum(step["id"].startswith("s") for step in both[0]["records"]["step"]) == 40

        with ThreadPoolExecutor(6) as room:
            edits = [room.submit(edit, number) for number in range(40, 100)]
            while len(answered) < 60:
                time.sleep(0.001)
            for pid in two.members():
                os.kill(pid, signal.SIGKILL)
        broken = [one for one in edits if one.exception() is not None]
        assert len(broken) < len(edits) / 2 + 1
        log = first.log(blueprint)
        assert [entry["seq"] for entry in log] == [*range(1, len(log) + 1)]
        assert {*answered} <= {entry["id"] for entry in log}
    finally:
        two.stop(signal.SIGKILL)
        for pid in two.members():
            os.kill(pid, signal.SIGKILL)


@scaled
def test_r11_a_database_that_is_gone_is_told_within_seconds_and_found_again(running: Serving) -> None:
    script = Script(running)
    blueprint = script.make()
    first = script.edit(blueprint, "before")
    with closed(running.environment["DATABASE_URL"]):
        for _time in range(2):
            began = time.monotonic()
            change = {"id": str(uuid4()), "ops": [set_("step", "c1", "title", "meanwhile")]}
            status, body = script("POST", f"{blueprint}/changes/", change)
            assert (status, bool(body["error"]["mend"])) == (503, True)
            assert time.monotonic() - began < 15
    until = time.monotonic() + 2 * PATIENCE  # the pool asks again at growing intervals
    while script("POST", f"{blueprint}/changes/", change)[0] != 200 and time.monotonic() < until:
        time.sleep(0.2)
    assert [entry["id"] for entry in script.log(blueprint)] == [first, change["id"]]


@contextmanager
def closed(database: str) -> Iterator[None]:
    """Nobody is let into the database, and who is in it is thrown out."""
    name = urlsplit(database).path[1:]
    with psycopg.connect(urlsplit(database)._replace(path="/postgres").geturl(), autocommit=True) as admin:
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
