"""Three and three: the customer steps that hurt most, each with the obstacle of the team behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from blueprint.flow import tidy
from blueprint.friction.attribution import BUDGET, Attribution, Price
from blueprint.friction.base import Finding
from blueprint.friction.order import pareto_fronts
from blueprint.graph import BlueprintGraph
from blueprint.text import say

PAIRS = 3


@dataclass(frozen=True)
class Irritant:
    """A customer step that hurts, with the minutes a case that the findings which touch it cost there."""

    step: str
    minutes: float
    touched_by: tuple[int, ...]  # findings by their place in the list, also those without a price


@dataclass(frozen=True)
class Pair:
    """An irritant and the finding behind it; None where no finding explains it."""

    irritant: Irritant
    finding: Finding | None
    credit: Price
    minutes_per_month: float | None  # None: volume unknown
    path: tuple[str, ...]  # from the obstacle to the irritant
    sentence: str

    def as_data(self) -> dict[str, Any]:
        return {
            "irritant": self.irritant.step,
            "finding": self.finding and self.finding.fingerprint,
            "credit_customer_min": self.credit.customer_min,
            "credit_employee_min": self.credit.employee_min,
            "minutes_per_case": tidy(self.irritant.minutes),
            "minutes_per_month": self.minutes_per_month,
            "path": list(self.path),
            "sentence": self.sentence,
        }


def pairs(attribution: Attribution, findings: Sequence[Finding], language: str) -> list[Pair]:
    """The first three irritants with distinct findings, matched by largest total credit (maximum weight
    matching: Galil, Efficient algorithms for finding maximum matching in graphs, 1986)."""
    first = irritants(attribution, findings)[:PAIRS]
    numbers = {finding.fingerprint: number for number, finding in enumerate(attribution.findings)}
    credits: list[dict[int, Price]] = []
    for irritant in first:
        with_price = {
            numbers[finding.fingerprint]: place
            for place in irritant.touched_by
            if (finding := findings[place]).fingerprint in numbers
        }
        shares = attribution.credits(list(with_price), irritant.step, budget=BUDGET // (2 * PAIRS))
        own = dict.fromkeys(irritant.touched_by, Price())
        credits.append(own | {with_price[number]: share for number, share in shares.items()})
    chosen = _matched(credits, len(findings))
    cases = attribution.graph.document.cases_per_month
    found = []
    for number, irritant in enumerate(first):
        place = chosen.get(number)
        obstacle = None if place is None else findings[place]
        credit = Price() if place is None else credits[number][place]
        month = None if cases is None else tidy(cases * irritant.minutes)
        path = path_to(attribution.graph, obstacle.steps if obstacle else (), irritant.step)
        text = _sentence(attribution.graph, irritant, obstacle, credit, language)
        found.append(Pair(irritant, obstacle, credit, month, path, text))
    return found


def irritants(attribution: Attribution, findings: Sequence[Finding]) -> list[Irritant]:
    """The customer steps that a finding touches or where emotion is negative, the worst first: by Pareto
    front over minutes attributed, moment of truth and depth of emotion, then by these, then as listed.

    A step at which customers sit out the wait before another is touched by what touches that other.
    """
    graph = attribution.graph
    touched: dict[str, dict[int, None]] = {step: {} for step in graph.customer_steps}
    for place, finding in enumerate(findings):
        for step in finding.touches:
            touched[step][place] = None
            touched[attribution.rooms.get(step, step)][place] = None
    steps = [step for step, places in touched.items() if places or (graph.steps[step].emotion or 0) < 0]
    minutes = _attributed(attribution, findings, {step: touched[step] for step in steps})

    def weights(step: str) -> tuple[float, ...]:
        record = graph.steps[step]
        return tidy(minutes[step]), float(record.moment_of_truth), max(0.0, -(record.emotion or 0))

    fronts = pareto_fronts({weights(step) for step in steps})

    def rank(step: str) -> tuple[float, ...]:
        own = weights(step)
        return fronts[own], *(-weight for weight in own), graph.order.place[step]

    return [Irritant(step, minutes[step], tuple(sorted(touched[step]))) for step in sorted(steps, key=rank)]


def _attributed(
    attribution: Attribution, findings: Sequence[Finding], touched: dict[str, dict[int, None]]
) -> dict[str, float]:
    """What each step would be spared if all findings that touch it were gone."""
    numbers = {finding.fingerprint: number for number, finding in enumerate(attribution.findings)}
    sets = {
        step: frozenset(
            numbers[findings[place].fingerprint] for place in places if findings[place].fingerprint in numbers
        )
        for step, places in touched.items()
    }
    row_of = {chosen: row for row, chosen in enumerate({frozenset[int](), *sets.values()})}
    rows = np.zeros((len(row_of), len(attribution.findings)), dtype=bool)
    for chosen, row in row_of.items():
        rows[row, list(chosen)] = True
    steps = list(touched)
    felt = attribution.totals(rows, steps=steps, budget=BUDGET // 8).felt
    before = felt[row_of[frozenset()]]
    return {step: float(before[at] - felt[row_of[sets[step]], at]) for at, step in enumerate(steps)}


def _matched(credits: list[dict[int, Price]], count: int) -> dict[int, int]:
    """For each irritant the place of its finding: most customer minutes in total, then most employee minutes,
    then the gravest. Whole numbers, so that no minute is lost to a lesser rank."""
    graph = nx.Graph()
    for number, shares in enumerate(credits):
        for place, share in shares.items():
            customer, employee = (
                max(0, round(1e6 * one)) for one in (share.customer_min, share.employee_min)
            )
            weight = (customer * 10**18 + employee) * (PAIRS * count + 1) + (count - place)
            graph.add_edge(("irritant", number), ("finding", place), weight=weight)
    matched = (sorted(pair, reverse=True) for pair in nx.max_weight_matching(graph))
    return {irritant[1]: finding[1] for irritant, finding in matched}


def path_to(graph: BlueprintGraph, sources: Iterable[str], target: str) -> tuple[str, ...]:
    """The shortest way from one of the steps to the target along flow links; where only the target leads to
    them, that way backward; else along links in any direction; the target alone where there is none."""
    ways: list[Callable[[str], Iterable[str]]] = [
        graph.previous,
        graph.next,
        lambda step: graph.previous(step) | graph.next(step),
    ]
    wanted = set(sources)
    for neighbours in ways:
        if path := _shortest(target, wanted, neighbours):
            return tuple(path)
    return (target,)


def _shortest(start: str, wanted: set[str], neighbours: Callable[[str], Iterable[str]]) -> list[str]:
    """From the first wanted step that is found back to the start."""
    came_from: dict[str, str | None] = {start: None}
    edge = [start]
    while edge:
        for step in edge:
            if step in wanted:
                path, at = [], step
                while at is not None:
                    path.append(at)
                    at = came_from[at]  # type: ignore[assignment]
                return path
        following = []
        for step in edge:
            for other in neighbours(step):
                if other not in came_from:
                    came_from[other] = step
                    following.append(other)
        edge = following
    return []


def _sentence(
    graph: BlueprintGraph, irritant: Irritant, finding: Finding | None, credit: Price, language: str
) -> str:
    values: dict[str, Any] = {"step": graph.title(irritant.step), "minutes": max(0.0, irritant.minutes)}
    if finding is None:
        return say(language, "pair.unexplained", **values)
    values |= {"kind": say(language, f"{finding.detector}.title"), "because": finding.because}
    values |= {"customer": credit.customer_min, "employee": credit.employee_min}
    customer, employee = (one >= 0.05 for one in (credit.customer_min, credit.employee_min))
    variant = (
        ".both" if customer and employee else ".customer" if customer else ".employee" if employee else ""
    )
    return say(language, f"pair.explained{variant}", **values)
