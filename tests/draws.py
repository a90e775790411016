"""How many random cases a property is shown: a few that are always the same, or as many new ones as asked."""

import os

TIMES = float(os.environ.get("DRAWS") or 0)


def draws(many: int) -> int:
    """A third of `many` while one works; all of them with DRAWS=1, ten times as many with DRAWS=10."""
    return max(1, round(many * (TIMES or 1 / 3)))
