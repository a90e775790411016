"""Friction: where the employee side of a blueprint hurts its customer side, and why.

analyse(document).findings      # what the detectors saw, gravest first
analyse(document).unknown       # what they could not judge, and the field that would let them
diagnose(document)              # the same with prices, flow, pairs of irritant and obstacle, and cost
"""

from blueprint.friction.analysis import Analysis, analyse, detector_ids, limits_of
from blueprint.friction.base import Finding, Unknown
from blueprint.friction.comparison import compare
from blueprint.friction.diagnosis import Diagnosis, diagnose
from blueprint.friction.whatif import target, what_if

__all__ = [
    "Analysis",
    "Diagnosis",
    "Finding",
    "Unknown",
    "analyse",
    "compare",
    "detector_ids",
    "diagnose",
    "limits_of",
    "target",
    "what_if",
]
