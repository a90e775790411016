"""An answer that leaves out what an earlier one said: the editor shares the cases (tests/contract)."""

import json
from pathlib import Path
from typing import Any

import pytest

from journeys.services.friction import stretches

CASES = json.loads((Path(__file__).parents[2] / "contract" / "stretches.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_said_again_is_only_named(case: dict[str, Any]) -> None:
    assert stretches(case["now"], case["before"], lambda one: one["fingerprint"]) == case["said"]
