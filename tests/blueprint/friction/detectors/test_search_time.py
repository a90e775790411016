"""search-time: minutes spent looking."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="search-time")
findings = partial(seen.findings, detector="search-time")
missing = partial(seen.missing, detector="search-time")


def search(id="b1", lane=back, **fields):
    return lane(id, kind="search", **fields)


def test_at_the_limit_and_just_below():
    assert found(sheet(search(work_min=2))) == ["b1"]
    assert found(sheet(search(work_min=1.9))) == []
    assert found(sheet(search(work_min=5)), limit_min=6) == []


def test_wait_work_and_tools_add_up():
    document = sheet(search(work_min=1, wait_min=0.5, uses="crm*3"), tools={"crm": {"latency_s": 10}})
    assert found(document) == ["b1"] and findings(document)[0].evidence["elapsed_min"] == 2
    assert "B1" in findings(document)[0].because and "Crm" in findings(document)[0].because


def test_the_customers_search_counts_and_other_kinds_do_not():
    assert found(sheet(search("c1", customer, work_min=5), back("b1", work_min=5), evidence("e1"))) == ["c1"]


def test_what_is_unknown_even_where_the_lower_bound_is_enough():
    document = sheet(search(work_min=5, uses="crm"), support("s1", kind="wait"), front("f1"))
    assert found(document) == ["b1"] and missing(document) == ["step b1 wait_min", "tool crm latency_s"]
    assert found(sheet(search())) == []
