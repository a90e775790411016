"""The blueprint as a graph: sides, lines, paths, and who works for whom.

Words are those of the friction catalogue. `u ~> v` is a path of one or more flow links; rework links
(explicit, into an earlier moment, or to the step itself) and links of evidence steps are no part of any path.
"""

from blueprint.graph.paths import BlueprintGraph
from blueprint.graph.sheet import CUSTOMER, EMPLOYEE, EVIDENCE

__all__ = ["CUSTOMER", "EMPLOYEE", "EVIDENCE", "BlueprintGraph"]
