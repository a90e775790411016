"""feedback-latency: what customers say reaches the team too late, or nobody."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet

DAY_MIN = 24 * 60


class FeedbackLatency(Detector):
    fixes = ("integral technology", "interfacing", "case assignment")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for signal, readers in _signals(graph).items():
            delay_min = graph.information[signal].delay_min
            late = delay_min is not None and delay_min > limits["limit_days"] * DAY_MIN
            if readers and not late:
                continue
            variant = "because.unread" if not readers else "because.late"
            yield Sighting(
                per=(signal,),
                steps=readers,
                elements=(signal,),
                because=self.phrase(
                    "because.both" if late and not readers else variant,
                    signal=graph.title(signal),
                    days=(delay_min or 0) / DAY_MIN,
                    limit=limits["limit_days"],
                    readers=[graph.title(step) for step in readers],
                ),
                evidence={
                    "information": signal,
                    "delay_min": delay_min,
                    "readers": list(readers),
                    "limit_days": limits["limit_days"],
                },
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for signal, readers in _signals(graph).items():
            if readers and graph.information[signal].delay_min is None:
                yield Missing("information", signal, "delay_min")


def _signals(graph: BlueprintGraph) -> dict[str, StepSet]:
    """Each signal with the employee-side steps that read or need it."""
    return {
        information.id: graph.order.set(
            step
            for step in graph.employee_steps
            if any(
                one.information == information.id and one.how in ("reads", "needs")
                for one in graph.steps[step].information
            )
        )
        for information in graph.information.values()
        if information.kind == "signal"
    }
