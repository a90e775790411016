"""misaligned-objective: the team is judged on pace where the customer expects the right answer."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Phrase, Sighting
from blueprint.graph import BlueprintGraph

PACE = ("speed", "occupancy", "volume")
WORTH = ("accuracy", "resolution", "value")


class MisalignedObjective(Detector):
    fixes = ("case assignment", "empower")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for step in graph.employee_steps:
            measured_on = graph.steps[step].measured_on
            expecting = [other for other in graph.touches(step) if graph.steps[other].expects in WORTH]
            if measured_on in PACE and expecting:
                yield Sighting(
                    per=(step,),
                    steps=(step,),
                    because=self.phrase(
                        "because",
                        step=graph.title(step),
                        measured=Phrase(f"misaligned-objective.{measured_on}"),
                        expected=[self._expected(graph, other) for other in expecting],
                    ),
                    evidence={
                        "measured_on": measured_on,
                        "expects": {other: graph.steps[other].expects for other in expecting},
                    },
                    grounds=expecting,
                )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for step in graph.employee_steps:
            measured_on = graph.steps[step].measured_on
            expects = {other: graph.steps[other].expects for other in graph.touches(step)}
            open_ = [other for other, what in expects.items() if what is None]
            decided = any(what in WORTH for what in expects.values())
            if measured_on is None and (decided or open_):
                yield Missing("step", step, "measured_on")
            if measured_on in (None, *PACE) and not decided:
                for other in open_:
                    yield Missing("step", other, "expects")

    def _expected(self, graph: BlueprintGraph, step: str) -> Phrase:
        expects = Phrase(f"misaligned-objective.{graph.steps[step].expects}")
        return self.phrase("expected", what=expects, step=graph.title(step))
