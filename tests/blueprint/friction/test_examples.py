"""The findings of the three examples are those that were worked out by hand."""

import json
from pathlib import Path

import pytest

from blueprint.document import read
from blueprint.friction import analyse, detector_ids

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("detector", detector_ids())
@pytest.mark.parametrize("name", EXPECTED)
def test_findings_of_the_examples(name, detector):
    expected = [one for one in EXPECTED[name]["findings"] if one["detector"] == detector]
    found = analyse(read(EXAMPLES / name), only=[detector]).findings
    assert len(found) == len(expected)
    for one in expected:
        assert any(_is(one, finding) for finding in found), one


def _is(expected, finding):
    steps, elements = expected.get("steps"), expected.get("elements")
    return steps in (None, list(finding.steps)) and elements in (None, list(finding.elements))
