"""customer-repeats: the customer tells again what they have told before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Remedy, Saving, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet

Telling = tuple[str, int, float | None]  # the step, the place in its list, the minutes it takes
ASSUMED_MIN = 0.5  # what a telling takes where nobody says


class CustomerRepeats(Detector):
    fixes = ("contact reduction", "integral technology", "case manager")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for information, told in _tellings(graph).items():
            tellers = graph.order.set(told)
            before = {step: (graph.before(step) & tellers) - {step} for step in tellers}
            again = [step for step in tellers if _told_before(graph, step, before[step])]
            if not again:
                continue
            earlier = graph.order.set(one for step in again for one in before[step])
            first = [step for step in earlier if step not in again] or list(earlier)
            given = [telling for step in again for telling in told[step]]
            savings = [
                Saving(step, ASSUMED_MIN if minutes is None else minutes, minutes is None)
                for step, _, minutes in given
            ]
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
                    minutes=sum(saving.minutes for saving in savings),
                ),
                evidence={
                    "information": information,
                    "tellings": [
                        {"step": step, "told_before": list(before[step])} for step in earlier | set(again)
                    ],
                    "work_min": sum(saving.minutes for saving in savings),
                },
                assumed=any(saving.assumed for saving in savings),
                remedy=Remedy(
                    savings=tuple(savings), dropped=tuple((step, place) for step, place, _ in given)
                ),
            )


def _told_before(graph: BlueprintGraph, step: str, before: StepSet) -> bool:
    """Whether one of these tellings comes before the step: in an exchange, those that stand before it."""
    place, unit = graph.order.place, graph.unit(step)
    return any(other not in unit or place[other] < place[step] for other in before)


def _tellings(graph: BlueprintGraph) -> dict[str, dict[str, list[Telling]]]:
    """Information -> the customer steps that tell it -> their tellings."""
    told: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for step in graph.customer_steps:
        for place, exchange in enumerate(graph.steps[step].information):
            if exchange.how == "tells":
                told[exchange.information][step].append((step, place, exchange.work_min))
    return told
