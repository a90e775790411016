"""The frame of the detectors: discovery, limits, what a finding says, order and language."""

import json
import re
from pathlib import Path

import pytest

from blueprint.catalogue import DETECTORS
from blueprint.document import from_data, read, to_data
from blueprint.friction import analyse, detector_ids, limits_of
from blueprint.friction.base import fingerprint
from blueprint.friction.order import pareto_fronts
from blueprint.text import catalogue
from tests.blueprint.sheets import back, customer, front, sheet

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))


def test_every_file_of_detectors_is_one_detector_of_the_catalogue():
    files = {
        path.stem.replace("_", "-") for path in (ROOT / "blueprint/friction/detectors").glob("[a-z]*.py")
    }
    assert set(detector_ids()) == files <= set(DETECTORS)


@pytest.mark.parametrize("detector", detector_ids())
def test_every_detector_has_its_sentences_in_both_languages(detector):
    for language in ("fr", "en"):
        assert f"{detector}.title" in catalogue(language)
        assert any(key.startswith(f"{detector}.because") for key in catalogue(language))


def test_both_languages_say_the_same_keys_with_the_same_values():
    french, english = catalogue("fr"), catalogue("en")
    own = [key for key in french if key.split(".")[0] in {*DETECTORS, "friction", "heuristic"}]
    assert own and set(own) <= set(english)
    for key in own:
        assert set(re.findall(r"{(\w+)", french[key])) == set(re.findall(r"{(\w+)", english[key])), key


def test_french_sentences_are_set_as_french_is():
    for key, sentence in catalogue("fr").items():
        if key.split(".")[0] in {*DETECTORS, "friction", "heuristic"}:
            words = re.sub(r"{[^}]*}", "x", sentence)
            assert "'" not in words and not re.search(r"(?<!\u202f)[;!?%]|(?<!\u00a0):", words), key


def test_a_finding_says_all_that_it_must():
    document = sheet(
        customer("c1", moment_of_truth=True), front("f1", uses="crm", basis="observed"), back("b1"),
        links="c1 > f1 > b1", tools={"crm": {"latency_s": 40}},
    )  # fmt: skip
    (finding,) = analyse(document, only=["tool-latency"]).findings
    assert finding.as_data() | {"because": "", "fixes": []} == {
        "detector": "tool-latency",
        "fingerprint": fingerprint("tool-latency", ["crm"]),
        "per": ("crm",),
        "steps": ("f1",),
        "elements": ("crm",),
        "because": "",
        "evidence": {
            "tool": "crm", "latency_s": 40, "uses": [{"step": "f1", "seconds": 40}], "limit_s": 10,
        },
        "touches": ("c1",),
        "moments_of_truth": ("c1",),
        "rests_on": "observed",
        "fixes": [],
        "customer_min": None,
        "employee_min": None,
    }  # fmt: skip
    for fix in finding.fixes:
        assert fix.heuristic and fix.title and "Crm" in fix.sentence and "Omega" in fix.source


def test_steps_stand_in_document_order():
    document = sheet(back("b1", types="adr@crm"), front("f1", types="adr@till"), links="f1 > b1")
    assert [finding.steps for finding in analyse(document).findings if finding.detector == "re-entry"] == [
        ("b1", "f1")
    ]


@pytest.mark.parametrize(
    ("bases", "ground"),
    [("observed observed", "observed"), ("observed proposed", "proposed"), ("proposed assumed", "assumed")],
)
def test_a_finding_rests_on_the_weakest_of_its_steps(bases, ground):
    one, two = bases.split()
    document = sheet(
        back("a1", kind="approval", basis=one), back("a2", kind="approval", basis=two), links="a1 > a2"
    )
    assert [found.rests_on for found in analyse(document, only=["approval-stacking"]).findings] == [ground]


def test_the_language_is_the_documents_unless_another_is_asked_for():
    document = sheet(back("b1"))
    assert "Nothing" in analyse(document).findings[0].because
    assert "Rien" in analyse(document, language="fr").findings[0].because
    assert "Rien" in analyse(document.model_copy(update={"language": "fr"})).findings[0].because


