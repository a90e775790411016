"""What people said of friction, found again: reviews of findings and of flags, and reviews that wait.

A review belongs to the finding with its fingerprint. Where the elements of a finding changed it has another:
then a review that has none belongs to the finding of its detector that shares most, half or more, of the
elements it keeps. A review with no finding waits: the finding may return.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from blueprint.catalogue import DETECTORS
from blueprint.document import Document, Flag, Review
from blueprint.friction.base import Finding
from blueprint.friction.matching import closest
from blueprint.graph import BlueprintGraph
from blueprint.text import catalogue, say


@dataclass(frozen=True)
class Said:
    """The reviews of a document by what they speak of."""

    of_finding: dict[str, Review]  # by fingerprint
    of_flag: dict[str, Review]  # by the flag's id
    waiting: tuple[Review, ...]

    def status(self, key: str) -> str:
        """Of a finding or a flag: open, confirmed or dismissed."""
        review = self.of_finding.get(key) or self.of_flag.get(key)
        return review.status if review else "open"

    @property
    def dismissed(self) -> frozenset[str]:
        """The fingerprints and ids of flags that people said are no friction."""
        reviews = {**self.of_finding, **self.of_flag}
        return frozenset(key for key, review in reviews.items() if review.status == "dismissed")


def said_of(document: Document, findings: Sequence[Finding]) -> Said:
    """What was said of these findings and of the document's flags. Linear where fingerprints fit, else
    findings times the reviews without one.
    """
    flags = {flag.id for flag in document.flags}
    reviews = [review for review in document.reviews if review.finding not in flags]
    known = {finding.fingerprint for finding in findings}
    of_finding = {review.finding: review for review in reviews if review.finding in known}
    lost = [review for review in reviews if review.finding not in known and review.elements]
    for finding in findings:
        if finding.fingerprint in of_finding:
            continue
        same = [review for review in lost if review.detector == finding.detector]
        if review := closest(finding, same, lambda review: review.elements):
            of_finding[finding.fingerprint] = review
            lost.remove(review)
    found = {review.finding for review in of_finding.values()}
    return Said(
        of_finding,
        {review.finding: review for review in document.reviews if review.finding in flags},
        tuple(review for review in reviews if review.finding not in found),
    )


def as_data(graph: BlueprintGraph, findings: Sequence[Finding], language: str) -> dict[str, Any]:
    """Findings with the status and id of their review, people's flags beside them, and reviews that wait."""
    said = said_of(graph.document, findings)
    return {
        "findings": [
            {**finding.as_data(), **_review(said.of_finding.get(finding.fingerprint))} for finding in findings
        ],
        "flags": [
            {
                **_flag(graph, flag, language),
                "number": number,
                **_review(said.of_flag.get(flag.id)),
            }
            for number, flag in enumerate(graph.document.flags, start=1)
        ],
        "waiting": [_waiting(graph, review, language) for review in said.waiting],
    }


def kind_title(language: str, kind: str) -> str:
    """What a kind of friction is called: as in the catalogue, or in a person's own word, if they gave one."""
    if kind in DETECTORS:
        return say(language, f"{kind}.title")
    return kind or say(language, "flag.seen")


def flagged_steps(graph: BlueprintGraph, flag: Flag) -> list[str]:
    """The steps a person's flag stands on: those it names and those in its area, in document order."""
    named = set(flag.on)
    if flag.area:
        rows = {lane.id: index for index, lane in enumerate(graph.rows)}
        columns = {moment.id: index for index, moment in enumerate(graph.document.moments)}
        first_row, last_row = sorted(rows[lane] for lane in flag.area.lanes)
        first, last = sorted(columns[moment] for moment in flag.area.moments)
        named |= {
            step.id
            for step in graph.document.steps
            if first_row <= rows[step.lane] <= last_row and first <= graph.when(step.id) <= last
        }
    return [step.id for step in graph.document.steps if step.id in named]


def _review(review: Review | None) -> dict[str, Any]:
    return {"status": review.status if review else "open", "review": review.finding if review else None}


def _flag(graph: BlueprintGraph, flag: Flag, language: str) -> dict[str, Any]:
    steps = flagged_steps(graph, flag)
    ends = {end for link in graph.document.links if link.id in flag.on for end in (link.source, link.target)}
    touches = graph.touched(graph.order.set({*steps, *ends}))
    return {
        "id": flag.id,
        "detector": flag.kind if flag.kind in DETECTORS else None,
        "title": kind_title(language, flag.kind),
        "text": flag.text,
        "by": flag.by,
        "steps": steps,
        "elements": [one for one in flag.on if one not in graph.steps],
        "area": flag.area.model_dump() if flag.area else None,
        "touches": [*touches],
        "moments_of_truth": [*(touches & graph.moments_of_truth)],
    }


def _waiting(graph: BlueprintGraph, review: Review, language: str) -> dict[str, Any]:
    known = review.detector in DETECTORS
    setting = graph.document.detectors.get(review.detector)
    return {
        "review": review.finding,
        "detector": review.detector if known else None,
        "title": catalogue(language)[f"{review.detector}.title"] if known else "",
        "elements": review.elements,
        "status": review.status,
        # Whether it waits because its detector does not look.
        "off": bool(setting and not setting.on),
    }
