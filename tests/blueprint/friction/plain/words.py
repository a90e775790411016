"""The words of the friction catalogue, said of one sheet: sides, paths, who works for whom, who is touched.

Everything here is read off the document as it stands, in the plainest way and without regard to time;
`blueprint.graph` is not used. Sets are sets of step ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from blueprint.document import Document, Exchange, Link

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Seen:
    """What a detector is to find in one place."""

    steps: Iterable[str]
    elements: tuple[str, ...] = ()
    touches_too: frozenset[str] = field(default_factory=frozenset)


class Sheet:
    """A document, and the words for what stands in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.steps = {step.id: step for step in document.steps}
        self.lanes = {lane.id: lane for lane in document.lanes}
        self.tools = {tool.id: tool for tool in document.tools}
        self.information = {information.id: information for information in document.information}
        phases = [phase.id for phase in document.phases]
        moments = sorted(document.moments, key=lambda moment: phases.index(moment.phase))
        self._columns = {moment.id: column for column, moment in enumerate(moments)}

    # -- steps -------------------------------------------------------------------------------------------

    def kind_of_lane(self, step: str) -> str:
        return self.lanes[self.steps[step].lane].kind

    @cached_property
    def customers(self) -> set[str]:
        return {step for step in self.steps if self.kind_of_lane(step) == "customer"}

    @cached_property
    def evidence(self) -> set[str]:
        return {step for step in self.steps if self.kind_of_lane(step) == "evidence"}

    @cached_property
    def employees(self) -> set[str]:
        return set(self.steps) - self.customers - self.evidence

    @cached_property
    def truths(self) -> set[str]:
        """The customer steps that are moments of truth."""
        return {step for step in self.customers if self.steps[step].moment_of_truth}

    def column(self, step: str) -> int:
        return self._columns[self.steps[step].moment]

    def actor(self, step: str) -> str | None:
        return self.steps[step].actor or self.lanes[self.steps[step].lane].actor

    def work_of(self, actor: str) -> list[str]:
        """The actor's steps: employee-side ones, as actors are those of the work."""
        return [step for step in self.steps if step in self.employees and self.actor(step) == actor]

    def elapsed(self, step: str) -> float:
        """Wait, work and the latencies of the uses, in minutes; null sums as 0."""
        one = self.steps[step]
        latencies_s = sum((self.tools[use.tool].latency_s or 0) * use.times for use in one.uses)
        return (one.wait_min or 0) + (one.work_min or 0) + latencies_s / 60

    def exchanges(self, step: str, *hows: str) -> list[Exchange]:
        return [one for one in self.steps[step].information if one.how in hows]

    def in_order(self, steps: Iterable[str]) -> tuple[str, ...]:
        wanted = set(steps)
        return tuple(step for step in self.steps if step in wanted)

    # -- links -------------------------------------------------------------------------------------------

    def is_rework(self, link: Link) -> bool:
        backward = self.column(link.target) < self.column(link.source)
        return link.kind == "rework" or link.source == link.target or backward

    def at_evidence(self, link: Link) -> bool:
        return bool({link.source, link.target} & self.evidence)

    @cached_property
    def flow(self) -> list[Link]:
        links = self.document.links
        return [link for link in links if not self.is_rework(link) and not self.at_evidence(link)]

    @cached_property
    def rework(self) -> list[Link]:
        return [link for link in self.document.links if self.is_rework(link) and not self.at_evidence(link)]

    @cached_property
    def next(self) -> Mapping[str, set[str]]:
        following: dict[str, set[str]] = {step: set() for step in self.steps}
        for link in self.flow:
            following[link.source].add(link.target)
        return following

    @cached_property
    def previous(self) -> Mapping[str, set[str]]:
        return {step: {other for other in self.steps if step in self.next[other]} for step in self.steps}

    # -- paths -------------------------------------------------------------------------------------------

    @cached_property
    def after(self) -> Mapping[str, set[str]]:
        """u -> every v with u ~> v."""
        return {step: _reached(step, self.next, set(self.steps)) for step in self.steps}

    @cached_property
    def work_after(self) -> Mapping[str, set[str]]:
        """Employee-side step -> those that it reaches along employee-side steps only."""
        return {step: _reached(step, self.next, self.employees) for step in self.employees}

    @cached_property
    def behind(self) -> Mapping[str, set[str]]:
        return {step: _reached(step, self.next, self.employees) for step in self.customers}

    @cached_property
    def serves(self) -> Mapping[str, set[str]]:
        return {
            step: {end for work in {step} | self.work_after[step] for end in self.next[work] & self.customers}
            for step in self.employees
        }

    def works_for(self, truth: str) -> set[str]:
        """The employee-side steps that serve a customer step or stand behind it."""
        return self.behind[truth] | {step for step in self.employees if truth in self.serves[step]}

    def touches(self, step: str) -> set[str]:
        """The customer steps that feel this one."""
        if step in self.customers:
            return {step}
        if step in self.evidence:
            return set()
        later = [self._touches_itself(other) for other in self.work_after[step]]
        return self._touches_itself(step) or set().union(*later)

    def _touches_itself(self, step: str) -> set[str]:
        return self.serves[step] | {customer for customer in self.customers if step in self.behind[customer]}

    def touched(self, seen: Seen) -> set[str]:
        return seen.touches_too.union(*(self.touches(step) for step in seen.steps))

    # -- sets of steps that belong together --------------------------------------------------------------

    @cached_property
    def unit(self) -> Mapping[str, tuple[str, ...]]:
        """Step -> the steps of its exchange, in document order; the step alone outside one."""
        return self._units(self.after)

    @cached_property
    def work_unit(self) -> Mapping[str, tuple[str, ...]]:
        """The same for exchanges among employee-side steps alone."""
        return self._units(self.work_after)

    def _units(self, after: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
        return {
            step: self.in_order({step} | {other for other in after[step] if step in after[other]})
            for step in after
        }

    @cached_property
    def orphans(self) -> list[tuple[str, ...]]:
        """The orphan work, those together that a chain of flow links, read in any direction, joins."""
        either_way = {step: self.next[step] | self.previous[step] for step in self.steps}
        forward = [link for link in self.document.links if not self.is_rework(link)]
        shown = {end for link in forward if self.at_evidence(link) for end in (link.source, link.target)}
        groups = set()
        for step in self.employees - shown:
            joined = {step} | _reached(step, either_way, set(self.steps))
            if not joined & self.customers:
                groups.add(self.in_order(joined & self.employees - shown))
        return list(groups)


def _reached(start: str, following: Mapping[str, set[str]], through: set[str]) -> set[str]:
    """The steps to which one or more links lead from the start, through these steps alone."""
    reached: set[str] = set()
    edge = following[start] & through
    while edge:
        reached |= edge
        edge = set().union(*(following[step] for step in edge)) & through - reached
    return reached


def by_key(pairs: Iterable[tuple[Key, str]]) -> dict[Key, set[str]]:
    """The values of each key."""
    grouped: dict[Key, set[str]] = defaultdict(set)
    for key, value in pairs:
        grouped[key].add(value)
    return grouped
