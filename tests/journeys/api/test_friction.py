"""Friction on the wire: findings, prices, what-if, targets, comparisons, the detectors and their settings."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from blueprint.catalogue import DETECTORS
from journeys.models import Blueprint
from journeys.services import friction
from tests.factories import EXAMPLES, Caller, blueprint_of, put, remove, set_, shared_with, submit, undo
from tests.journeys.replay import state_in


@pytest.fixture
def example(alice: User) -> Blueprint:
    return blueprint_of(alice, EXAMPLES["vente-magasin"])


def test_findings_name_the_state_they_are_of(api: Caller, example: Blueprint, alice: User) -> None:
    body = api.get(f"blueprints/{example.pk}/friction/").json()
    always = {"seq", "findings", "flags", "waiting", "unknown", "flow"}
    assert {*body} == always | {"pairs", "cost", "notes"}
    assert {*api.get(f"blueprints/{example.pk}/friction/?prices=0").json()} == always
    assert body["findings"]
    assert {"fingerprint", "detector", "steps", "elements", "because", "number"} <= {*body["findings"][0]}
    assert sorted(finding["number"] for finding in body["findings"]) == list(
        range(1, len(body["findings"]) + 1)
    )
    submit(example, alice, put("channel", id="mail", title="Mail"))
    assert api.get(f"blueprints/{example.pk}/friction/").json()["seq"] == body["seq"] + 1


def test_findings_speak_the_language_asked_for(api: Caller, example: Blueprint) -> None:
    english = api.get(f"blueprints/{example.pk}/friction/").json()["findings"]
    french = api.get(f"blueprints/{example.pk}/friction/?lang=fr").json()["findings"]
    assert {finding["fingerprint"] for finding in english} == {finding["fingerprint"] for finding in french}
    assert {finding["because"] for finding in english}.isdisjoint(finding["because"] for finding in french)
    assert api.get(f"blueprints/{example.pk}/friction/?lang=de").status_code == 400


def numbers(api: Caller, blueprint: Blueprint) -> dict[str, int]:
    return numbers_of(api.get(f"blueprints/{blueprint.pk}/friction/").json())


def numbers_of(body: dict[str, Any]) -> dict[str, int]:
    return {finding["fingerprint"]: finding["number"] for finding in body["findings"]}


def test_a_finding_keeps_its_number_while_it_exists(api: Caller, example: Blueprint, alice: User) -> None:
    before = numbers(api, example)
    done = submit(example, alice, remove("lane", next(iter(state_in(example)["lane"]))))
    during = numbers(api, example)
    for fingerprint in before.keys() & during.keys():
        assert during[fingerprint] == before[fingerprint]
    undo(example, alice, done)
    after = numbers(api, example)
    assert {*after} == {*before}
    assert {name: after[name] for name in during if name in before} == {
        name: before[name] for name in during if name in before
    }
    assert len({*after.values()}) == len(after)


def test_an_analysis_is_made_once_a_state(
    api: Caller, example: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    findings_of = friction.findings_of
    monkeypatch.setattr(friction, "findings_of", lambda *args: made.append(1) or findings_of(*args))
    for _time in range(3):
        api.get(f"blueprints/{example.pk}/friction/?prices=0")
    assert len(made) == 1
    submit(example, alice, put("channel", id="mail", title="Mail"))
    api.get(f"blueprints/{example.pk}/friction/?prices=0")
    assert len(made) == 2


def unfolded(items: list[Any], before: list[Any]) -> list[Any]:
    return [
        one for item in items for one in (before[item[0] : item[1]] if isinstance(item, list) else [item])
    ]


def test_an_answer_since_another_says_what_that_did_not(api: Caller, example: Blueprint, alice: User) -> None:
    address = f"blueprints/{example.pk}/friction/?prices=0"
    first = api.get(f"{address}&since=").json()
    assert "since" not in first and first["findings"] == api.get(address).json()["findings"]
    again = api.get(f"{address}&since={first['state']}").json()
    assert again["since"] == first["state"]
    assert again["findings"] == [[0, len(first["findings"])]]
    submit(example, alice, remove("lane", next(iter(state_in(example)["lane"]))))
    second = api.get(f"{address}&since={first['state']}").json()
    assert second["since"] == first["state"] and second["state"] != first["state"]
    assert len(second["findings"]) < len(first["findings"])
    now = api.get(address).json()
    for name in ("findings", "unknown"):
        assert unfolded(second[name], first[name]) == now[name]
    assert {name: second[name] for name in ("flow", "flags", "waiting", "seq")} == {
        name: now[name] for name in ("flow", "flags", "waiting", "seq")
    }


def test_an_answer_since_one_that_nobody_knows_is_whole(api: Caller, example: Blueprint) -> None:
    address = f"blueprints/{example.pk}/friction/?prices=0"
    for unknown in ("never", first_state(api, blueprint_of(example.owner, EXAMPLES["vente-magasin"]))):
        body = api.get(f"{address}&since={unknown}").json()
        assert "since" not in body and body["findings"] == api.get(address).json()["findings"]
    state = api.get(f"{address}&lang=fr&since=").json()["state"]
    assert "since" not in api.get(f"{address}&lang=en&since={state}").json()


def first_state(api: Caller, blueprint: Blueprint) -> str:
    return api.get(f"blueprints/{blueprint.pk}/friction/?prices=0&since=").json()["state"]


def test_a_plain_answer_carries_the_flow_and_no_prices(api: Caller, example: Blueprint) -> None:
    body = api.get(f"blueprints/{example.pk}/friction/?prices=0").json()
    assert {"lead_min", "customer_wait_min", "employee_min", "visits", "critical_path"} <= {*body["flow"]}
    assert {finding["customer_min"] for finding in body["findings"]} == {None}


def test_prices_are_the_whole_diagnosis_of_a_state(api: Caller, example: Blueprint, alice: User) -> None:
    plain = api.get(f"blueprints/{example.pk}/friction/?prices=0").json()
    body = api.get(f"blueprints/{example.pk}/friction/").json()
    assert body == api.get(f"blueprints/{example.pk}/friction/?prices=1").json()
    assert {"seq", "findings", "unknown", "flow", "pairs", "cost", "notes"} <= {*body}
    assert numbers_of(body) == numbers_of(plain)
    assert body["flow"]["lead_min"] == plain["flow"]["lead_min"]
    assert any(finding["customer_min"] for finding in body["findings"])
    submit(example, alice, set_("blueprint", "blueprint", "cases_per_month", 4000))
    again = api.get(f"blueprints/{example.pk}/friction/").json()
    assert again["seq"] == body["seq"] + 1
    assert again["cost"] != body["cost"]


def priced(api: Caller, blueprint: Blueprint) -> str:
    """The fingerprint of the finding that costs employees most."""
    findings = api.get(f"blueprints/{blueprint.pk}/friction/?prices=1").json()["findings"]
    return max(findings, key=lambda finding: finding["employee_min"] or 0)["fingerprint"]


def test_what_if_gives_the_figures_before_and_after(api: Caller, example: Blueprint) -> None:
    one = priced(api, example)
    answer = api.post(f"blueprints/{example.pk}/what-if/", {"findings": [one]})
    assert answer.status_code == 200, answer.json()
    body = answer.json()
    assert {"seq", "before", "after", "gone", "delta"} <= {*body}
    assert body["seq"] == 0
    assert body["before"] != body["after"]
    assert one in str(body["gone"])
    assert Blueprint.objects.get(pk=example.pk).seq == 0


@pytest.mark.parametrize("call", ["what-if", "target"])
def test_a_finding_that_is_gone_is_named(api: Caller, example: Blueprint, call: str) -> None:
    one = priced(api, example)
    answer = api.post(f"blueprints/{example.pk}/{call}/", {"findings": [one, "gone-already"]})
    assert answer.status_code == 409
    error = answer.json()["error"]
    assert error["place"] == "findings[1]"
    assert "gone-already" in error["message"]
    assert error["mend"]
    assert Blueprint.objects.count() == 1


@pytest.mark.parametrize("call", ["what-if", "target"])
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"findings": []},
        {"findings": "abc"},
        {"findings": {"a": 1}},
        {"findings": [1]},
        {"findings": None},
    ],
)
def test_what_is_no_list_of_findings_is_refused(
    api: Caller, example: Blueprint, call: str, body: dict[str, Any]
) -> None:
    answer = api.post(f"blueprints/{example.pk}/{call}/", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["place"].startswith("findings")


def test_a_target_is_a_blueprint_of_ones_own_linked_to_its_as_is(
    api: Caller, example: Blueprint, bob: User
) -> None:
    sheet, theirs = shared_with(example, bob), Caller(bob)
    one = priced(api, sheet)
    answer = theirs.post(f"blueprints/{sheet.pk}/target/", {"findings": [one]})
    assert answer.status_code == 201, answer.json()
    made = answer.json()
    assert (made["state"], made["as_is"], made["seq"]) == ("to-be", sheet.pk, 0)
    assert made["title"] == f"{sheet.title} (cible)"  # in the language of the sheet
    assert answer.headers["Location"] == f"/api/blueprints/{made['id']}/"
    assert Blueprint.objects.get(pk=made["id"]).owner == bob
    assert api.get(f"blueprints/{made['id']}/").status_code == 404
    # The list says which is whose target, and finds them.
    assert [entry["as_is"] for entry in theirs.get("blueprints/").json()] == [sheet.pk, None]
    found = theirs.get(f"blueprints/?as_is={sheet.pk}").json()
    assert [entry["id"] for entry in found] == [made["id"]]


def test_in_a_target_the_chosen_finding_is_gone(api: Caller, example: Blueprint) -> None:
    one = priced(api, example)
    sent = {"findings": [one], "title": "Demain"}
    made = api.post(f"blueprints/{example.pk}/target/", sent).json()
    assert made["title"] == "Demain"
    left = api.get(f"blueprints/{made['id']}/friction/").json()["findings"]
    assert one not in {finding["fingerprint"] for finding in left}


def test_a_title_that_no_blueprint_may_have_makes_no_target(api: Caller, example: Blueprint) -> None:
    sent = {"findings": [priced(api, example)], "title": "x" * 100_000}
    answer = api.post(f"blueprints/{example.pk}/target/", sent)
    assert answer.status_code in (400, 413)
    assert Blueprint.objects.count() == 1


def test_a_target_is_compared_with_its_as_is(api: Caller, example: Blueprint) -> None:
    one = priced(api, example)
    made = api.post(f"blueprints/{example.pk}/target/", {"findings": [one]}).json()
    body = api.get(f"blueprints/{example.pk}/compare/{made['id']}/").json()
    assert body["as_is"] == {"id": example.pk, "title": example.title, "seq": 0}
    assert body["to_be"] == {"id": made["id"], "title": made["title"], "seq": 0}
    assert {"resolved", "worsened", "new", "kept", "moved", "flow", "steps"} <= {*body}
    assert one in str(body["resolved"])
    assert {"before", "after", "delta"} <= {*body["flow"]}


def test_both_sides_of_a_comparison_must_be_visible(api: Caller, sheet: Blueprint, charlie: User) -> None:
    foreign = blueprint_of(charlie)
    assert api.get(f"blueprints/{sheet.pk}/compare/{foreign.pk}/").status_code == 404
    assert api.get(f"blueprints/{foreign.pk}/compare/{sheet.pk}/").status_code == 404
    assert Caller(charlie).get(f"blueprints/{foreign.pk}/compare/{sheet.pk}/").status_code == 404


def test_a_detector_set_by_a_change_is_followed_by_the_next_answer(
    api: Caller, example: Blueprint, alice: User
) -> None:
    def kinds() -> list[str]:
        findings = api.get(f"blueprints/{example.pk}/friction/").json()["findings"]
        return [finding["detector"] for finding in findings]

    def change(*ops: dict[str, Any]) -> None:
        body = {"id": str(uuid4()), "ops": list(ops)}
        answer = api.post(f"blueprints/{example.pk}/changes/", body)
        assert answer.status_code == 200, answer.json()

    assert "tool-latency" in kinds()
    change(put("detector", id="tool-latency", on=True, limit_s=100_000))
    assert "tool-latency" not in kinds()
    change(set_("detector", "tool-latency", "limit_s", 1))
    assert "tool-latency" in kinds()
    change(set_("detector", "tool-latency", "on", False))
    assert "tool-latency" not in kinds()
    change(remove("detector", "tool-latency"))
    assert "tool-latency" in kinds()


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ({"id": "tool-latency", "on": True, "limit_min": 1}, 400),
        ({"id": "tool-latency", "on": True, "limit_s": -1}, 400),
        ({"id": "tool-latency", "on": True, "limit_s": "10"}, 400),
        ({"id": "no-such-detector", "on": True}, 400),
    ],
)
def test_a_setting_that_no_detector_has_is_refused(
    api: Caller, example: Blueprint, record: dict[str, Any], status: int
) -> None:
    body = {"id": str(uuid4()), "ops": [put("detector", **record)]}
    assert api.post(f"blueprints/{example.pk}/changes/", body).status_code == status


def test_the_detectors_for_the_interface(api: Caller) -> None:
    english, french = (api.get(f"detectors/?lang={language}").json() for language in ("en", "fr"))
    assert [entry["id"] for entry in english] == [entry["id"] for entry in french] == [*DETECTORS]
    assert {entry["title"] for entry in english} != {entry["title"] for entry in french}
    assert {*english[0]} == {"id", "title", "about", "limits", "page"}
    limits = {entry["id"]: entry["limits"] for entry in english}
    assert limits["tool-latency"][0] | {"about": ""} == {
        "name": "limit_s",
        "default": 10,
        "unit": "s",
        "about": "",
    }
    assert api.get(english[0]["page"]).status_code == 200


def test_what_people_said_stands_with_the_findings(api: Caller, example: Blueprint, alice: User) -> None:
    """It stays through the edits that change a finding, and waits where the finding is gone."""
    at = f"blueprints/{example.pk}/friction/"
    first = api.get(at).json()["findings"][0]
    kept = {"id": first["fingerprint"], "detector": first["detector"], "elements": first["per"]}
    submit(example, alice, put("review", **kept, status="dismissed", reason="Measured"))
    submit(example, alice, put("flag", id="g-1", on=first["steps"][:1], kind="Noise", text="All day"))
    for asked in (at, f"{at}?prices=0"):
        body = api.get(asked).json()
        [found] = [one for one in body["findings"] if one["fingerprint"] == first["fingerprint"]]
        assert (found["status"], found["review"]) == ("dismissed", first["fingerprint"])
        assert first["fingerprint"] not in [pair["finding"] for pair in body.get("pairs", [])]
        [flag] = body["flags"]
        assert (flag["id"], flag["title"], flag["by"], flag["number"]) == ("g-1", "Noise", "alice", 1)
        assert body["waiting"] == []
    submit(example, alice, put("detector", id=first["detector"], on=False))
    [waiting] = api.get(at).json()["waiting"]
    assert (waiting["review"], waiting["status"], waiting["off"]) == (first["fingerprint"], "dismissed", True)
