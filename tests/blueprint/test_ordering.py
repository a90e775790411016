"""Fractional positions (rule C11): always a key between, in byte order, and short where one appends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.ordering import DIGITS, is_key, key_between, keys_between


@st.composite
def keys(draw: st.DrawFn) -> str:
    """Any key, from any part of the range."""
    head = draw(st.sampled_from("AZYazbX"))
    length = ord(head) - ord("a") + 1 if head >= "a" else ord("Z") - ord(head) + 1
    digit = st.sampled_from("0" * 3 + "z" * 3 + DIGITS)
    whole = head + "".join(draw(st.lists(digit, min_size=length, max_size=length)))
    fraction = "".join(draw(st.lists(digit, max_size=6))).rstrip("0")
    key = whole + fraction
    return key if is_key(key) else key + "V"


@given(st.none() | keys(), st.none() | keys())
def test_c11_a_key_is_strictly_between_its_neighbours(low: str | None, high: str | None) -> None:
    if low is not None and high is not None and low >= high:
        low, high = (high, low) if high < low else (low, None)
    key = key_between(low, high)
    assert is_key(key)
    assert low is None or low.encode() < key.encode()
    assert high is None or key.encode() < high.encode()


@given(st.none() | keys(), st.none() | keys(), st.integers(0, 40))
def test_c11_many_keys_are_in_order_and_between(low: str | None, high: str | None, count: int) -> None:
    if low is not None and high is not None and low >= high:
        low, high = None, high
    made = keys_between(low, high, count)
    assert len(made) == count
    assert all(is_key(key) for key in made)
    row = [*([low] if low else []), *made, *([high] if high else [])]
    assert all(one < other for one, other in pairwise(row))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_c11_any_history_of_insertions_keeps_the_order(places: list[float]) -> None:
    row: list[str] = []
    for place in places:
        at = round(place * len(row))
        row.insert(at, key_between(row[at - 1] if at else None, row[at] if at < len(row) else None))
    assert row == sorted(set(row))


def test_c11_appending_keeps_keys_short() -> None:
    assert max(map(len, keys_between(None, None, 10_000))) <= 4
    low, high = None, None
    for _ in range(10_000):
        low = key_between(None, low)
        high = key_between(high, None)
    assert len(low or "") <= 4
    assert len(high or "") <= 4


def test_c11_a_key_of_any_length_has_a_neighbour() -> None:
    assert key_between("a0" + "z" * 998, "a1") == "a0" + "z" * 998 + "V"


@given(keys())
def test_c11_no_key_between_a_key_and_itself(key: str) -> None:
    with pytest.raises(ValueError, match="is not below"):
        key_between(key, key)
    with pytest.raises(ValueError, match="is not below"):
        keys_between(key_between(key, None), key, 0)
