"""The sheet that a graph is read from: who stands where, who does what, which links go forward.

Everything is worked out once, on first use; sets of steps are walked in document order.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

from blueprint.document import Document, Lane, Link, Step, columns, is_rework
from blueprint.graph.bounds import bounded
from blueprint.reach import StepOrder, StepSet

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


class Sheet:
    """A document, looked up by id. It must not change while the sheet is in use. Amounts are as they are
    reckoned with (bounds.py).
    """

    def __init__(self, document: Document) -> None:
        self.document = document = bounded(document)
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
