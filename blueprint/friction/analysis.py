"""Runs the detectors over a blueprint: the files of `detectors/`, found by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from blueprint.catalogue import DETECTORS
from blueprint.document import Document
from blueprint.friction import detectors
from blueprint.friction.base import Detector, Finding, Limits, Sighting, Unknown, fingerprint, rests_on
from blueprint.friction.order import gravest_first
from blueprint.friction.wording import fixes, sentence
from blueprint.graph import BlueprintGraph


@dataclass(frozen=True)
class Analysis:
    findings: list[Finding] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        return {
            "findings": [finding.as_data() for finding in self.findings],
            "unknown": [unknown.as_data() for unknown in self.unknown],
        }


def analyse(
    document: Document,
    *,
    only: Iterable[str] | None = None,
    limits: Mapping[str, Limits] | None = None,
    language: str | None = None,
) -> Analysis:
    """Run the detectors that the blueprint has not switched off; `limits` stand above the blueprint's own.

    Sentences are in `language`, else in the blueprint's. A ValueError names a detector or limit that is none.
    """
    return analyse_graph(BlueprintGraph(document), only=only, limits=limits, language=language)


def analyse_graph(
    graph: BlueprintGraph,
    *,
    only: Iterable[str] | None = None,
    limits: Mapping[str, Limits] | None = None,
    language: str | None = None,
) -> Analysis:
    """The same for a graph that is there already."""
    document = graph.document
    language = language or document.language
    asked = _asked(only)
    over = _checked(limits or {})
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for detector in _detectors():
        if detector.id not in asked or not _is_on(document, detector.id):
            continue
        own = limits_of(document, detector.id) | dict(over.get(detector.id, {}))
        findings += [
            _finding(graph, detector, sighting, language) for sighting in detector.detect(graph, own)
        ]
        missing = dict.fromkeys(detector.unknown(graph, own))
        unknown += [Unknown(detector.id, gap.type, gap.id, gap.field) for gap in missing]
    return Analysis(gravest_first(graph, findings), unknown)


def detector_ids() -> list[str]:
    """The detectors that exist, by name."""
    return [detector.id for detector in _detectors()]


def limits_of(document: Document, detector: str) -> dict[str, float]:
    """The limits of a detector in this blueprint: the catalogue's, and what the blueprint says otherwise."""
    setting = document.detectors.get(detector)
    given = setting.limits if setting else {}
    return {name: given.get(name, default) for name, default in DETECTORS[detector].items()}


@cache
def _detectors() -> tuple[Detector, ...]:
    found: list[Detector] = []
    for module in iter_modules(detectors.__path__):
        names = vars(import_module(f"{detectors.__name__}.{module.name}"))
        found += [
            kind()
            for kind in names.values()
            if isinstance(kind, type)
            and issubclass(kind, Detector)
            and kind.__module__.endswith(f".{module.name}")
        ]
    return tuple(found)


def _is_on(document: Document, detector: str) -> bool:
    setting = document.detectors.get(detector)
    return setting is None or setting.on


def _asked(only: Iterable[str] | None) -> set[str]:
    asked = set(detector_ids() if only is None else only)
    if strangers := sorted(asked - set(DETECTORS)):
        raise ValueError(f"no detector is called {', '.join(strangers)} (detectors: {', '.join(DETECTORS)})")
    return asked


def _checked(limits: Mapping[str, Limits]) -> Mapping[str, Limits]:
    _asked(limits)
    for detector, values in limits.items():
        for name, value in values.items():
            if name not in DETECTORS[detector]:
                known = ", ".join(DETECTORS[detector]) or "none"
                raise ValueError(f"{detector} has no limit called {name} (limits: {known})")
            if not 0 <= value < float("inf"):
                raise ValueError(f"{detector}.{name}: a limit is a number from 0 up, not {value}")
    return limits


def _finding(graph: BlueprintGraph, detector: Detector, sighting: Sighting, language: str) -> Finding:
    steps = graph.order.set(sighting.steps)
    touches = graph.touched(steps) | set(sighting.touches)
    grounds = [*steps, *sighting.grounds]
    return Finding(
        detector=detector.id,
        fingerprint=fingerprint(detector.id, sighting.per),
        per=sighting.per,
        steps=tuple(steps),
        elements=sighting.elements,
        because=sentence(language, sighting.because),
        evidence=sighting.evidence,
        touches=tuple(touches),
        moments_of_truth=tuple(touches & graph.moments_of_truth),
        rests_on=rests_on(graph, grounds, assumed=sighting.assumed),
        fixes=fixes(language, detector, sighting),
        remedy=sighting.remedy,
    )
