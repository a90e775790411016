"""Any number that a document may say can be reckoned with, told, drawn and written as JSON."""

import json
import sys

import pytest

from blueprint.document import Document, canonical
from blueprint.drawing import draw
from blueprint.drawing.embedding import extract
from blueprint.friction import compare, diagnose, what_if
from blueprint.graph.bounds import LARGEST, bounded
from tests.blueprint.sheets import back, customer, front, sheet

MOST, LEAST = sys.float_info.max, 5e-324


def sheet_of(amount: float, capacity: float) -> Document:
    times = {"work_min": amount, "wait_min": amount}
    return sheet(
        customer("c1", moment_of_truth=True, emotion=-2, **times),
        front("f1", actor="clerk", uses="crm", needs=[{"information": "age", "within_min": amount}], **times),
        back("b1", actor="clerk", kind="search", **times),
        customer("c2", 2, **times),
        links="c1 > f1 > b1 > c2, c1 > c2, c2 > c1 rework 0.999999999999, f1 > f1",
        tools={"crm": {"latency_s": amount}},
        information={"age": {"delay_min": amount, "kind": "signal"}},
        actors={"clerk": {"headcount": capacity, "hours_per_month": capacity}},
        cases_per_month=amount,
        cost_per_hour=amount,
    )


@pytest.mark.parametrize("amount", [MOST, LEAST, 1])
@pytest.mark.parametrize("capacity", [MOST, LEAST, 0])
@pytest.mark.filterwarnings("error")
def test_no_amount_breaks_the_diagnosis(amount: float, capacity: float) -> None:
    document = sheet_of(amount, capacity)
    found = diagnose(document)
    said = [found.as_data(), compare(document, document)]
    said.append(what_if(document, [finding.fingerprint for finding in found.findings]))
    json.dumps(said, allow_nan=False)
    assert canonical(extract(draw(document))) == canonical(document)


def test_a_usual_document_is_reckoned_with_as_it_is() -> None:
    document = sheet_of(90, 1.5)
    assert bounded(document) is document
    assert bounded(sheet_of(MOST, 1)).steps[0].work_min == LARGEST
