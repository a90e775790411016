"""The desk: one at a time of each subject, for the newest state, and nobody waits for ever."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import BoundedSemaphore, Event
from typing import Any

import pytest

from journeys.services import desk as desks
from journeys.services.desk import Desk
from journeys.services.errors import Busy

WAIT = 10  # seconds until a test gives up


class Log:
    """A subject whose newest state is `head`, and work that lasts until it is let go."""

    def __init__(self) -> None:
        self.head = 1
        self.worked: list[int] = []
        self.began, self.goes = Event(), Event()
        self.desk: Desk[str] = Desk(hands=2, size=8)

    def newest(self) -> tuple[int, int]:
        return self.head, self.head

    def work(self, head: int) -> str:
        self.worked.append(head)
        self.began.set()
        assert self.goes.wait(WAIT)
        return f"of {head}"

    def ask(self, *_: Any) -> tuple[int, str]:
        return self.desk.get("subject", self.newest, self.work)


def test_what_is_known_is_not_worked_out_again() -> None:
    log = Log()
    log.goes.set()
    assert [log.ask() for _time in range(3)] == [(1, "of 1")] * 3
    assert log.worked == [1]


def test_where_many_wait_already_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    chairs = BoundedSemaphore(1)
    monkeypatch.setattr(desks, "_chairs", chairs)
    log = Log()
    with chairs, pytest.raises(Busy):  # taken by somebody else
        log.ask()
    log.goes.set()
    assert log.ask() == (1, "of 1")  # it went on meanwhile


def test_ten_edits_meanwhile_cost_one_more_analysis_and_everybody_gets_the_newest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = Log()
    waiting, everybody_waits, wait = count(1), Event(), desks.wait

    def counted(*arguments: Any) -> Any:
        if next(waiting) == 11:
            everybody_waits.set()
        return wait(*arguments)

    monkeypatch.setattr(desks, "wait", counted)
    with ThreadPoolExecutor(11) as room:
        first = room.submit(log.ask)
        assert log.began.wait(WAIT)
        others = []
        for _edit in range(10):
            log.head += 1
            others.append(room.submit(log.ask))
        assert everybody_waits.wait(WAIT)
        log.goes.set()
        assert first.result(WAIT) == (1, "of 1")  # its own state, and it says so
        assert {other.result(WAIT) for other in others} == {(11, "of 11")}
    assert log.worked == [1, 11]


def test_another_subject_does_not_wait_for_it() -> None:
    log = Log()
    with ThreadPoolExecutor(1) as room:
        slow = room.submit(log.ask)
        assert log.began.wait(WAIT)
        assert log.desk.get("another", lambda: ("a", 1), lambda head: "at once") == (1, "at once")
        assert not slow.done()
        log.goes.set()
        slow.result(WAIT)


def test_who_waited_long_enough_is_told_and_finds_it_later(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log()
    monkeypatch.setattr(desks, "PATIENCE", 0.01)
    with pytest.raises(Busy):
        log.ask()
    monkeypatch.setattr(desks, "PATIENCE", WAIT)
    log.goes.set()
    assert log.ask() == (1, "of 1")
    assert log.worked == [1]


def test_a_failure_is_of_whoever_asked_and_is_not_kept() -> None:
    desk: Desk[str] = Desk(hands=1, size=8)

    def broken(_head: int) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.get("subject", lambda: (1, 1), broken)
    assert desk.get("subject", lambda: (1, 1), lambda head: "now") == (1, "now")
