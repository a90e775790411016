"""What could not be judged, most valuable first: the field that would let the weightiest detector judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from blueprint.catalogue import DETECTORS
from blueprint.friction.base import Finding, Unknown
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet
from blueprint.text import say


def most_valuable_first(
    graph: BlueprintGraph, findings: Iterable[Finding], unknown: Sequence[Unknown]
) -> list[Unknown]:
    """By what the detector's heaviest finding costs customers, then employees; then by the moments of truth
    and the depth of the emotion that the element touches; then by the catalogue and the document.
    """
    heaviest: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for finding in findings:
        own = finding.customer_min or 0.0, finding.employee_min or 0.0
        heaviest[finding.detector] = max(heaviest[finding.detector], own)
    steps = _steps_of(graph)
    catalogue = {detector: place for place, detector in enumerate(DETECTORS)}
    known: dict[tuple[str, str], tuple[float, float]] = {}

    def rank(unknown: Unknown) -> tuple[float, ...]:
        element = unknown.type, unknown.id
        if element not in known:
            known[element] = _felt(graph, steps.get(unknown.id) or graph.order.set())
        customer, employee = heaviest[unknown.detector]
        truths, depth = known[element]
        return -customer, -employee, -truths, -depth, catalogue[unknown.detector]

    return sorted(unknown, key=rank)


def sentence(graph: BlueprintGraph, unknown: Unknown, language: str) -> str:
    """What to fill in, and what that would let judge."""
    name = unknown.field.rpartition(".")[2]  # information[0].tool: the tool
    detector = say(language, f"{unknown.detector}.title")
    what = say(language, f"field.{name}")
    if unknown.type == "blueprint":
        return say(language, "unknown.blueprint", what=what, detector=detector)
    return say(language, "unknown.element", what=what, name=graph.title(unknown.id), detector=detector)


def as_data(graph: BlueprintGraph, unknown: Iterable[Unknown], language: str) -> list[dict[str, Any]]:
    return [{**one.as_data(), "sentence": sentence(graph, one, language)} for one in unknown]


def _steps_of(graph: BlueprintGraph) -> dict[str, StepSet]:
    """The steps in which an element has a part."""
    steps: dict[str, set[str]] = defaultdict(set)
    for step in graph.steps.values():
        for id in (
            step.id,
            graph.actor(step.id),
            *(use.tool for use in step.uses),
            *(one.information for one in step.information),
        ):
            if id is not None:
                steps[id].add(step.id)
    steps["blueprint"] = set(graph.steps)
    return {id: graph.order.set(own) for id, own in steps.items()}


def _felt(graph: BlueprintGraph, steps: StepSet) -> tuple[float, float]:
    touched = graph.touched(steps)
    depth = max((-(graph.steps[step].emotion or 0) for step in touched), default=0.0)
    return float(len(touched & graph.moments_of_truth)), max(0.0, depth)
