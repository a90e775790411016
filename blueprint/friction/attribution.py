"""What frictions cost: prices by removal, the price of a set, and each one's credit within it.

The price of a finding is the flow figure before its remedy minus after. Prices overlap, so they are never
added up: of a set all remedies are carried out together, and what that saves is shared out by Shapley's value
(A value for n-person games, 1953): the mean, over all orders in which the remedies may come, of what each one
adds. It is exact for up to 10 findings; for more, the mean of up to 200 orders drawn with a fixed seed
(Castro, Gómez & Tejada, Polynomial calculation of the Shapley value based on sampling, 2009).

Minutes are per case. Scenarios x combinations stay at or below 65,536; `cuts` tells where that drew fewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import factorial

import numpy as np
from numpy.typing import NDArray

from blueprint.course import Minutes, mean
from blueprint.document import Document
from blueprint.flow import COLUMNS, flow_of, tidy
from blueprint.friction.base import Finding
from blueprint.friction.remedies import Combinations, Remedy, Variants
from blueprint.graph import BlueprintGraph

BUDGET = 65_536  # scenarios x combinations of one question
CELLS = 2_000_000  # combinations x steps that are worked out together, to keep memory small
FEWEST_SCENARIOS = 16  # below which orders are cut instead
EXACT = 10  # findings up to which every combination is asked
ORDERS = 200
SEED = 1953


@dataclass(frozen=True)
class Cut:
    """Where fewer cases than there are, or fewer orders than there might be, were followed."""

    what: str  # "prices" or "credit"
    scenarios: int | None = None
    orders: int | None = None


@dataclass(frozen=True)
class Price:
    """Minutes a case, on both sides."""

    customer_min: float = 0.0
    employee_min: float = 0.0


@dataclass(frozen=True)
class Totals:
    """Minutes a case in each combination: of customers, of employees, and of each customer step asked for."""

    customer: Minutes
    employee: Minutes
    felt: Minutes


class Attribution:
    """The remedies of some findings, and what they save in any combination."""

    def __init__(self, graph: BlueprintGraph, findings: Sequence[Finding]) -> None:
        self.graph = graph
        self.findings = [finding for finding in findings if finding.remedy is not None]
        self.rooms = waiting_rooms(findings)
        self.cuts: dict[Cut, None] = {}
        self._flow = flow_of(graph)
        self._network = self._flow.network
        self._variants = Variants(self._flow, [finding.remedy or Remedy() for finding in self.findings])
        self._customers = sorted(self._network.customers)
        self._employees = [self._network.place[step] for step in graph.employee_steps]

    def alone(self) -> tuple[list[Price], Price]:
        """The price of each finding, and of all together."""
        count = len(self.findings)
        rows = [np.zeros((1, count)), np.eye(count), np.ones((1, count))]
        totals = self.totals(np.concatenate(rows).astype(bool), budget=BUDGET // 2)
        prices = [
            Price(tidy(customer), tidy(employee))
            for customer, employee in zip(
                totals.customer[0] - totals.customer, totals.employee[0] - totals.employee, strict=True
            )
        ]
        return prices[1:-1], prices[-1]

    def joint(self, *, stretch: float = 1) -> Price:
        """The price of all findings together, where all that is assumed is `stretch` times as much."""
        both = np.zeros((2, len(self.findings)), dtype=bool)
        both[1] = True
        totals = self.totals(both, stretch=stretch)
        return Price(
            tidy(totals.customer[0] - totals.customer[1]), tidy(totals.employee[0] - totals.employee[1])
        )

    def credits(
        self, chosen: Sequence[int], step: str | None = None, *, budget: int = BUDGET
    ) -> dict[int, Price]:
        """Shapley's value of the chosen findings, by their number: of what they save customers (at one step,
        where it is named) and employees when all of them are gone. The credits add up to that.
        """
        if not chosen:
            return {}
        scenarios = self._flow.scenario_count
        if len(chosen) <= EXACT:
            members = _all_members(len(chosen))
            weights = _exact_weights(members)
        else:
            least = min(scenarios, FEWEST_SCENARIOS)
            orders = max(1, min(ORDERS, budget // (least * len(chosen))))
            members, weights = _drawn(len(chosen), orders)
            self.cuts[Cut("credit", orders=orders)] = None
        rows = np.zeros((len(members), len(self.findings)), dtype=bool)
        rows[:, list(chosen)] = members
        totals = self.totals(rows, steps=[] if step is None else [step], budget=budget, what="credit")
        customer = totals.customer if step is None else totals.felt[:, 0]
        shares = zip(chosen, mean(weights, -customer), mean(weights, -totals.employee), strict=True)
        return {number: Price(tidy(first), tidy(second)) for number, first, second in shares}

    def totals(
        self,
        rows: Combinations,
        *,
        steps: Sequence[str] = (),
        stretch: float = 1,
        budget: int = BUDGET,
        what: str = "prices",
    ) -> Totals:
        """The minutes of each combination; `felt` of these customer steps. A wait that customers sit out at
        another step (see `waiting_rooms`) is felt there.
        """
        most = max(1, budget // len(rows))
        if most < self._flow.scenario_count:
            self.cuts[Cut(what, scenarios=most)] = None
        course = self._flow.course(most)
        place = self._network.place
        felt_at = {place[step]: number for number, step in enumerate(steps)}
        gap_at = {customer: self._felt_at(customer) for customer in self._customers}
        wanted = set(self._customers)
        if len(steps) == 1:
            wanted = {customer for customer in self._customers if gap_at[customer] in felt_at}
        clocks = self._network.leading_to(
            {self._network.unit_of[customer] for customer in wanted if customer in self._network.unit_of}
        )
        customer, employee = np.zeros(len(rows)), np.zeros(len(rows))
        felt = np.zeros((len(rows), len(steps)))
        width = max(1, min(COLUMNS // len(course.weights), CELLS // max(1, self._network.size)))
        for at in range(0, len(rows), width):
            part = slice(at, at + width)
            times = self._variants.times(rows[part], stretch=stretch)
            figures = course.figures(times, clocks)
            customer[part] = (figures.work + figures.wait)[:, self._customers].sum(axis=1)
            employee[part] = figures.work[:, self._employees].sum(axis=1)
            for one, number in felt_at.items():
                felt[part, number] += figures.work[:, one] + figures.wait[:, one] - figures.gap[:, one]
            for one, other in gap_at.items():
                if other in felt_at:
                    felt[part, felt_at[other]] += figures.gap[:, one]
        return Totals(customer, employee, felt)

    def _felt_at(self, customer: int) -> int:
        step = self.graph.order.ids[customer]
        return self._network.place[self.rooms.get(step, step)]


def price(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with their prices; those without a remedy keep None."""
    prices, _ = Attribution(BlueprintGraph(document), findings).alone()
    return priced(findings, prices)


