"""orphan-work: work that nothing on the sheet joins to a customer."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from blueprint.friction.base import Detector, Limits, Sighting
from blueprint.graph import BlueprintGraph


class OrphanWork(Detector):
    fixes = ("task elimination",)

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        shown = {end for link in graph.evidence_links for end in (link.source, link.target)}
        joined = nx.Graph()
        joined.add_nodes_from(graph.steps)
        joined.add_edges_from((link.source, link.target) for link in graph.flow)
        for component in nx.connected_components(joined):
            members = graph.order.set(component)
            orphans = (members & graph.employee_steps) - shown
            if members & graph.customer_steps or not orphans:
                continue
            steps = [graph.steps[step] for step in orphans]
            yield Sighting(
                per=tuple(orphans),
                steps=orphans,
                because=self.phrase(
                    "because.many" if len(orphans) > 1 else "because.one",
                    count=len(orphans),
                    steps=[graph.title(step) for step in orphans],
                    step=steps[0].title,
                    minutes=sum(step.work_min or 0 for step in steps),
                ),
                evidence={
                    "steps": list(orphans),
                    "work_min": {step.id: step.work_min for step in steps},
                },
            )
