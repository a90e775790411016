"""The catalogue of detectors for the interface, taken from their pages."""

import pytest

from blueprint.catalogue import DETECTORS
from journeys.services.detectors import detector_list


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_detector_says_itself_in_one_line_with_all_its_limits(language: str) -> None:
    listed = {entry["id"]: entry for entry in detector_list(language)}
    assert [*listed] == [*DETECTORS]
    for id_, limits in DETECTORS.items():
        entry = listed[id_]
        assert entry["title"] and "\n" not in entry["about"] and entry["about"].endswith((".", "?"))
        assert {limit["name"]: limit["default"] for limit in entry["limits"]} == limits
        assert all(limit["about"] for limit in entry["limits"])
        assert entry["page"] == f"/friction/{id_}/"


def test_units_are_those_of_the_names() -> None:
    units = {
        f"{entry['id']}.{limit['name']}": limit["unit"]
        for entry in detector_list("en")
        for limit in entry["limits"]
    }
    assert units["tool-latency.limit_s"] == "s"
    assert units["search-time.limit_min"] == "min"
    assert units["stale-knowledge.limit_days"] == "days"
    assert units["bottleneck.limit"] is None
    assert units["tool-hops.tools_per_moment"] is None
