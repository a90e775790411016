"""The blueprint as a graph: sides, lines, paths, and who works for whom.

Words are those of the friction catalogue. `u ~> v` is a path of one or more flow links; rework links
(explicit, into an earlier moment, or to the step itself) and links of evidence steps are no part of any path.
Everything is worked out once, on first use; sets of steps are walked in document order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Any

import networkx as nx

from blueprint.document import Document, Lane, Link, Step, columns, is_rework
from blueprint.reach import Reach, StepOrder, StepSet, places

CUSTOMER, EMPLOYEE, EVIDENCE = "customer", "employee", "evidence"
SIDES = {
    "evidence": EVIDENCE,
    "customer": CUSTOMER,
    "frontstage": EMPLOYEE,
    "backstage": EMPLOYEE,
    "support": EMPLOYEE,
}
KINDS = tuple(SIDES)  # lanes stand on the sheet in this order of kinds
LINES = {"customer": "interaction", "frontstage": "visibility", "backstage": "internal-interaction"}


class BlueprintGraph:
    """One blueprint, read as a graph. The document must not change while the graph is in use."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.steps: dict[str, Step] = {step.id: step for step in document.steps}
        self.order = StepOrder(self.steps)
        self.lanes = {lane.id: lane for lane in document.lanes}
        self.actors = {actor.id: actor for actor in document.actors}
        self.channels = {channel.id: channel for channel in document.channels}
        self.tools = {tool.id: tool for tool in document.tools}
        self.information = {information.id: information for information in document.information}
        self.memo: dict[type, Any] = {}  # what others work out of this graph, once

    # -- the sheet ------------------------------------------------------------------------------------------

    @cached_property
    def rows(self) -> tuple[Lane, ...]:
        """The lanes in sheet order: by kind, then in the order of the list."""
        return tuple(sorted(self.document.lanes, key=lambda lane: KINDS.index(lane.kind)))

    @cached_property
    def lines(self) -> dict[str, str]:
        """The lines to draw, from the top: name -> id of the lane that each stands below."""
        kinds = [KINDS.index(lane.kind) for lane in self.rows]
        lines: dict[str, str] = {}
        for kind, name in LINES.items():
            above = sum(place <= KINDS.index(kind) for place in kinds)
            if 0 < above < len(kinds):
                lines[name] = self.rows[above - 1].id
        return lines

    def lane_of(self, step: str) -> Lane:
        return self.lanes[self.steps[step].lane]

    def kind(self, step: str) -> str:
        """The kind of the lane in which the step stands."""
        return self.lane_of(step).kind

    def side(self, step: str) -> str:
        return SIDES[self.kind(step)]

    def when(self, step: str) -> int:
        """The column in which the step stands, from 0."""
        return self._columns[step]

    @cached_property
    def _columns(self) -> dict[str, int]:
        return columns(self.document)

    def actor(self, step: str) -> str | None:
        """Who does the step: its actor, else its lane's, else unknown."""
        return self._actors[step]

    @cached_property
    def _actors(self) -> dict[str, str | None]:
        return {step.id: step.actor or self.lanes[step.lane].actor for step in self.document.steps}

    @cached_property
    def _titles(self) -> dict[str, str]:
        document = self.document
        kinds = (self.steps, self.lanes, self.actors, self.channels, self.tools, self.information)
        titled = [
            *document.phases,
            *document.moments,
            *(element for kind in kinds for element in kind.values()),
        ]
        return {element.id: element.title for element in titled}

    def title(self, element: str) -> str:
        """What people call the element: its title, else its id."""
        return self._titles.get(element) or element

    # -- sets of steps --------------------------------------------------------------------------------------

    @cached_property
    def customer_steps(self) -> StepSet:
        return self.order.set(step for step in self.steps if self.side(step) == CUSTOMER)

    @cached_property
    def employee_steps(self) -> StepSet:
        return self.order.set(step for step in self.steps if self.side(step) == EMPLOYEE)

    @cached_property
    def evidence_steps(self) -> StepSet:
        return self.order.set(step for step in self.steps if self.side(step) == EVIDENCE)

    @cached_property
    def moments_of_truth(self) -> StepSet:
        """The customer steps marked as moments of truth."""
        return self.order.set(step for step in self.customer_steps if self.steps[step].moment_of_truth)

    def steps_by(self, actor: str) -> StepSet:
        """The employee-side steps that this actor does."""
        return self._steps_by_actor.get(actor, self.order.set())

    @cached_property
    def _steps_by_actor(self) -> dict[str, StepSet]:
        steps: dict[str, list[str]] = defaultdict(list)
        for step in self.employee_steps:
            if (actor := self.actor(step)) is not None:
                steps[actor].append(step)
        return {actor: self.order.set(members) for actor, members in steps.items()}

    def latency_min(self, step: str) -> float:
        """Minutes that the tools of the step make one wait; an unknown latency counts as 0."""
        return sum((self.tools[use.tool].latency_s or 0) * use.times for use in self.steps[step].uses) / 60

    def elapsed_min(self, step: str) -> float:
        """Wait, work and latencies of the step; what is unknown counts as 0."""
        record = self.steps[step]
        return (record.wait_min or 0) + (record.work_min or 0) + self.latency_min(step)

    # -- links ----------------------------------------------------------------------------------------------

    def is_rework(self, link: Link) -> bool:
        return is_rework(link.kind, link.source, link.target, self._columns)

    @cached_property
    def rework(self) -> tuple[Link, ...]:
        """The links that go back, whatever side they are on, without those of evidence steps."""
        return tuple(link for link in self.document.links if self._walked(link) and self.is_rework(link))

    @cached_property
    def flow(self) -> tuple[Link, ...]:
        """The links that cases follow forward: neither rework nor at an evidence step."""
        return tuple(link for link in self.document.links if self._walked(link) and not self.is_rework(link))

    @cached_property
    def evidence_links(self) -> tuple[Link, ...]:
        """The forward links that begin or end at an evidence step. They are no part of any path."""
        return tuple(
            link for link in self.document.links if not self._walked(link) and not self.is_rework(link)
        )

    def _walked(self, link: Link) -> bool:
        return link.source not in self.evidence_steps and link.target not in self.evidence_steps

    # -- paths ----------------------------------------------------------------------------------------------

    def next(self, step: str) -> StepSet:
        """The steps to which a flow link leads straight from this one."""
        return self.order.of(self._forward.next[self._place(step)])

    def previous(self, step: str) -> StepSet:
        return self.order.of(self._backward.next[self._place(step)])

    def after(self, step: str) -> StepSet:
        """Every v with step ~> v: the step itself only where it lies in an exchange."""
        return self.order.of(self._after[self._place(step)])

    def before(self, step: str) -> StepSet:
        """Every u with u ~> step."""
        return self.order.of(self._before[self._place(step)])

    def work_after(self, step: str) -> StepSet:
        """The employee-side steps that this one reaches along employee-side steps only."""
        if step in self.customer_steps:
            return self.behind(step)
        return self.order.of(self._work_after[self._place(step)])

    def work_before(self, step: str) -> StepSet:
        """The employee-side steps that reach this employee-side step along employee-side steps only."""
        return self.order.of(self._work_before[self._place(step)])

    def behind(self, customer_step: str) -> StepSet:
        """The work that a customer-side step sets off."""
        return self.order.of(self._behind[self._place(customer_step)])

    def serves(self, employee_step: str) -> StepSet:
        """The customer-side steps that wait for this work."""
        return self.order.of(self._serves[self._place(employee_step)])

    def serving(self, customer_step: str) -> StepSet:
        """The employee-side steps that serve a customer-side step: whom it waits for."""
        return self.order.of(self._serving[self._place(customer_step)])

    def touches(self, step: str) -> StepSet:
        """The customer-side steps that feel this one; a customer-side step touches itself."""
        return self.order.of(self._touches[self._place(step)])

    def touched(self, steps: Iterable[str]) -> StepSet:
        """The union of what these steps touch."""
        bits = 0
        for step in steps:
            bits |= self._touches[self._place(step)]
        return self.order.of(bits)

    @cached_property
    def units(self) -> tuple[StepSet, ...]:
        """The exchanges: sets of two or more steps that reach one another, in document order."""
        members = [component for component in self._forward.components if len(component) > 1]
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
        blocks = reversed(self._work_forward.components)
        return tuple(order[place] for block in blocks for place in block if work >> place & 1)

    @cached_property
    def work_next(self) -> dict[str, tuple[str, ...]]:
        """Employee-side step -> those that come next. An exchange counts as its members in document order:
        one enters at its first member and leaves from its last."""
        ids, onward = self.order.ids, self._work_forward.onward()
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
        ids = self.order.ids
        return {ids[place]: ids[block[0]] for block in self._work_forward.components for place in block}

    @cached_property
    def orphans(self) -> tuple[StepSet, ...]:
        """Employee-side steps that no chain of flow links, read in any direction, joins to a customer step,
        nor a link of their own to evidence: one set for each set of steps that are joined."""
        shown = {end for link in self.evidence_links for end in (link.source, link.target)}
        joined = nx.Graph(self._pairs)
        joined.add_nodes_from(range(len(self.order)))
        orphans = []
        for component in nx.connected_components(joined):
            members = self.order.set(self.order.ids[place] for place in component)
            if not members & self.customer_steps and (alone := (members & self.employee_steps) - shown):
                orphans.append(alone)
        return tuple(sorted(orphans, key=lambda alone: self._place(next(iter(alone)))))

    # -- how it is worked out -------------------------------------------------------------------------------

    def _place(self, step: str) -> int:
        return self.order.place[step]

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        return [(self._place(link.source), self._place(link.target)) for link in self.flow]

    @cached_property
    def _work_pairs(self) -> list[tuple[int, int]]:
        work = self.employee_steps.bits
        return [
            (source, target) for source, target in self._pairs if work >> source & 1 and work >> target & 1
        ]

    @cached_property
    def _forward(self) -> Reach:
        return Reach(len(self.order), self._pairs)

    @cached_property
    def _backward(self) -> Reach:
        return Reach(len(self.order), ((target, source) for source, target in self._pairs))

    @cached_property
    def _work_forward(self) -> Reach:
        return Reach(len(self.order), self._work_pairs)

    @cached_property
    def _work_backward(self) -> Reach:
        return Reach(len(self.order), ((target, source) for source, target in self._work_pairs))

    @cached_property
    def _after(self) -> list[int]:
        return self._forward.after()

    @cached_property
    def _before(self) -> list[int]:
        return self._backward.after()

    @cached_property
    def _work_after(self) -> list[int]:
        return self._work_forward.after()

    @cached_property
    def _work_before(self) -> list[int]:
        return self._work_backward.after()

    @cached_property
    def _behind(self) -> list[int]:
        work, behind = self.employee_steps.bits, [0] * len(self.order)
        for customer in places(self.customer_steps.bits):
            for first in places(self._forward.next[customer] & work):
                behind[customer] |= 1 << first | self._work_after[first]
        return behind

    @cached_property
    def _serves(self) -> list[int]:
        """For each employee-side step the customer-side steps that its work reaches; 0 for the others."""
        return self._gather_customers(self._work_forward, self._forward)

    @cached_property
    def _serving(self) -> list[int]:
        """For each customer-side step the employee-side steps that serve it."""
        work, serving = self.employee_steps.bits, [0] * len(self.order)
        for customer in places(self.customer_steps.bits):
            for last in places(self._backward.next[customer] & work):
                serving[customer] |= 1 << last | self._work_before[last]
        return serving

    @cached_property
    def _set_off_by(self) -> list[int]:
        """For each employee-side step the customer-side steps behind which it stands; 0 for the others."""
        return self._gather_customers(self._work_backward, self._backward)

    def _gather_customers(self, work: Reach, steps: Reach) -> list[int]:
        customers, employees = self.customer_steps.bits, self.employee_steps.bits
        seeds = [bits & customers if employees >> place & 1 else 0 for place, bits in enumerate(steps.next)]
        return work.gather(seeds)

    @cached_property
    def _touches(self) -> list[int]:
        own = [
            1 << place if self.customer_steps.bits >> place & 1 else serves | set_off_by
            for place, (serves, set_off_by) in enumerate(zip(self._serves, self._set_off_by, strict=True))
        ]
        onward = self._work_forward.gather(own)
        return [direct or later for direct, later in zip(own, onward, strict=True)]
