"""rework-loop: part of the cases go back and do the same again."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.flow import flow_of
from blueprint.friction.base import Detector, Limits, Remedy, Sighting
from blueprint.graph import BlueprintGraph


class ReworkLoop(Detector):
    fixes = ("knock-out", "exception", "control relocation")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        links = {link.id: link for link in graph.rework}
        for loop in flow_of(graph).loops:
            if loop.share <= 0:
                continue
            link = links[loop.id]
            body = [graph.order.ids[place] for place in loop.body]
            minutes = sum(graph.elapsed_min(step) for step in body)
            yield Sighting(
                per=(loop.id,),
                steps=body,
                elements=(loop.id,),
                because=self.phrase(
                    "because.assumed" if loop.assumed else "because",
                    percent=100 * loop.share,
                    source=graph.title(link.source),
                    target=graph.title(link.target),
                    rounds=1 / (1 - loop.share),
                    minutes=minutes,
                ),
                evidence={
                    "link": loop.id,
                    "share": loop.share,
                    "rounds": 1 / (1 - loop.share),
                    "elapsed_min": minutes,
                },
                assumed=loop.assumed,
                remedy=Remedy(cut=(loop.id,)),
            )
