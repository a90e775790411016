"""Many at once on a database that lets them: one order, nothing lost (R16). test_process.py has SQLite."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections

from journeys.models import Blueprint, Change
from journeys.services import states
from tests.factories import put, set_, submit
from tests.journeys.replay import assert_replays

AT_ONCE, EACH = 6, 8

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory has one connection"),
]


def test_r16_changes_of_many_get_one_order(sheet: Blueprint, alice: User, bob: User) -> None:
    together = Barrier(AT_ONCE)

    def edit(number: int) -> None:
        together.wait()
        try:
            for turn in range(EACH):
                if number % 2:
                    states._states.clear()  # as another process, which knows nothing
                step = put("step", id=f"s{number}-{turn}", lane="cust", moment="m1", title="New")
                submit(sheet, bob if number % 2 else alice, step, set_("step", "c1", "title", f"{number}"))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as room:
        assert [*room.map(edit, range(AT_ONCE))] == [None] * AT_ONCE
    assert Change.objects.count() == AT_ONCE * EACH
    assert_replays(sheet)
