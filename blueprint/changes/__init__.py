"""Changes to a state: put, set and remove, what each takes along, and what takes it back.

The rules have numbers in docs/changes.md. The editor's twin is frontend/src/model/apply.ts; both run
tests/contract/apply.json.
"""

from blueprint.changes.apply import Applied, apply, invert
from blueprint.changes.errors import ChangeError, Dropped, Op

__all__ = ["Applied", "ChangeError", "Dropped", "Op", "apply", "invert"]
