"""customer-repeats: the customer tells again what they have told before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Sighting
from blueprint.graph import BlueprintGraph

ASSUMED_MIN = 0.5  # what a telling takes where nobody says


class CustomerRepeats(Detector):
    fixes = ("contact reduction", "integral technology", "case manager")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for information, told in _tellings(graph).items():
            tellers = graph.order.set(told)
            before = {step: (graph.before(step) & tellers) - {step} for step in tellers}
            again = [step for step in tellers if before[step]]
            if not again:
                continue
            earlier = graph.order.set(one for step in again for one in before[step])
            first = [step for step in earlier if not before[step]] or list(earlier)
            given = [minutes for step in again for minutes in told[step]]
            work = [ASSUMED_MIN if minutes is None else minutes for minutes in given]
            yield Sighting(
                per=(information,),
                steps=[*earlier, *again],
                elements=(information,),
                because=self.phrase(
                    "because",
                    information=graph.title(information),
                    first=[graph.title(step) for step in first],
                    again=[graph.title(step) for step in again],
                    times=len(again),
                    minutes=sum(work),
                ),
                evidence={
                    "information": information,
                    "tellings": [
                        {"step": step, "told_before": list(before[step])} for step in earlier | set(again)
                    ],
                    "work_min": sum(work),
                },
                assumed=None in given,
            )


def _tellings(graph: BlueprintGraph) -> dict[str, dict[str, list[float | None]]]:
    """Information -> the customer steps that tell it -> the minutes each telling takes."""
    told: dict[str, dict[str, list[float | None]]] = defaultdict(lambda: defaultdict(list))
    for step in graph.customer_steps:
        for exchange in graph.steps[step].information:
            if exchange.how == "tells":
                told[exchange.information][step].append(exchange.work_min)
    return told
