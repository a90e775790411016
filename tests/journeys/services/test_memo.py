"""The store of what was worked out: bounded, and worked out once however many ask."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from journeys.services.memo import Memo


def test_of_several_who_ask_at_once_one_works() -> None:
    memo: Memo[int] = Memo(4)
    together, worked = Barrier(6), []

    def ask(_turn: int) -> int:
        together.wait()
        return memo.get("key", lambda: worked.append(1) or len(worked))

    with ThreadPoolExecutor(6) as room:
        assert {*room.map(ask, range(6))} == {1}
    assert len(worked) == 1


def test_the_least_recently_used_goes_first() -> None:
    memo: Memo[str] = Memo(2)
    memo.keep("a", "A")
    memo.keep("b", "B")
    memo.peek("a")
    memo.keep("c", "C")
    assert (memo.peek("a"), memo.peek("b"), memo.peek("c")) == ("A", None, "C")


def test_a_failure_is_not_kept() -> None:
    memo: Memo[str] = Memo(2)

    def broken() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        memo.get("a", broken)
    assert memo.get("a", lambda: "now") == "now"
