"""Gravest first: findings by Pareto front, never by a product of scores."""

from __future__ import annotations

import numpy as np

from blueprint.friction.base import Finding
from blueprint.graph import BlueprintGraph

Weights = tuple[float, ...]


def gravest_first(graph: BlueprintGraph, findings: list[Finding]) -> list[Finding]:
    """By Pareto front over customer_min, employee_min, moments of truth touched and depth of the lowest
    emotion touched; then by customer_min, employee_min, fingerprint. No price counts as 0 minutes.
    """
    points = {finding.fingerprint: weights(graph, finding) for finding in findings}
    front = pareto_fronts(set(points.values()))

    def rank(finding: Finding) -> tuple[float | str, ...]:
        own = points[finding.fingerprint]
        return front[own], -own[0], -own[1], finding.fingerprint

    return sorted(findings, key=rank)


def pareto_fronts(points: set[Weights]) -> dict[Weights, int]:
    """The front of each point, 0 for those that no other point beats. O(points² x dimensions).

    Walked from the largest down, every point that beats another comes before it; so a point stands one front
    behind the last front that holds one that beats it (Kung, Luccio & Preparata, J. ACM 22, 1975).
    """
    walked = sorted(points, reverse=True)
    table = np.array(walked, dtype=float)
    fronts = np.zeros(len(walked), dtype=int)
    for number in range(1, len(walked)):
        beaten = (table[:number] >= table[number]).all(axis=1)
        fronts[number] = 1 + fronts[:number][beaten].max() if beaten.any() else 0
    return dict(zip(walked, fronts.tolist(), strict=True))


def weights(graph: BlueprintGraph, finding: Finding) -> Weights:
    """What a finding is ordered by: customer and employee minutes, moments of truth, depth of emotion."""
    emotions = [graph.steps[step].emotion or 0 for step in finding.touches]
    depth = max(0.0, -min(emotions, default=0))
    return (
        finding.customer_min or 0.0,
        finding.employee_min or 0.0,
        float(len(finding.moments_of_truth)),
        depth,
    )
