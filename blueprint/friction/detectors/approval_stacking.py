"""approval-stacking: a case is approved twice or more, one approval after another."""

from __future__ import annotations

from collections.abc import Iterator

from blueprint.friction.base import Detector, Limits, Missing, Remedy, Sighting
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet


class ApprovalStacking(Detector):
    fixes = ("empower", "knock-out", "triage")

    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Sighting]:
        for cluster in _clusters(graph):
            steps = [graph.steps[step] for step in cluster]
            first = _first(graph, cluster)
            later = [step for step in cluster if step not in first]
            actors = [actor for step in cluster if (actor := graph.actor(step)) is not None]
            yield Sighting(
                per=tuple(cluster),
                steps=cluster,
                because=self.phrase(
                    "because",
                    count=len(cluster),
                    approvals=[graph.title(step) for step in cluster],
                    first=[graph.title(step) for step in first],
                    later=[graph.title(step) for step in later],
                    work=sum(step.work_min or 0 for step in steps),
                    wait=sum(step.wait_min or 0 for step in steps),
                ),
                evidence={
                    "approvals": [
                        {
                            "step": step.id,
                            "actor": graph.actor(step.id),
                            "work_min": step.work_min,
                            "wait_min": step.wait_min,
                        }
                        for step in steps
                    ],
                    "actors": list(dict.fromkeys(actors)),
                    "first": first,
                },
                remedy=Remedy(passed_over=tuple(later)),
            )

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterator[Missing]:
        for cluster in _clusters(graph):
            for step in (graph.steps[one] for one in cluster):
                for name in ("work_min", "wait_min"):
                    if getattr(step, name) is None:
                        yield Missing("step", step.id, name)


def _first(graph: BlueprintGraph, cluster: StepSet) -> list[str]:
    """The approvals to keep: those that no other comes before; of an exchange, the first as listed."""
    return [
        step
        for step in cluster
        if not (graph.work_before(step) & cluster) - graph.unit(step)
        and step == next(iter(graph.unit(step) & cluster))
    ]


def _clusters(graph: BlueprintGraph) -> list[StepSet]:
    """Two or more approvals that reach one another, in whichever direction, along employee-side steps."""
    approvals = graph.order.set(step for step in graph.employee_steps if graph.steps[step].kind == "approval")
    clusters: list[StepSet] = []
    left = approvals
    while left:
        cluster = graph.order.set()
        edge = graph.order.set([next(iter(left))])
        while edge:
            cluster |= edge
            near = graph.order.set()
            for step in edge:
                near |= graph.work_after(step) | graph.work_before(step)
            edge = near & approvals - cluster
        left -= cluster
        if len(cluster) > 1:
            clusters.append(cluster)
    return clusters
