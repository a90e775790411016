"""What people said of friction stays with it, waits where it is gone, and takes what is dismissed out."""

from typing import Any

import pytest

from blueprint.document import Document, from_data
from blueprint.friction import analyse, diagnose
from blueprint.friction.base import fingerprint
from blueprint.friction.reviews import as_data, flagged_steps, said_of
from blueprint.graph import BlueprintGraph
from tests.factories import EXAMPLES

SHOP = EXAMPLES["vente-magasin"]


def shop(**fields: Any) -> Document:
    return from_data(SHOP | fields)


def review_of(finding: Any, **fields: Any) -> dict[str, Any]:
    return {
        "finding": finding.fingerprint,
        "detector": finding.detector,
        "elements": list(finding.per),
    } | fields


@pytest.fixture
def findings() -> Any:
    return analyse(shop()).findings


def test_a_review_belongs_to_its_fingerprint(findings: Any) -> None:
    document = shop(reviews=[review_of(findings[3], status="confirmed"), review_of(findings[0])])
    said = said_of(document, analyse(document).findings)
    assert set(said.of_finding) == {findings[3].fingerprint, findings[0].fingerprint}
    assert said.status(findings[3].fingerprint) == "confirmed"
    assert said.status(findings[1].fingerprint) == "open"
    assert said.waiting == ()


@pytest.mark.parametrize(
    ("kept", "found"),
    [(["a", "b", "gone"], True), (["a", "gone"], True), (["a", "gone", "lost"], False), ([], False)],
)
def test_where_the_elements_changed_half_of_them_are_enough(
    findings: Any, kept: list[str], found: bool
) -> None:
    source = next(one for one in findings if len(one.per) >= 2)
    names = {"a": source.per[0], "b": source.per[1]}
    elements = [names.get(one, one) for one in kept]
    old = {
        "finding": "00ff00ff00ff00ff",
        "detector": source.detector,
        "elements": elements,
        "status": "dismissed",
    }
    document = shop(reviews=[old])
    said = said_of(document, analyse(document).findings)
    assert (source.fingerprint in said.of_finding) == found
    assert [review.finding for review in said.waiting] == ([] if found else ["00ff00ff00ff00ff"])


def test_a_review_goes_to_one_finding_and_to_its_own_detector_only(findings: Any) -> None:
    source = next(one for one in findings if len(one.per) >= 2)
    other = "tool-hops" if source.detector != "tool-hops" else "re-entry"
    stranger = {"finding": "1" * 16, "detector": other, "elements": list(source.per)}
    own = review_of(source, status="confirmed")
    late = {"finding": "2" * 16, "detector": source.detector, "elements": list(source.per)}
    document = shop(reviews=[stranger, own, late])
    said = said_of(document, analyse(document).findings)
    assert said.of_finding[source.fingerprint].finding == source.fingerprint
    assert [review.finding for review in said.waiting] == ["1" * 16, "2" * 16]


def test_what_is_dismissed_leaves_the_pairs_and_not_the_list(findings: Any) -> None:
    before = diagnose(shop())
    gone = next(pair.finding for pair in before.pairs if pair.finding)
    for review in (
        review_of(gone, status="dismissed"),
        review_of(gone, status="dismissed") | {"finding": "0" * 16},  # from before its elements changed
    ):
        after = diagnose(shop(reviews=[review]))
        assert gone.fingerprint not in [pair.finding.fingerprint for pair in after.pairs if pair.finding]
        assert [one.fingerprint for one in after.findings] == [one.fingerprint for one in before.findings]
        assert after.cost.price.employee_min <= before.cost.price.employee_min


def test_the_data_of_findings_flags_and_what_waits(findings: Any) -> None:
    step, link = SHOP["steps"][0]["id"], SHOP["links"][0]
    flags = [
        {"id": "g1", "on": [step, link["id"]], "kind": "re-entry", "text": "Twice!", "by": "Ann"},
        {"id": "g2", "kind": "Bruit"},
        {"id": "g3"},
    ]
    reviews = [
        {"finding": "g1", "status": "confirmed"},
        review_of(findings[0], status="dismissed"),
        {"finding": "f" * 16, "detector": "tool-latency", "elements": ["nowhere"], "status": "confirmed"},
        {"finding": "word", "detector": "of-a-later-version"},
    ]
    document = shop(flags=flags, reviews=reviews, detectors={"tool-latency": {"on": False}})
    analysis = analyse(document)
    data = as_data(BlueprintGraph(document), analysis.findings, "en")
    [first] = [one for one in data["findings"] if one["fingerprint"] == findings[0].fingerprint]
    assert (first["status"], first["review"]) == ("dismissed", findings[0].fingerprint)
    assert {one["status"] for one in data["findings"] if one is not first} == {"open"}
    assert [(one["number"], one["title"], one["detector"]) for one in data["flags"]] == [
        (1, "Re-entry", "re-entry"),
        (2, "Bruit", None),
        (3, "Seen on the spot", None),
    ]
    assert data["flags"][0]["status"] == "confirmed" and data["flags"][0]["review"] == "g1"
    assert data["flags"][0]["steps"] == [step] and data["flags"][0]["elements"] == [link["id"]]
    assert data["flags"][1] | {"status": "open", "review": None, "touches": []} == data["flags"][1]
    assert [(one["review"], one["detector"], one["off"]) for one in data["waiting"]] == [
        ("f" * 16, "tool-latency", True),
        ("word", None, False),
    ]


def test_an_area_covers_what_stands_in_it() -> None:
    lanes, moments = SHOP["lanes"], SHOP["moments"]
    area = {"lanes": [lanes[-1]["id"], lanes[0]["id"]], "moments": [moments[0]["id"], moments[0]["id"]]}
    document = shop(flags=[{"id": "g1", "area": area}])
    expected = [step["id"] for step in SHOP["steps"] if step["moment"] == moments[0]["id"]]
    assert flagged_steps(BlueprintGraph(document), document.flags[0]) == expected


def test_the_fingerprint_that_a_review_keeps_is_the_findings() -> None:
    for finding in analyse(shop()).findings:
        assert finding.fingerprint == fingerprint(finding.detector, finding.per)
