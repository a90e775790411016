"""The whole diagnosis: findings with prices, three irritants with their obstacles, the cost of inaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blueprint.document import Document
from blueprint.flow import flow_of
from blueprint.friction import missing
from blueprint.friction.analysis import analyse_graph
from blueprint.friction.attribution import Attribution, Cut, Price, priced
from blueprint.friction.base import Finding, Limits, Unknown
from blueprint.friction.cost import Cost, cost_of
from blueprint.friction.order import gravest_first
from blueprint.friction.pairs import Pair, pairs
from blueprint.friction.reviews import said_of
from blueprint.graph import BlueprintGraph
from blueprint.text import say

GROUNDS = ("assumed", "proposed", "observed")  # the weakest first


@dataclass(frozen=True)
class Diagnosis:
    """What a blueprint suffers from. Dismissed findings keep their price, but are no obstacle and no cost."""

    findings: list[Finding]
    unknown: list[Unknown]
    flow: dict[str, Any]
    pairs: list[Pair]
    cost: Cost
    notes: list[str]  # where figures are means over a draw of cases, or of orders
    unknown_data: list[dict[str, Any]] = field(repr=False)

    def as_data(self) -> dict[str, Any]:
        return {
            "findings": [finding.as_data() for finding in self.findings],
            "unknown": self.unknown_data,
            "flow": self.flow,
            "pairs": [pair.as_data() for pair in self.pairs],
            "cost": self.cost.as_data(),
            "notes": self.notes,
        }


def diagnose(
    document: Document,
    *,
    only: Iterable[str] | None = None,
    limits: Mapping[str, Limits] | None = None,
    language: str | None = None,
) -> Diagnosis:
    """Run the detectors and price what they find; arguments and errors are those of `analyse`."""
    graph = BlueprintGraph(document)
    language = language or document.language
    analysis = analyse_graph(graph, only=only, limits=limits, language=language)
    flow = flow_of(graph).as_data()
    all_of_them = Attribution(graph, analysis.findings)
    findings = gravest_first(graph, priced(analysis.findings, all_of_them.alone()[0]))
    standing = without_dismissed(document, findings)
    attribution = all_of_them if len(standing) == len(findings) else Attribution(graph, standing)
    paired = pairs(attribution, standing, language)
    cost = cost_of(graph.document, lambda stretch: attribution.joint(stretch=stretch), ground_of(standing))
    unknown = missing.most_valuable_first(graph, findings, analysis.unknown)
    return Diagnosis(
        findings=findings,
        unknown=unknown,
        flow=flow,
        pairs=paired,
        cost=cost,
        notes=notes(graph, [*all_of_them.cuts, *attribution.cuts], language),
        unknown_data=missing.as_data(graph, unknown, language),
    )


def without_dismissed(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Those that people have not said to be wrong."""
    findings = list(findings)
    dismissed = said_of(document, findings).dismissed
    return [finding for finding in findings if finding.fingerprint not in dismissed]


def ground_of(findings: Sequence[Finding]) -> str:
    """What the price of these findings rests on: the weakest ground among those that have one."""
    grounds = {finding.rests_on for finding in findings if finding.remedy is not None}
    return next((ground for ground in GROUNDS if ground in grounds), "observed")


def notes(graph: BlueprintGraph, cuts: Iterable[Cut], language: str) -> list[str]:
    """In words, where fewer cases or orders were followed than there are."""
    flow, said = flow_of(graph), []
    if flow.sampled:
        said.append(say(language, "note.flow", count=flow.scenario_count))
    fewest: dict[tuple[str, str], int] = {}
    for cut in cuts:
        for kind in ("scenarios", "orders"):
            if (count := getattr(cut, kind)) is not None:
                fewest[cut.what, kind] = min(count, fewest.get((cut.what, kind), count))
    said += [say(language, f"note.{what}.{kind}", count=count) for (what, kind), count in fewest.items()]
    return said


__all__ = ["Diagnosis", "Price", "diagnose", "ground_of", "notes", "without_dismissed"]
