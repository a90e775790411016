"""What if it were gone: the figures before and after, and the target blueprint with remedies carried out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from blueprint.document import Document
from blueprint.flow import flow_of, tidy
from blueprint.friction.analysis import Analysis, analyse_graph
from blueprint.friction.attribution import Attribution, Price
from blueprint.friction.base import Finding, Limits
from blueprint.friction.carrying import carry_out
from blueprint.friction.cost import cost_of
from blueprint.friction.diagnosis import ground_of, notes
from blueprint.friction.remedies import Remedy, together
from blueprint.graph import BlueprintGraph

Figures = dict[str, Any]


def what_if(
    document: Document,
    fingerprints: Iterable[str],
    *,
    limits: Mapping[str, Limits] | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """The figures of the blueprint as it is, and with the remedies of these findings carried out.

    `gone` and `new` are fingerprints of findings; `without_price` those asked for that have no remedy in
    time. `cost` is that of the whole work of a case, `saved` that of these findings; `delta` is after minus
    before. A ValueError names a fingerprint that no finding has.
    """
    graph = BlueprintGraph(document)
    language = language or document.language
    before = analyse_graph(graph, limits=limits, language=language)
    chosen = _chosen(before, fingerprints)
    made = BlueprintGraph(carry_out(document, together(_remedies(chosen))))
    after = analyse_graph(made, limits=limits, language=language)
    old, new = ({one.fingerprint for one in found.findings} for found in (before, after))
    figures, others = figures_of(graph), figures_of(made)
    saved = Attribution(graph, chosen)
    cost = cost_of(graph.document, lambda stretch: saved.joint(stretch=stretch), ground_of(chosen))
    return {
        "before": figures,
        "after": others,
        "delta": difference(figures, others),
        "gone": [one.fingerprint for one in before.findings if one.fingerprint not in new],
        "new": [one.fingerprint for one in after.findings if one.fingerprint not in old],
        "without_price": [one.fingerprint for one in chosen if one.remedy is None],
        "saved": cost.as_data(),
        "notes": notes(graph, saved.cuts, language),
    }


def target(
    document: Document,
    fingerprints: Iterable[str],
    *,
    limits: Mapping[str, Limits] | None = None,
    as_is: str | None = None,
) -> Document:
    """The to-be blueprint in which the remedies of these findings are carried out; what they change is
    `proposed`. `as_is` is the id under which the blueprint itself is kept. Errors are those of `what_if`.
    """
    analysis = analyse_graph(BlueprintGraph(document), limits=limits)
    made = carry_out(document, together(_remedies(_chosen(analysis, fingerprints))))
    return made.model_copy(update={"state": "to-be", "as_is": as_is or document.as_is})


def figures_of(graph: BlueprintGraph) -> Figures:
    """The flow figures of a blueprint, with what all its work comes to in a month."""
    document, flow = graph.document, flow_of(graph).as_data()
    customer = flow["customer_work_min"] + sum(flow["customer_wait_min"].values())
    whole = Price(tidy(customer), flow["employee_work_min"])
    cases, rate = document.cases_per_month, document.cost_per_hour
    month = None if cases is None or rate is None else round(cases / 60 * rate * whole.employee_min, 2)
    cost = {
        "employee_min": whole.employee_min,
        "customer_min": whole.customer_min,
        "per_month": month,
        "currency": document.currency,
        "employee_hours_per_month": None if cases is None else tidy(cases * whole.employee_min / 60),
        "customer_hours_per_month": None if cases is None else tidy(cases * whole.customer_min / 60),
        "missing": [name for name in ("cases_per_month", "cost_per_hour") if getattr(document, name) is None],
    }
    return {**flow, "cost": cost}


def difference(before: Figures, after: Figures) -> Figures:
    """After minus before of every number that both have; a step or an actor that one lacks counts as 0."""
    delta: Figures = {}
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if isinstance(old, dict) or isinstance(new, dict):
            delta[name] = difference(old or {}, new or {})
        elif _is_number(old if old is not None else new) and (name in before) != (name in after):
            delta[name] = tidy((new or 0) - (old or 0))
        elif _is_number(old) and _is_number(new):
            delta[name] = tidy(new - old)  # type: ignore[operator]
    return delta


def _chosen(analysis: Analysis, fingerprints: Iterable[str]) -> list[Finding]:
    by_fingerprint = {finding.fingerprint: finding for finding in analysis.findings}
    asked = list(dict.fromkeys(fingerprints))
    if strangers := [one for one in asked if one not in by_fingerprint]:
        raise ValueError(f"no finding has the fingerprint {', '.join(strangers)}")
    return [by_fingerprint[one] for one in asked]


def _remedies(findings: Iterable[Finding]) -> list[Remedy]:
    return [finding.remedy for finding in findings if finding.remedy is not None]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
