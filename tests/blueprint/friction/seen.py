"""What one detector sees in a sheet, in the shortest form a test can compare."""

from __future__ import annotations

from blueprint.document import Document
from blueprint.friction import Finding, analyse


def findings(document: Document, detector: str, **limits: float) -> list[Finding]:
    """The detector's findings, in the order of their steps."""
    seen = analyse(document, only=[detector], limits={detector: limits}).findings
    return sorted(seen, key=lambda finding: (finding.steps, finding.per))


def found(document: Document, detector: str, **limits: float) -> list[str]:
    """For each finding its steps: `["f1 b1", "f2"]`; its elements for one without steps."""
    return [" ".join(one.steps or one.elements) for one in findings(document, detector, **limits)]


def missing(document: Document, detector: str) -> list[str]:
    """What the detector could not judge: `["tool crm latency_s"]`."""
    return [f"{gap.type} {gap.id} {gap.field}" for gap in analyse(document, only=[detector]).unknown]
