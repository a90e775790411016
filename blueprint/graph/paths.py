"""The paths of a blueprint: what a step reaches, whom it works for, what goes to and fro."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

import networkx as nx

from blueprint.graph.sheet import Sheet
from blueprint.graph.spread import Spread
from blueprint.reach import StepSet


class BlueprintGraph(Sheet):
    """One blueprint, read as a graph. The document must not change while the graph is in use."""

    def next(self, step: str) -> StepSet:
        """The steps to which a flow link leads straight from this one."""
        return self.order.of(self._spread.forward.next[self._place(step)])

    def previous(self, step: str) -> StepSet:
        return self.order.of(self._spread.backward.next[self._place(step)])

    def after(self, step: str) -> StepSet:
        """Every v with step ~> v: the step itself only where it lies in an exchange."""
        return self.order.of(self._spread.after[self._place(step)])

    def before(self, step: str) -> StepSet:
        """Every u with u ~> step."""
        return self.order.of(self._spread.before[self._place(step)])

    def work_after(self, step: str) -> StepSet:
        """The employee-side steps that this one reaches along employee-side steps only."""
        if step in self.customer_steps:
            return self.behind(step)
        return self.order.of(self._spread.work_after[self._place(step)])

    def work_before(self, step: str) -> StepSet:
        """The employee-side steps that reach this employee-side step along employee-side steps only."""
        return self.order.of(self._spread.work_before[self._place(step)])

    def behind(self, customer_step: str) -> StepSet:
        """The work that a customer-side step sets off."""
        return self.order.of(self._spread.behind[self._place(customer_step)])

    def serves(self, employee_step: str) -> StepSet:
        """The customer-side steps that wait for this work."""
        return self.order.of(self._spread.serves[self._place(employee_step)])

    def serving(self, customer_step: str) -> StepSet:
        """The employee-side steps that serve a customer-side step: whom it waits for."""
        return self.order.of(self._spread.serving[self._place(customer_step)])

    def touches(self, step: str) -> StepSet:
        """The customer-side steps that feel this one; a customer-side step touches itself."""
        return self.order.of(self._spread.touches[self._place(step)])

    def touched(self, steps: Iterable[str]) -> StepSet:
        """The union of what these steps touch."""
        bits = 0
        for step in steps:
            bits |= self._spread.touches[self._place(step)]
        return self.order.of(bits)

    @cached_property
    def units(self) -> tuple[StepSet, ...]:
        """The exchanges: sets of two or more steps that reach one another, in document order."""
        members = [component for component in self._spread.forward.components if len(component) > 1]
        return tuple(self.order.set(self.order.ids[place] for place in unit) for unit in sorted(members))

    @cached_property
    def _unit_of(self) -> dict[str, StepSet]:
        return {step: unit for unit in self.units for step in unit}

    def unit(self, step: str) -> StepSet:
        """The exchange in which the step stands, else the step alone."""
        return self._unit_of.get(step) or self.order.set([step])

    @cached_property
    def work_order(self) -> tuple[str, ...]:
        """The employee-side steps in an order in which work goes forward; an exchange stands as one block."""
        order, work = self.order.ids, self.employee_steps.bits
        blocks = reversed(self._spread.work_forward.components)
        return tuple(order[place] for block in blocks for place in block if work >> place & 1)

    @cached_property
    def work_next(self) -> dict[str, tuple[str, ...]]:
        """Employee-side step -> those that come next. An exchange counts as its members in document order:
        one enters at its first member and leaves from its last."""
        ids, onward = self.order.ids, self._spread.work_forward.onward()
        following: dict[str, tuple[str, ...]] = {}
        for block, nexts in onward.items():
            for place, other in pairwise(block):
                following[ids[place]] = (ids[other],)
            following[ids[block[-1]]] = tuple(ids[place] for place in sorted(next[0] for next in nexts))
        return following

    def work_first(self, steps: StepSet) -> tuple[str, ...]:
        """Where work enters at these employee-side steps: the first member of the exchange of each."""
        return tuple(dict.fromkeys(self._work_entry[step] for step in steps))

    @cached_property
    def _work_entry(self) -> dict[str, str]:
        ids, blocks = self.order.ids, self._spread.work_forward.components
        return {ids[place]: ids[block[0]] for block in blocks for place in block}

    @cached_property
    def orphans(self) -> tuple[StepSet, ...]:
        """Employee-side steps that no chain of flow links, read in any direction, joins to a customer step,
        nor a link of their own to evidence: one set for each set of steps that are joined."""
        shown = {end for link in self.evidence_links for end in (link.source, link.target)}
        joined = nx.Graph(self._links)
        joined.add_nodes_from(range(len(self.order)))
        orphans = []
        for component in nx.connected_components(joined):
            members = self.order.set(self.order.ids[place] for place in component)
            if not members & self.customer_steps and (alone := (members & self.employee_steps) - shown):
                orphans.append(alone)
        return tuple(sorted(orphans, key=lambda alone: self._place(next(iter(alone)))))

    def _place(self, step: str) -> int:
        return self.order.place[step]

    @cached_property
    def _links(self) -> list[tuple[int, int]]:
        return [(self._place(link.source), self._place(link.target)) for link in self.flow]

    @cached_property
    def _spread(self) -> Spread:
        customers, work = self.customer_steps.bits, self.employee_steps.bits
        return Spread(len(self.order), self._links, customers=customers, work=work)