def test_what_people_wrote_stands_in_the_sentence_as_it_is():
    title = "<script>{x}“” é\u0301 👩‍🔧 شكوى"
    document = from_data(to_data(sheet(back("b1", title=title), back("b2", title=title), links="b1 > b2")))
    assert title in analyse(document).findings[0].because


def test_a_long_list_is_cut_and_counted():
    document = sheet(
        *(back(f"b{number}") for number in range(40)), links=" > ".join(f"b{n}" for n in range(40))
    )
    (finding,) = analyse(document).findings
    assert len(finding.steps) == 40 and "34" in finding.because and len(finding.because) < 300


def test_limits_come_from_the_catalogue_the_blueprint_and_the_call_in_that_order():
    document = sheet(front("f1", uses="crm"), tools={"crm": {"latency_s": 20}})
    own = sheet(
        front("f1", uses="crm"), tools={"crm": {"latency_s": 20}}, detectors={"tool-latency": {"limit_s": 30}}
    )
    assert limits_of(document, "tool-latency") == {"limit_s": 10} and limits_of(own, "tool-latency") == {
        "limit_s": 30
    }
    assert (
        analyse(document, only=["tool-latency"]).findings and not analyse(own, only=["tool-latency"]).findings
    )
    assert analyse(own, only=["tool-latency"], limits={"tool-latency": {"limit_s": 15}}).findings


@pytest.mark.parametrize(
    ("only", "limits", "reason"),
    [
        (["re-enter"], {}, "no detector is called re-enter"),
        (None, {"re-enter": {}}, "no detector is called re-enter"),
        (None, {"tool-latency": {"limit": 3}}, "tool-latency has no limit called limit (limits: limit_s)"),
        (None, {"tool-latency": {"limit_s": float("nan")}}, "a limit is a number from 0 up"),
        (None, {"tool-latency": {"limit_s": -1}}, "a limit is a number from 0 up"),
    ],
)
def test_a_wrong_name_or_limit_is_said(only, limits, reason):
    with pytest.raises(ValueError, match=re.escape(reason)):
        analyse(sheet(), only=only, limits=limits)


@pytest.mark.parametrize("document", [sheet(), sheet(customer("c1")), sheet(front("f1")), sheet(lanes={})])
def test_an_empty_or_tiny_blueprint_is_no_trouble(document):
    analyse(document).as_data()
    analyse(from_data({"format": "blueprint/1", "title": ""})).as_data()


def test_the_gravest_stands_first():
    document = sheet(
        customer("c1"), customer("c2", moment_of_truth=True, emotion=-2), front("f1", uses="a"),
        front("f2", uses="b"), back("b1"), links="c1 > f1, c2 > f2",
        tools={"a": {"latency_s": 20}, "b": {"latency_s": 20}},
    )  # fmt: skip
    order = [finding.per[0] for finding in analyse(document, only=["tool-latency", "orphan-work"]).findings]
    assert order[0] == "b" and set(order[1:]) == {"a", "b1"}


def test_a_point_stands_one_front_behind_the_last_that_beats_it():
    points = {(3.0, 0.0), (0.0, 3.0), (1.0, 1.0), (2.0, 0.0), (0.0, 0.0)}
    assert pareto_fronts(points) == {
        (3.0, 0.0): 0,
        (0.0, 3.0): 0,
        (1.0, 1.0): 0,
        (2.0, 0.0): 1,
        (0.0, 0.0): 2,
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_analysis_is_plain_json_and_always_the_same(path):
    data = analyse(read(path)).as_data()
    assert json.loads(json.dumps(data, allow_nan=False)) == json.loads(
        json.dumps(analyse(read(path)).as_data())
    )
    fingerprints = [finding["fingerprint"] for finding in data["findings"]]
    assert len(set(fingerprints)) == len(fingerprints)
