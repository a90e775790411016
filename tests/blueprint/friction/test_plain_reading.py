"""The detectors find on random sheets what a plain reading of the catalogue finds there, and nothing else."""

from functools import cache

import pytest

from blueprint.catalogue import DETECTORS
from blueprint.flow import Flow
from blueprint.friction import analyse
from blueprint.graph import BlueprintGraph
from tests.blueprint.friction.plain import cases, paths, sheets
from tests.blueprint.friction.plain.reading import APART, READINGS
from tests.blueprint.friction.plain.words import Seen, Sheet

MAKERS = {maker.__name__: maker for maker in (sheets.sparse, sheets.dense, sheets.branching)}
SEEDS = range(200)
FEWEST = 20  # sheets on which each detector has to fire, of all


@cache
def drawn(maker, seed):
    """A sheet, and the findings on it."""
    document = MAKERS[maker](seed)
    return Sheet(document), analyse(document).findings


def findings(maker, seed, detector):
    return [finding for finding in drawn(maker, seed)[1] if finding.detector == detector]


def test_every_detector_is_read():
    assert set(READINGS) | APART == set(DETECTORS)


@pytest.mark.parametrize("detector", DETECTORS)
def test_every_detector_fires_on_a_good_number_of_sheets(detector):
    fired = [(maker, seed) for maker in MAKERS for seed in SEEDS if findings(maker, seed, detector)]
    assert FEWEST <= len(fired) < len(MAKERS) * len(SEEDS)


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("detector", READINGS)
def test_findings_are_those_of_the_plain_reading(detector, maker):
    for seed in SEEDS:
        sheet, _ = drawn(maker, seed)
        found = [
            (one.steps, tuple(sorted(one.elements)), one.touches) for one in findings(maker, seed, detector)
        ]
        read = [
            (sheet.in_order(one.steps), tuple(sorted(one.elements)), sheet.in_order(sheet.touched(one)))
            for one in READINGS[detector](sheet)
        ]
        assert sorted(found) == sorted(read), f"{maker} {seed}"


@pytest.mark.parametrize("maker", MAKERS)
def test_a_chain_of_handoffs_is_shown_by_a_path_with_most_changes(maker):
    for seed in SEEDS:
        sheet, _ = drawn(maker, seed)
        chains = paths.handoff_chains(sheet)
        found = findings(maker, seed, "handoff-chain")
        assert sorted(one.per[0] for one in found) == sorted(chains), f"{maker} {seed}"
        for one in found:
            assert one.steps in chains[one.per[0]], f"{maker} {seed}"
            assert set(one.touches) == sheet.touched(Seen(one.steps)), f"{maker} {seed}"


@pytest.mark.parametrize("maker", MAKERS)
def test_lead_time_visits_and_waits_are_those_of_cases_followed_one_by_one(maker):
    for seed in SEEDS:
        sheet, _ = drawn(maker, seed)
        figures, plain = Flow(BlueprintGraph(sheet.document)).as_data(), cases.follow(sheet)
        part = cases.taking_part(sheet)
        assert not figures["sampled"]
        assert figures["lead_min"] == pytest.approx(plain.lead, abs=1e-5), f"{maker} {seed}"
        visits = {step: plain.visits[step] for step in part.steps}
        waiting = {step: plain.waiting[step] for step in part.customers}
        assert figures["visits"] == pytest.approx(visits, abs=1e-5), f"{maker} {seed}"
        assert figures["customer_wait_min"] == pytest.approx(waiting, abs=1e-5), f"{maker} {seed}"
