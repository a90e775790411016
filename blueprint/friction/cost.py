"""What minutes a case come to in a month: the team's hours with their price, the customers' hours beside it.

An assumed value is a rough order of magnitude, for which the Project Management Institute gives -25 % to
+75 % (PMBOK Guide, 6th edition, 2017, section 7.2: estimate costs). Low and high are the same flow with all
that is assumed that much less or more: minutes of steps that rest on an assumption, defaults of detectors,
rework shares that nobody gave. What was observed is not stretched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from blueprint.document import Document
from blueprint.flow import tidy
from blueprint.friction.attribution import Price

LOW, HIGH = 0.75, 1.75


@dataclass(frozen=True)
class Cost:
    """Minutes are per case. A figure that a missing field stands in the way of is None."""

    price: Price
    low: float | None  # per month, in the blueprint's currency; customers' hours are never priced
    base: float | None
    high: float | None
    customer_hours: float | None
    currency: str
    missing: tuple[str, ...]
    rests_on: str

    def as_data(self) -> dict[str, Any]:
        month = None if self.base is None else {"low": self.low, "base": self.base, "high": self.high}
        return {
            "employee_min": self.price.employee_min,
            "customer_min": self.price.customer_min,
            "per_month": month,
            "currency": self.currency,
            "customer_hours_per_month": self.customer_hours,
            "missing": list(self.missing),
            "rests_on": self.rests_on,
        }


def cost_of(document: Document, price_at: Callable[[float], Price], rests_on: str) -> Cost:
    """What the price comes to in a month; `price_at` gives it with all that is assumed stretched."""
    cases, rate = document.cases_per_month, document.cost_per_hour
    missing = [name for name in ("cases_per_month", "cost_per_hour") if getattr(document, name) is None]
    base = price_at(1)
    low = middle = high = None
    if cases is not None and rate is not None:
        minutes = base.employee_min
        others = [price_at(stretch).employee_min for stretch in (LOW, HIGH)]
        range_ = min(minutes, *others), minutes, max(minutes, *others)
        low, middle, high = (round(cases / 60 * rate * one, 2) + 0.0 for one in range_)
    hours = None if cases is None else tidy(cases * base.customer_min / 60)
    return Cost(base, low, middle, high, hours, document.currency, tuple(missing), rests_on)
