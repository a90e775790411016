"""Work for processes of their own: what comes back, what is handed over, and what happens when one dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from billiard import Pool

from blueprint.document import Document, from_data
from blueprint.friction.answers import findings_of
from journeys.services import aside as aside_
from journeys.services.aside import LARGE, aside
from tests.bench.synthetic import synthetic
from tests.serving import ROOT, processes, until


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    yield
    while aside_._idle:
        aside_._idle.pop().end()


def document_of(steps: int) -> Document:
    return from_data(synthetic(steps, steps))


def large() -> Document:
    return document_of(LARGE)


def whose(_document: Document) -> int:
    return os.getpid()


def policy(_document: Document) -> int:
    return os.sched_getscheduler(0)


def session(_document: Document) -> tuple[int, str]:
    return os.getsid(0), Path("/proc/self/autogroup").read_text("ascii")


def asked_of_aside(document: Document) -> bool:
    return aside(whose, document) == os.getpid()


def unreadable(_document: Document) -> None:
    raise FileNotFoundError("no such file")


def strange(_document: Document) -> object:
    return lambda: None


def broken(_document: Document) -> None:
    raise ZeroDivisionError("in there")


def killed(_document: Document) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def endless(_document: Document, *, mark: Path) -> None:
    mark.write_text(str(os.getpid()))
    while True:
        pass


def killed_once(_document: Document, *, mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "the second time"


def test_a_small_document_stays_here() -> None:
    assert aside(whose, document_of(LARGE - 1)) == os.getpid()


def test_a_large_document_goes_to_a_process_that_is_kept() -> None:
    first = aside(whose, large())
    assert first != os.getpid() and aside(whose, large()) == first


def test_what_comes_back_is_what_would_have_been_found_here() -> None:
    document = large()
    assert aside(findings_of, document, "fr") == findings_of(document, "fr")


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="this system has no such priority")
def test_it_gives_way_to_everything_else() -> None:
    assert aside(policy, large()) == os.SCHED_IDLE


@pytest.mark.skipif(not aside_.AUTOGROUP.exists(), reason="this system shares the processor in another way")
def test_its_session_is_its_own_and_weighs_next_to_nothing() -> None:
    leader, weight = aside(session, large())
    assert leader == aside(whose, large()) and "nice 19" in weight


class Weight(list[bytes | None]):
    """Stands in for the file of that name, which another process has just been given two times."""

    def open(self, *_how: object, **_more: object) -> "Weight":
        return self

    def __enter__(self) -> "Weight":
        return self

    def __exit__(self, *_: object) -> None: ...

    def write(self, weight: bytes) -> int | None:
        self.append(weight)
        return None if len(self) <= 2 else len(weight)


def test_a_weight_that_cannot_be_set_at_once_is_set_later(monkeypatch: pytest.MonkeyPatch) -> None:
    weight, sessions = Weight(), []
    monkeypatch.setattr(aside_, "AUTOGROUP", weight)
    monkeypatch.setattr(os, "setsid", lambda: sessions.append("own"))
    aside_._own_session()
    assert weight == [b"19"] * 3 and sessions == ["own"]


def test_where_no_weight_may_be_set_the_session_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(aside_, "AUTOGROUP", tmp_path)  # no file that can be written
    monkeypatch.setattr(os, "setsid", lambda: pytest.fail("a session that weighs as much as any"))
    with pytest.raises(OSError):
        aside_._own_session()


def test_a_failure_comes_back_and_the_process_goes_on() -> None:
    first = aside(whose, large())
    with pytest.raises(ZeroDivisionError, match="in there"):
        aside(broken, large())
    assert aside(whose, large()) == first


def test_an_error_of_the_work_is_not_taken_for_a_dead_process() -> None:
    first = aside(whose, large())
    with pytest.raises(FileNotFoundError, match="no such file"):
        aside(unreadable, large())
    with pytest.raises(RuntimeError, match="pickle"):
        aside(strange, large())
    assert aside(whose, large()) == first


def test_a_process_of_a_worker_does_it_itself() -> None:
    """Celery's are daemons, which may have no children."""
    with Pool(1) as worker:
        assert worker.apply(asked_of_aside, [large()])


def test_all_that_wait_were_ended() -> None:
    aside_._idle += [aside_.Helper(), aside_.Helper()]
    for helper in aside_._idle:
        helper.process.kill()
        helper.process.join()
    assert aside(whose, large()) != os.getpid()


def test_one_that_was_ended_is_replaced(tmp_path: Path) -> None:
    assert aside(killed_once, large(), mark=tmp_path / "mark") == "the second time"


def test_it_ends_in_the_middle_of_its_work_with_a_server_that_is_killed(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    lines = [
        "from pathlib import Path",
        "from journeys.services.aside import aside",
        "from tests.journeys.services.test_aside import endless, large",
        f"aside(endless, large(), mark=Path({str(mark)!r}))",
    ]
    server = subprocess.Popen([sys.executable, "-c", "\n".join(lines)], cwd=ROOT)
    try:
        assert until(lambda: mark.exists() and mark.read_text()), "it is at work"
    finally:
        server.kill()
        server.wait()
    helper = int(mark.read_text())
    try:
        assert until(lambda: helper not in processes(), within=5)
    finally:
        if helper in processes():
            os.kill(helper, signal.SIGKILL)


def test_work_that_ends_every_process_is_given_up() -> None:
    with pytest.raises(ChildProcessError):
        aside(killed, large())
    assert aside(whose, large()) != os.getpid()
