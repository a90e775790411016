"""What a sheet shows, by the cases that Python and TypeScript share: see tests/contract/README.md."""

from typing import Any

import pytest

from blueprint.drawing.figures import curves, minutes_per_moment
from blueprint.graph import BlueprintGraph
from blueprint.records import to_document
from tests.blueprint.test_contract import load, named, state_of


@named(load("sheet.json")["cases"])
def test_the_sheet(case: dict[str, Any]) -> None:
    graph, expected = BlueprintGraph(to_document(state_of(case["records"]))), case["expect"]

    assert [lane.id for lane in graph.rows] == expected["lanes"]
    assert [moment.id for moment in graph.document.moments] == expected["moments"]
    assert {name.partition("-")[0]: lane for name, lane in graph.lines.items()} == expected["lines"]
    assert [
        {"customer": pytest.approx(customer), "employee": pytest.approx(employee)}
        for customer, employee in minutes_per_moment(graph)
    ] == expected["minutes"]
    for curve in curves(graph):
        drawn = {"points": curve.points, "names": [[at, name] for at, name in sorted(curve.names.items())]}
        assert drawn == expected["curves"][curve.half]
