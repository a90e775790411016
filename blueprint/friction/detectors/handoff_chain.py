"""handoff-chain: the work behind one customer step goes through many hands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph


class Best(NamedTuple):
    """The path from a step on with most changes of actor, and of these the shortest."""

    changes: int
    length: int  # negative: larger is shorter
    next: tuple[str, str | None] | None  # the following step, and the first known actor from there on


class HandoffChain(Detector):
    fixes = ("case manager", "numerical involvement", "specialist-generalist")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        best = _best_paths(graph)
        for customer in graph.customer_steps:
            starts = [
                (step, actor)
                for step in graph.work_first(graph.next(customer) & graph.employee_steps)
                for actor in best[step]
            ]
            if not starts:
                continue
            start = max(starts, key=lambda one: best[one[0]][one[1]][:2])
            changes = best[start[0]][start[1]].changes
            if changes < limits["limit"] or not changes:
                continue
            path = _path(best, start)
            actors = [actor for actor, _ in groupby(filter(None, map(graph.actor, path)))]
            yield Sighting(
                per=(customer,),
                steps=path,
                because=self.phrase(
                    "because",
                    customer=graph.title(customer),
                    changes=changes,
                    actors=[graph.title(actor) for actor in actors],
                    limit=limits["limit"],
                    steps=[graph.title(step) for step in path],
                ),
                evidence={
                    "behind": customer,
                    "path": path,
                    "actors": actors,
                    "changes": changes,
                    "limit": limits["limit"],
                },
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        behind = graph.order.set(step for customer in graph.customer_steps for step in graph.behind(customer))
        for step in behind:
            if graph.actor(step) is None:
                yield Missing("step", step, "actor")


def _best_paths(graph: BlueprintGraph) -> dict[str, dict[str | None, Best]]:
    """For each employee-side step, by the first known actor of a path from it on, the path with most changes.

    One walk against the work: O(steps + links), times the actors that may follow a step whose own is unknown.
    """
    best: dict[str, dict[str | None, Best]] = {}
    for step in reversed(graph.work_order):
        own = graph.actor(step)
        paths: dict[str | None, Best] = {own: Best(0, -1, None)}
        for following in graph.work_next[step]:
            for actor, path in best[following].items():
                first = own or actor
                changes = path.changes + (own is not None and actor is not None and own != actor)
                longer = Best(changes, path.length - 1, (following, actor))
                if first not in paths or longer[:2] > paths[first][:2]:
                    paths[first] = longer
        best[step] = paths
    return best


def _path(best: dict[str, dict[str | None, Best]], start: tuple[str, str | None]) -> list[str]:
    path, at = [start[0]], best[start[0]][start[1]].next
    while at is not None:
        path.append(at[0])
        at = best[at[0]][at[1]].next
    return path
