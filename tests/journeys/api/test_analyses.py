"""Analyses of many blueprints on the wire: 202, an address that tells how far it is, results as they come."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from journeys.models import Analysis, Blueprint
from journeys.services.analyses import ANALYSES
from tests.factories import EXAMPLES, Caller, blueprint_of


def test_asked_done_read(api: Caller, alice: User, woken: list[str]) -> None:
    sheets = [blueprint_of(alice, example) for example in EXAMPLES.values()]
    asked = api.post("analyses/", {"blueprints": [sheet.pk for sheet in sheets]})
    assert asked.status_code == 202
    job = asked.json()
    assert asked.headers["Location"] == job["url"] == f"/api/analyses/{job['id']}/"
    assert (job["status"], job["done"], job["total"], job["results"]) == ("pending", 0, len(sheets), [])
    while api.get(job["url"]).json()["status"] == "pending":
        ANALYSES.run(job["id"])
    told = api.get(job["url"]).json()
    assert (told["status"], told["done"], told["error"]) == ("done", len(sheets), None)
    for sheet, result in zip(sheets, told["results"], strict=True):
        findings = api.get(f"blueprints/{sheet.pk}/friction/").json()["findings"]
        assert (result["blueprint"], result["title"], result["error"]) == (sheet.pk, sheet.title, None)
        assert sum(result["findings"].values()) == len(findings)
        assert result["flow"]["lead_min"] > 0
        assert result["cost"] is not None


@pytest.mark.parametrize(
    "body", [{}, {"blueprints": []}, {"blueprints": "all"}, {"blueprints": [1]}, {"blueprints": ["x"] * 201}]
)
def test_what_is_no_list_of_blueprints_is_refused(api: Caller, body: dict[str, Any]) -> None:
    answer = api.post("analyses/", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["place"].startswith("blueprints")
    assert not Analysis.objects.exists()


def test_a_blueprint_one_may_not_see_is_not_there(api: Caller, sheet: Blueprint, charlie: User) -> None:
    answer = api.post("analyses/", {"blueprints": [sheet.pk, blueprint_of(charlie).pk]})
    assert answer.status_code == 404
    assert answer.json()["error"]["place"] == "blueprints[1]"


def test_an_analysis_is_for_who_asked(api: Caller, sheet: Blueprint, bob: User) -> None:
    job = api.post("analyses/", {"blueprints": [sheet.pk, sheet.pk]}).json()
    assert job["total"] == 1
    assert Caller(bob).get(job["url"]).status_code == 404
    for unknown in ("x" * 40, "%00", "x"):
        assert api.get(f"analyses/{unknown}/").status_code == 404
