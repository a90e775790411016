"""Friction: where the employee side of a blueprint hurts its customer side, and why.

analyse(document).findings      # what the detectors saw, gravest first
analyse(document).unknown       # what they could not judge, and the field that would let them
"""

from blueprint.friction.analysis import Analysis, analyse, detector_ids, limits_of
from blueprint.friction.base import Finding, Unknown

__all__ = ["Analysis", "Finding", "Unknown", "analyse", "detector_ids", "limits_of"]
