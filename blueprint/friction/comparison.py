"""As-is against to-be: what is gone, new, worse, or only moved from one side to the other.

Friction has *moved* where minutes of one side fall and those of the other rise, by a tenth of a minute a case
or more. It is looked for three times: in a finding that both blueprints have (its price); at a customer step
(its work and waiting, against the work of the employee steps that touch it in either blueprint); and in the
sheet as a whole. A finding of both is *worse* where its price, the moments of truth it touches or the depth
of the emotion it touches rose and none of them fell; else it is *kept*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from blueprint.document import Document, Step, to_data
from blueprint.flow import flow_of, tidy
from blueprint.friction.analysis import analyse_graph
from blueprint.friction.attribution import Attribution, priced
from blueprint.friction.base import Finding
from blueprint.friction.matching import closest
from blueprint.friction.order import gravest_first, weights
from blueprint.friction.whatif import difference, figures_of
from blueprint.graph import BlueprintGraph
from blueprint.text import say

SHOWN_MIN = 0.1  # a smaller difference is not told: minutes are shown to a tenth


@dataclass(frozen=True)
class Side:
    """One of the two blueprints, analysed and priced."""

    graph: BlueprintGraph
    findings: list[Finding]
    figures: dict[str, Any]


def compare(as_is: Document, to_be: Document, *, language: str | None = None) -> dict[str, Any]:
    """What became of each finding and step. Findings are the same where their fingerprint is, else where they
    are of one detector and share half or more of their elements. Sentences are in `language`, else the
    to-be's. Deltas are to-be minus as-is.
    """
    language = language or to_be.language
    before, after = _side(as_is, language), _side(to_be, language)
    same = _matched(before.findings, after.findings)
    old = {finding.fingerprint: finding for finding in before.findings}
    kinds: dict[str, list[dict[str, Any]]] = {"worsened": [], "kept": [], "new": []}
    moved = []
    for finding in after.findings:
        if finding.fingerprint not in same:
            kinds["new"].append(finding.as_data())
            continue
        earlier = old[same[finding.fingerprint]]
        change = _change(earlier, finding)
        if move := _move("finding", finding.fingerprint, say(language, f"{finding.detector}.title"), *change):
            moved.append(move)
        kind = "worsened" if not move and _is_worse(before, earlier, after, finding) else "kept"
        kinds[kind].append({**finding.as_data(), "before": _prices(earlier)})
    gone = set(old) - set(same.values())
    moved += _moved_at_steps(before, after)
    costs = before.figures["cost"], after.figures["cost"]
    whole = (tidy(costs[1][name] - costs[0][name]) for name in ("customer_min", "employee_min"))
    if move := _move("sheet", None, to_be.title, *whole):
        moved.append(move)
    return {
        "resolved": [one.as_data() for one in before.findings if one.fingerprint in gone],
        **kinds,
        "moved": [{**move, "sentence": _sentence(move, language)} for move in moved],
        "flow": {
            "before": before.figures,
            "after": after.figures,
            "delta": difference(before.figures, after.figures),
        },
        "steps": list(_changed_steps(as_is, to_be)),
    }


def _side(document: Document, language: str) -> Side:
    graph = BlueprintGraph(document)
    found = analyse_graph(graph, language=language).findings
    findings = gravest_first(graph, priced(found, Attribution(graph, found).alone()[0]))
    return Side(graph, findings, figures_of(graph))


def _matched(before: list[Finding], after: list[Finding]) -> dict[str, str]:
    """For each finding of the to-be the one of the as-is that it is, by fingerprint; each is used once."""
    old = {finding.fingerprint for finding in before}
    same = {finding.fingerprint: finding.fingerprint for finding in after if finding.fingerprint in old}
    left: dict[str, list[Finding]] = defaultdict(list)
    for finding in before:
        if finding.fingerprint not in same:
            left[finding.detector].append(finding)
    for finding in after:
        if finding.fingerprint in same:
            continue
        if earlier := closest(finding, left[finding.detector], lambda one: one.per):
            same[finding.fingerprint] = earlier.fingerprint
            left[finding.detector].remove(earlier)
    return same


def _prices(finding: Finding) -> dict[str, Any]:
    names = ("fingerprint", "customer_min", "employee_min")
    return {name: getattr(finding, name) for name in names}


def _change(before: Finding, after: Finding) -> tuple[float, float]:
    return (
        tidy((after.customer_min or 0) - (before.customer_min or 0)),
        tidy((after.employee_min or 0) - (before.employee_min or 0)),
    )


def _is_worse(before: Side, earlier: Finding, after: Side, finding: Finding) -> bool:
    changes = [
        new - old
        for old, new in zip(weights(before.graph, earlier), weights(after.graph, finding), strict=True)
    ]
    minutes, rest = changes[:2], changes[2:]
    rose = any(one >= SHOWN_MIN for one in minutes) or any(one > 0 for one in rest)
    return rose and not any(one <= -SHOWN_MIN for one in minutes) and not any(one < 0 for one in rest)


def _move(scope: str, id: str | None, name: str, customer: float, employee: float) -> dict[str, Any] | None:
    """The friction that changed sides, or None where it did not."""
    if min(abs(customer), abs(employee)) < SHOWN_MIN or (customer > 0) == (employee > 0):
        return None
    source, to = ("employee", "customer") if customer > 0 else ("customer", "employee")
    return {
        "scope": scope,
        "id": id,
        "name": name,
        "from": source,
        "to": to,
        "customer_min": customer,
        "employee_min": employee,
    }


def _moved_at_steps(before: Side, after: Side) -> Iterator[dict[str, Any]]:
    """The customer steps at which minutes fell on one side and rose on the other."""
    sides = before, after
    minutes = [_minutes(side.graph) for side in sides]
    touching: dict[str, set[str]] = defaultdict(set)
    for side in sides:
        for step in side.graph.employee_steps:
            for customer in side.graph.touches(step):
                touching[customer].add(step)
    for customer in dict.fromkeys(step for side in sides for step in side.graph.customer_steps):
        own = minutes[1].get(customer, 0.0) - minutes[0].get(customer, 0.0)
        work = sum(minutes[1].get(step, 0.0) - minutes[0].get(step, 0.0) for step in touching[customer])
        graph = after.graph if customer in after.graph.steps else before.graph
        if move := _move("step", customer, graph.title(customer), tidy(own), tidy(work)):
            yield move


def _minutes(graph: BlueprintGraph) -> dict[str, float]:
    """Per case: work of each step and, of customer steps, waiting."""
    figures = flow_of(graph).means
    return {step: float((figures.work + figures.wait)[0, place]) for step, place in graph.order.place.items()}


def _sentence(move: dict[str, Any], language: str) -> str:
    values = {side: abs(move[f"{side}_min"]) for side in ("customer", "employee")}
    return say(language, f"moved.{move['scope']}.{move['to']}", name=move["name"], **values)


def _changed_steps(as_is: Document, to_be: Document) -> Iterator[dict[str, Any]]:
    """The steps that are new, gone or different, with the fields that differ, in the order of the sheets."""
    old, new = ({step.id: step for step in document.steps} for document in (as_is, to_be))
    data = [{one["id"]: one for one in to_data(document).get("steps", [])} for document in (as_is, to_be)]
    for id in dict.fromkeys([*old, *new]):
        before, after = data[0].get(id, {}), data[1].get(id, {})
        if before == after:
            continue
        change = "changed" if before and after else "removed" if before else "added"
        names = [name for name in Step.model_fields if name != "id"]
        fields = {
            name: {"before": before.get(name), "after": after.get(name)}
            for name in [*names, *sorted({*before, *after} - {*names, "id"})]
            if change == "changed" and before.get(name) != after.get(name)
        }
        step = new.get(id) or old[id]
        yield {"step": id, "title": step.title, "change": change, "fields": fields}
