"""What is said of a document in one piece of plain data: the diagnosis, and what people said of it."""

from __future__ import annotations

from typing import Any

from blueprint.document import Document
from blueprint.flow import flow_of
from blueprint.friction import reviews
from blueprint.friction.analysis import analyse_graph
from blueprint.friction.diagnosis import diagnose
from blueprint.graph import BlueprintGraph


def findings_of(document: Document, language: str) -> dict[str, Any]:
    """Findings without prices, what could not be judged, flags, reviews that wait, and the flow."""
    graph = BlueprintGraph(document)
    analysis = analyse_graph(graph, language=language)
    said = reviews.as_data(graph, analysis.findings, language)
    return analysis.as_data() | said | {"flow": flow_of(graph).as_data()}


def diagnosis_of(document: Document, language: str) -> dict[str, Any]:
    """The same with prices, pairs, the cost of inaction and what limits the figures."""
    diagnosis = diagnose(document, language=language)
    said = reviews.as_data(BlueprintGraph(document), diagnosis.findings, language)
    return diagnosis.as_data() | said