def joint(document: Document, findings: Sequence[Finding]) -> Price:
    """What all of them cost together."""
    return Attribution(BlueprintGraph(document), findings).joint()


def credit(document: Document, findings: Sequence[Finding]) -> dict[str, Price]:
    """What each of them, by fingerprint, adds to the price of all: its Shapley value."""
    attribution = Attribution(BlueprintGraph(document), findings)
    shares = attribution.credits(range(len(attribution.findings)))
    return {attribution.findings[number].fingerprint: share for number, share in shares.items()}


def priced(findings: Iterable[Finding], prices: Iterable[Price]) -> list[Finding]:
    """The findings with these prices, one for each that has a remedy."""
    left = iter(prices)
    return [
        finding if finding.remedy is None else replace(finding, **vars(next(left))) for finding in findings
    ]


def waiting_rooms(findings: Iterable[Finding]) -> dict[str, str]:
    """Customer step -> the step at which its wait is sat out, after the findings of invisible waits."""
    return {
        finding.per[0]: finding.evidence["credited_to"]
        for finding in findings
        if finding.detector == "invisible-wait"
    }


def _all_members(count: int) -> Combinations:
    return (np.arange(2**count)[:, None] >> np.arange(count) & 1).astype(bool)


def _exact_weights(members: Combinations) -> NDArray[np.float64]:
    """What each combination counts for each member: plus where the member is in it, minus where it is not."""
    count = members.shape[1]
    size = members.sum(axis=1)
    ways = np.array([factorial(k) * factorial(count - 1 - k) / factorial(count) for k in range(count)])
    joined, apart = ways[np.maximum(size - 1, 0)], ways[np.minimum(size, count - 1)]
    weights: NDArray[np.float64] = np.where(members, joined[:, None], -apart[:, None]).T
    return weights


def _drawn(count: int, orders: int) -> tuple[Combinations, NDArray[np.float64]]:
    """The combinations that come up when members join one by one in some orders, and what each counts."""
    chance = np.random.default_rng(SEED)
    rank = np.argsort(np.argsort(chance.random((orders, count)), axis=1), axis=1)
    joined = rank[:, None, :] < np.arange(count + 1)[None, :, None]  # orders x how many have come x members
    members, number = np.unique(joined.reshape(-1, count), axis=0, return_inverse=True)
    number = number.reshape(orders, count + 1)
    weights = np.zeros((count, len(members)))
    for order in range(orders):
        comes = np.argsort(rank[order])
        np.add.at(weights, (comes, number[order, 1:]), 1 / orders)
        np.add.at(weights, (comes, number[order, :-1]), -1 / orders)
    return members, weights
