"""Cases followed through a sheet one scenario at a time, and the friction that shows in the minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple

from tests.blueprint.friction.plain.paths import body
from tests.blueprint.friction.plain.words import Seen, Sheet

Ends = tuple[str, str]
Unit = tuple[str, ...]
Per = defaultdict[str, float]


class Loop(NamedTuple):
    """A rework link: where it begins, what is done again, and by which part of the cases."""

    source: str
    body: set[str]
    share: float


def nothing() -> Per:
    return defaultdict(float)


@dataclass
class Figures:
    """Weighted means per case, by step."""

    lead: float = 0.0
    visits: Per = field(default_factory=nothing)
    reached: Per = field(default_factory=nothing)  # part of the cases that come by
    idle: Per = field(default_factory=nothing)  # customer steps: how long the customer does nothing before
    waiting: Per = field(default_factory=nothing)  # the same with the step's own wait


def follow(sheet: Sheet, elapsed: Callable[[str], float] | None = None) -> Figures:
    """All scenarios, with their weights. `elapsed` says what a step takes, where it is not what it says."""
    figures, part = Figures(), taking_part(sheet)
    loops = [
        Loop(link.source, body(sheet, link.source, link.target), 0.1 if link.share is None else link.share)
        for link in sheet.rework
    ]
    for weight, taken in _scenarios(part):
        case = Case(part, loops, taken, elapsed or sheet.elapsed)
        ends = [case.end(unit) for unit in case.units]
        figures.lead += weight * max(ends, default=0)
        for step in case.reached:
            figures.reached[step] += weight
            figures.visits[step] += weight * case.rounds(step)
            if step in sheet.customers:
                own = case.rounds(step) * (sheet.steps[step].wait_min or 0)
                figures.idle[step] += weight * case.idle(step)
                figures.waiting[step] += weight * (case.idle(step) + own)
    return figures


@cache
def taking_part(sheet: Sheet) -> Sheet:
    """What is left without evidence and, in a blueprint with customer steps, without orphan work."""
    orphans = {step for group in sheet.orphans for step in group} if sheet.customers else set()
    out, document = sheet.evidence | orphans, sheet.document
    steps = [step for step in document.steps if step.id not in out]
    links = [link for link in document.links if not {link.source, link.target} & out]
    return Sheet(document.model_copy(update={"steps": steps, "links": links}))


@cache
def _shares(sheet: Sheet) -> dict[Ends, float]:
    """The links from one unit to another. Parallel ones add up, to 1 at most."""
    shares: dict[Ends, float] = defaultdict(float)
    for link in sheet.flow:
        if sheet.unit[link.source] != sheet.unit[link.target]:
            shares[link.source, link.target] += 1.0 if link.share is None else link.share
    return {ends: min(1.0, share) for ends, share in shares.items()}


def _scenarios(sheet: Sheet) -> Iterator[tuple[float, set[Ends]]]:
    """What may happen: how likely it is, and the links that are taken where a case comes by.

    Links out of one step with a share below 1 are alternatives; the rest of the cases take none of them.
    """
    shares = _shares(sheet)
    always = {ends for ends, share in shares.items() if share == 1}
    choices = []
    for step in sheet.steps:
        options = [(share, {ends}) for ends, share in shares.items() if ends[0] == step and share < 1]
        choices.append([*options, (1 - sum(share for share, _ in options), set())])
    for outcome in product(*choices):
        weight = prod(chance for chance, _ in outcome)
        if weight > 0:
            yield weight, always.union(*(taken for _, taken in outcome))


class Case:
    """One case, of which it is settled which links it takes."""

    def __init__(
        self, sheet: Sheet, loops: list[Loop], taken: set[Ends], elapsed: Callable[[str], float]
    ) -> None:
        self.sheet = sheet
        self.loops = loops
        self.taken = taken
        self.elapsed = elapsed
        self.units = [unit for unit in set(sheet.unit.values()) if self.visits(unit)]
        self.reached = {step for unit in self.units for step in unit}
        self._ends: dict[str, float] = {}

    def visits(self, unit: Unit) -> bool:
        """By every case where no link leads into it, else where one is taken from where the case came by."""
        into = {ends for ends in _shares(self.sheet) if ends[1] in unit}
        return not into or any(self.visits(self.sheet.unit[source]) for source, _ in into & self.taken)

    def came_from(self, unit: Unit) -> list[Ends]:
        return [ends for ends in self.taken if ends[1] in unit and ends[0] in self.reached]

    def rounds(self, step: str) -> float:
        """How often the step is done: the loops around it that the case reaches multiply."""
        around = [loop for loop in self.loops if loop.source in self.reached and step in loop.body]
        return prod(1 / (1 - loop.share) for loop in around)

    def start(self, step: str) -> float:
        """Members of a unit follow one another; the first begins when all that was taken to it has ended."""
        unit = self.sheet.unit[step]
        if place := unit.index(step):
            return self.own_end(unit[place - 1])
        return max((self.end(self.sheet.unit[source]) for source, _ in self.came_from(unit)), default=0.0)

    def own_end(self, step: str) -> float:
        if step not in self._ends:
            self._ends[step] = self.start(step) + self.elapsed(step) * self.rounds(step)
        return self._ends[step]

    def end(self, unit: Unit) -> float:
        return self.own_end(unit[-1])

    def idle(self, step: str) -> float:
        """From the latest end of the customer steps before it to its start; 0 where there are none."""
        taken = {source for source, target in self.came_from(self.sheet.unit[step]) if target == step}
        before = (taken | earlier_members(self.sheet, step)) & self.sheet.customers
        return self.start(step) - max(map(self.own_end, before)) if before else 0.0


def earlier_members(sheet: Sheet, step: str) -> set[str]:
    unit = sheet.unit[step]
    return set(unit[: unit.index(step)])


# -- the friction that shows in the minutes ---------------------------------------------------------------


def bottleneck(sheet: Sheet) -> Iterator[Seen]:
    visits, cases = follow(sheet).visits, sheet.document.cases_per_month
    for actor in sheet.document.actors:
        if cases is None or actor.headcount is None:
            continue
        steps = sheet.work_of(actor.id)
        minutes = sum(visits[step] * (sheet.steps[step].work_min or 0) for step in steps)
        if cases * minutes / 60 > 0.85 * actor.headcount * actor.hours_per_month:
            yield Seen(steps, (actor.id,))


def invisible_wait(sheet: Sheet) -> Iterator[Seen]:
    figures = follow(sheet, lambda step: _elapsed_out_of_sight(sheet, step))
    for step in sheet.customers:
        linked = sheet.previous[step] - set(sheet.unit[step])
        since = (linked | earlier_members(sheet, step)) & sheet.customers
        reached = figures.reached[step]
        if since and reached and figures.idle[step] / reached >= 10 and not _told(sheet, step, since):
            yield Seen([step], touches_too=frozenset(since))


def _elapsed_out_of_sight(sheet: Sheet, step: str) -> float:
    return 0.0 if sheet.kind_of_lane(step) == "frontstage" else sheet.elapsed(step)


def _told(sheet: Sheet, step: str, since: set[str]) -> bool:
    """Whether the customer learns anything on the way, the step's own moment apart."""
    learning = {other for other in sheet.customers | sheet.evidence if sheet.exchanges(other, "learns")}
    first = min(map(sheet.column, since))
    on_the_way = {other for other in learning if first <= sheet.column(other) < sheet.column(step)}
    return bool(on_the_way or learning & since)
