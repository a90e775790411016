"""What cases go through: steps and exchanges as units in their order, the links into them, and the loops.

Built once from a graph. Places are those of the document order. Evidence steps take no part, nor does orphan
work in a blueprint with customer steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from blueprint.graph import BlueprintGraph
from blueprint.reach import Reach
from blueprint.scenarios import Decision

REWORK_SHARE = 0.1  # of a rework link that gives none


@dataclass(frozen=True)
class Loop:
    """A rework link source -> target with its body, in places."""

    id: str
    source: int
    body: tuple[int, ...]
    share: float
    assumed: bool  # nobody gave the share


class Network:
    """The units of a blueprint, every unit after those that lead to it."""

    def __init__(self, graph: BlueprintGraph) -> None:
        self.graph = graph
        self.size = len(graph.order)
        self.place = graph.order.place
        self.customers = frozenset(map(self.place.__getitem__, graph.customer_steps))
        left_out = graph.evidence_steps
        for orphans in graph.orphans if graph.customer_steps else ():
            left_out |= orphans
        self._left_out = {self.place[step] for step in left_out}
        self._links = self._merged_links()
        components = reversed(Reach(self.size, self._links).components)
        self.units = [unit for unit in components if not self._left_out.intersection(unit)]
        self.unit_of = {place: number for number, unit in enumerate(self.units) for place in unit}
        self.incoming = self._links_into_units()

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The rework links with their bodies: both ends and every step on a path between."""
        graph, loops = self.graph, []
        for link in graph.rework:
            body = (graph.after(link.target) & graph.before(link.source)) | {link.source, link.target}
            share = REWORK_SHARE if link.share is None else link.share
            places = tuple(self.place[step] for step in body)
            loops.append(Loop(link.id, self.place[link.source], places, share, link.share is None))
        return tuple(loops)

    def decisions(self) -> list[Decision]:
        """The steps out of which links are alternatives. Shares of links inside an exchange are ignored."""
        choices: dict[int, dict[tuple[int, int], float]] = {}
        for links in self.incoming:
            for source, target, share in links:
                if share < 1:
                    choices.setdefault(source, {})[source, target] = share
        return [Decision(choices[source]) for source in sorted(choices)]

    def _merged_links(self) -> dict[tuple[int, int], float]:
        """Flow links by their ends; parallel ones add up, to 1 at most."""
        links: dict[tuple[int, int], float] = {}
        for link in self.graph.flow:
            ends = self.place[link.source], self.place[link.target]
            if not self._left_out.intersection(ends):
                links[ends] = min(1.0, links.get(ends, 0.0) + (1.0 if link.share is None else link.share))
        return {ends: 1.0 if share > 1 - 1e-12 else share for ends, share in links.items()}

    def _links_into_units(self) -> list[list[tuple[int, int, float]]]:
        """For each unit the links into it from outside: source, target, share."""
        incoming: list[list[tuple[int, int, float]]] = [[] for _ in self.units]
        for (source, target), share in self._links.items():
            if self.unit_of[source] != self.unit_of[target]:
                incoming[self.unit_of[target]].append((source, target, share))
        return incoming

    def leading_to(self, units: set[int]) -> frozenset[int]:
        """These units and all that lead to them."""
        found = set(units)
        for number in reversed(range(len(self.units))):
            if number in found:
                found.update(self.unit_of[source] for source, _, _ in self.incoming[number])
        return frozenset(found)
