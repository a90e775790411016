"""unsupported-moment: a moment of truth for which nobody works."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Sighting
from blueprint.graph import BlueprintGraph


class UnsupportedMoment(Detector):
    fixes = ("case assignment", "contact reduction")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        sides = ({graph.side(link.source), graph.side(link.target)} for link in graph.flow)
        if not any(len(pair) == 2 for pair in sides):
            return
        staffed = {graph.steps[step].moment for step in graph.employee_steps}
        for truth in graph.moments_of_truth:
            moment = graph.steps[truth].moment
            if moment not in staffed and not graph.behind(truth) and not graph.serving(truth):
                yield Sighting(
                    per=(truth,),
                    steps=(truth,),
                    because=self.phrase("because", truth=graph.title(truth), moment=graph.title(moment)),
                    evidence={"moment": moment},
                )
