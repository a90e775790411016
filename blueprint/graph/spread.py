"""Who works for whom, as bits: for each place in document order those that it reaches, serves and touches.

Each list is worked out once, on first use, in O(places + links) unions of bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from blueprint.reach import Reach, places


class Spread:
    """What spreads along the flow links between `size` places. `customers` and `work` are the bits of the
    customer-side and of the employee-side steps.
    """

    def __init__(self, size: int, links: Sequence[tuple[int, int]], *, customers: int, work: int) -> None:
        within = [(source, target) for source, target in links if work >> source & 1 and work >> target & 1]
        self.size, self.customers, self.work = size, customers, work
        self.forward, self.backward = Reach(size, links), Reach(size, _turned(links))
        self.work_forward, self.work_backward = Reach(size, within), Reach(size, _turned(within))

    @cached_property
    def after(self) -> list[int]:
        return self.forward.after()

    @cached_property
    def before(self) -> list[int]:
        return self.backward.after()

    @cached_property
    def work_after(self) -> list[int]:
        """What is reached along employee-side steps only."""
        return self.work_forward.after()

    @cached_property
    def work_before(self) -> list[int]:
        return self.work_backward.after()

    @cached_property
    def behind(self) -> list[int]:
        """For each customer-side step the work that it sets off; 0 for the others."""
        return self._work_at(self.forward, self.work_after)

    @cached_property
    def serving(self) -> list[int]:
        """For each customer-side step the employee-side steps that serve it; 0 for the others."""
        return self._work_at(self.backward, self.work_before)

    @cached_property
    def serves(self) -> list[int]:
        """For each employee-side step the customer-side steps that its work reaches; 0 for the others."""
        return self._customers_at(self.work_forward, self.forward)

    @cached_property
    def touches(self) -> list[int]:
        """The customer-side steps that feel each step: itself, else those that the work serves or stands
        behind, else what the work that comes later touches.
        """
        set_off_by = self._customers_at(self.work_backward, self.backward)
        own = [
            1 << place if self.customers >> place & 1 else serves | behind
            for place, (serves, behind) in enumerate(zip(self.serves, set_off_by, strict=True))
        ]
        onward = self.work_forward.gather(own)
        return [direct or later for direct, later in zip(own, onward, strict=True)]

    def _work_at(self, steps: Reach, further: Sequence[int]) -> list[int]:
        found = [0] * self.size
        for customer in places(self.customers):
            for first in places(steps.next[customer] & self.work):
                found[customer] |= 1 << first | further[first]
        return found

    def _customers_at(self, work: Reach, steps: Reach) -> list[int]:
        seeds = [
            bits & self.customers if self.work >> place & 1 else 0 for place, bits in enumerate(steps.next)
        ]
        return work.gather(seeds)


def _turned(links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(target, source) for source, target in links]
