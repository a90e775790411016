"""Sets of steps as bits, and what reaches what: the two structures that every reading of the graph rests on.

A set of steps is one Python integer with a bit per step, lowest bit first in document order. Union and
intersection cost a few machine words, so all that 1,000 steps reach fits in 125 KB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import networkx as nx


class StepOrder:
    """The ids of a blueprint's steps in document order: gives each its bit and makes sets of them."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(ids)
        self.place = {step: place for place, step in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def set(self, steps: Iterable[str] = ()) -> StepSet:
        """The set of these steps; a KeyError names an id that is no step."""
        bits = 0
        for step in steps:
            bits |= 1 << self.place[step]
        return StepSet(self, bits)

    def of(self, bits: int) -> StepSet:
        return StepSet(self, bits)


class StepSet(AbstractSet[str]):
    """A set of step ids that is walked in document order. Immutable."""

    __slots__ = ("bits", "order")

    def __init__(self, order: StepOrder, bits: int) -> None:
        self.order = order
        self.bits = bits

    def __contains__(self, step: object) -> bool:
        place = self.order.place.get(step) if isinstance(step, str) else None
        return place is not None and bool(self.bits >> place & 1)

    def __iter__(self) -> Iterator[str]:
        return (self.order.ids[place] for place in places(self.bits))

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __bool__(self) -> bool:
        return self.bits != 0

    def __and__(self, other: AbstractSet[object]) -> StepSet:
        return StepSet(self.order, self.bits & self._bits(other))

    def __or__(self, other: AbstractSet[str]) -> StepSet:  # type: ignore[override]
        return StepSet(self.order, self.bits | self._bits(other))

    def __sub__(self, other: AbstractSet[object]) -> StepSet:
        return StepSet(self.order, self.bits & ~self._bits(other))

    def __hash__(self) -> int:
        return hash(self.bits)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StepSet) and other.order is self.order:
            return self.bits == other.bits
        return super().__eq__(other)

    def __repr__(self) -> str:
        return f"{{{', '.join(self)}}}"

    def _bits(self, other: AbstractSet[object]) -> int:
        if isinstance(other, StepSet):
            return other.bits
        return sum(
            1 << self.order.place[step]
            for step in other
            if isinstance(step, str) and step in self.order.place
        )


def places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class Reach:
    """What spreads along directed links between `size` places. One condensation: O(places + links)."""

    def __init__(self, size: int, links: Iterable[tuple[int, int]]) -> None:
        graph = nx.DiGraph()
        graph.add_nodes_from(range(size))
        graph.add_edges_from(links)
        # Tarjan gives a component after every component that it reaches: the ends of the graph come first.
        self.components: list[tuple[int, ...]] = [
            tuple(sorted(members)) for members in nx.strongly_connected_components(graph)
        ]
        self._component = [0] * size
        for number, members in enumerate(self.components):
            for place in members:
                self._component[place] = number
        self.next = [0] * size
        self._onward: list[set[int]] = [set() for _ in self.components]
        for source, target in graph.edges:
            self.next[source] |= 1 << target
            if self._component[source] != self._component[target]:
                self._onward[self._component[source]].add(self._component[target])

    def gather(self, seeds: Sequence[int]) -> list[int]:
        """For each place the union of the seeds (bits) of itself and of every place that it reaches."""
        gathered: list[int] = []
        for number, members in enumerate(self.components):
            bits = 0
            for place in members:
                bits |= seeds[place]
            for onward in self._onward[number]:
                bits |= gathered[onward]
            gathered.append(bits)
        return [gathered[number] for number in self._component]

    def onward(self) -> dict[tuple[int, ...], list[tuple[int, ...]]]:
        """Each component with those to which a link leads straight from it."""
        return {
            members: [self.components[onward] for onward in self._onward[number]]
            for number, members in enumerate(self.components)
        }

    def after(self) -> list[int]:
        """For each place those it reaches by one or more links: itself only where it lies on a cycle."""
        return self.gather(self.next)
