"""re-entry: typed again although another tool has it."""

from functools import partial
from itertools import pairwise

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet

found = partial(seen.found, detector="re-entry")
findings = partial(seen.findings, detector="re-entry")
missing = partial(seen.missing, detector="re-entry")


def test_typed_into_a_second_tool_further_on():
    document = sheet(
        front("f1", types="adr@till"), front("f2"), back("b1", types="adr@crm"), links="f1 > f2 > b1"
    )
    assert found(document) == ["f1 b1"]
    (finding,) = findings(document)
    assert finding.elements == ("adr",)
    for name in ("Adr", "Crm", "B1", "Till", "F1"):
        assert name in finding.because
    assert finding.evidence["entries"] == [
        {
            "step": "b1",
            "tool": "crm",
            "work_min": 0.5,
            "typed_before": [{"step": "f1", "tool": "till"}],
            "held_in": None,
        }
    ]


def test_typed_into_two_tools_at_one_step():
    document = sheet(front("f1", types="adr@till adr@crm"))
    assert found(document) == ["f1"]
    assert [entry["tool"] for entry in findings(document)[0].evidence["entries"]] == ["crm"]


def test_typed_again_into_the_same_tool_is_not_re_entry():
    assert found(sheet(front("f1", types="adr@crm"), back("b1", types="adr@crm"), links="f1 > b1")) == []


def test_steps_that_no_path_joins_do_not_repeat_one_another():
    assert found(sheet(front("f1", types="adr@till"), front("f2", types="adr@crm"))) == []
    side = sheet(
        customer("c1"), front("f1", types="adr@till"), front("f2", types="adr@crm"), links="c1 > f1, c1 > f2"
    )
    assert found(side) == []


def test_a_path_through_the_customer_counts():
    document = sheet(
        front("f1", types="adr@till"), customer("c1"), front("f2", types="adr@crm"), links="f1 > c1 > f2"
    )
    assert found(document) == ["f1 f2"]


def test_a_path_through_rework_or_evidence_does_not_count():
    steps = front("f1", types="adr@till"), front("f2", types="adr@crm")
    assert found(sheet(*steps, links="f1 > f2 rework")) == []
    assert found(sheet(steps[0], evidence("e1"), steps[1], links="f1 > e1 > f2")) == []
    assert found(sheet(front("f1", 2, types="adr@till"), front("f2", types="adr@crm"), links="f1 > f2")) == []


def test_a_feed_makes_it_vanish_also_through_another_tool_but_only_for_that_information():
    steps = front("f1", types="adr@till"), back("b1", types="adr@crm")

    def fed(**feeds):
        tools = {
            tool: {"feeds": [{"information": i, "to": to} for i, to in to_many]}
            for tool, to_many in feeds.items()
        }
        return found(sheet(*steps, links="f1 > b1", tools=tools))

    assert fed(till=[("adr", "crm")]) == []
    assert fed(till=[("adr", "hub")], hub=[("adr", "crm")]) == []
    assert fed(till=[("name", "crm")]) == ["f1 b1"]
    assert fed(till=[("adr", "hub")], hub=[("name", "crm")]) == ["f1 b1"]
    assert fed(crm=[("adr", "till")]) == ["f1 b1"]
    assert fed(till=[("adr", "hub")], hub=[("adr", "till")]) == ["f1 b1"]


def test_held_in_another_tool():
    document = sheet(front("f1", types="adr@crm"), information={"adr": {"held_in": "erp"}})
    assert found(document) == ["f1"]
    assert (
        "Erp" in findings(document)[0].because
        and findings(document)[0].evidence["entries"][0]["held_in"] == "erp"
    )


def test_held_in_the_tool_it_is_typed_into_is_how_it_gets_there():
    assert found(sheet(front("f1", types="adr@erp"), information={"adr": {"held_in": "erp"}})) == []


def test_held_in_a_tool_that_this_one_feeds_or_that_feeds_this_one_is_quiet():
    def fed(source, target, through=None):
        chain = [source, through, target] if through else [source, target]
        tools = {one: {"feeds": [{"information": "adr", "to": to}]} for one, to in pairwise(chain)}
        return found(
            sheet(front("f1", types="adr@crm"), information={"adr": {"held_in": "erp"}}, tools=tools)
        )

    assert (
        fed("crm", "erp") == fed("erp", "crm") == fed("crm", "erp", "hub") == fed("erp", "crm", "hub") == []
    )


def test_typed_before_counts_even_where_this_tool_feeds_the_one_typed_before():
    document = sheet(
        front("f1", types="adr@till"), front("f2", types="adr@crm"), links="f1 > f2",
        tools={"crm": {"feeds": [{"information": "adr", "to": "till"}]}},
    )  # fmt: skip
    assert found(document) == ["f1 f2"]


def test_one_finding_for_each_information():
    document = sheet(
        front("f1", types="adr@till name@till"), back("b1", types="adr@crm name@crm"), links="f1 > b1"
    )
    assert [one.elements for one in findings(document)] == [("adr",), ("name",)]


def test_in_an_exchange_both_entries_repeat_one_another():
    document = sheet(front("f1", types="adr@till"), front("f2", types="adr@crm"), links="f1 > f2 > f1")
    assert found(document) == ["f1 f2"]
    assert len(findings(document)[0].evidence["entries"]) == 2


def test_an_exchange_does_not_make_a_step_follow_itself():
    fed = {"till": {"feeds": [{"information": "adr", "to": "crm"}]}}
    document = sheet(front("f1", types="adr@till adr@crm"), front("f2"), links="f1 > f2 > f1", tools=fed)
    assert found(document) == []


def test_reading_or_needing_is_not_typing():
    assert (
        found(sheet(front("f1", types="adr@till"), back("b1", reads="adr@crm", needs="adr"), links="f1 > b1"))
        == []
    )


def test_an_entry_without_a_tool_is_unknown_and_no_finding():
    document = sheet(front("f1", types="adr@till"), back("b1", reads="x@crm", types="adr"), links="f1 > b1")
    assert found(document) == []
    assert missing(document) == ["step b1 information[1].tool"]


def test_given_minutes_stand_in_for_the_assumed_half_minute():
    entry = {"information": "adr", "tool": "crm", "work_min": 2.5}
    document = sheet(
        front("f1", types="adr@till", basis="observed"),
        back("b1", types=[entry], basis="observed"),
        links="f1 > b1",
    )
    (finding,) = findings(document)
    assert finding.evidence["entries"][0]["work_min"] == 2.5 and finding.rests_on == "observed"
    assert "2.5\N{NO-BREAK SPACE}min" in finding.because
