"""What a detector is, and what it says: sightings, findings, and what could not be judged."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, ClassVar

from blueprint.friction.remedies import Feed, Remedy, Saving
from blueprint.graph import BlueprintGraph
from blueprint.reach import StepSet

__all__ = [
    "MAZE",
    "Detector",
    "Evidence",
    "Feed",
    "Finding",
    "Fix",
    "Limits",
    "Maze",
    "Missing",
    "Phrase",
    "Remedy",
    "Saving",
    "Sighting",
    "Unknown",
    "fingerprint",
    "mazes",
    "rests_on",
    "unknown_times",
    "ways",
]

Limits = Mapping[str, float]
MAZE = 3  # channels, or branches that share no tool, from which a choice is a maze
Evidence = dict[str, Any]


@dataclass(frozen=True)
class Phrase:
    """A sentence, or a part of one, before it has a language: a key of the catalogue and the values in it.

    A value is a person's words (`str`), a number, another phrase, or a list of these.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sighting:
    """What one detector saw in one place; `analyse` makes a finding of it."""

    per: tuple[str, ...]  # the ids that make this finding what it is: one finding for each
    steps: Iterable[str]
    because: Phrase
    elements: tuple[str, ...] = ()  # the tool, actor, channel, information or link that it is per
    evidence: Evidence = field(default_factory=dict)
    assumed: bool = False  # a default of the detector stands in for a value nobody gave
    grounds: Iterable[str] = ()  # further steps whose values decide
    touches: Iterable[str] = ()  # customer steps that it touches besides those its steps touch
    remedy: Remedy | None = None  # None: no price in time


@dataclass(frozen=True)
class Missing:
    """A field that was not given and that the detector would have needed."""

    type: str
    id: str
    field: str


@dataclass(frozen=True)
class Fix:
    """A redesign move, named after its heuristic."""

    heuristic: str
    title: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Finding:
    """Friction, with its reasons. Minutes are per case; None where it has no price in time or none asked."""

    detector: str
    fingerprint: str
    per: tuple[str, ...]
    steps: tuple[str, ...]  # in document order
    elements: tuple[str, ...]
    because: str
    evidence: Evidence
    touches: tuple[str, ...]
    moments_of_truth: tuple[str, ...]
    rests_on: str  # "observed", "assumed" or "proposed"
    fixes: tuple[Fix, ...]
    customer_min: float | None = None
    employee_min: float | None = None
    remedy: Remedy | None = field(default=None, repr=False)

    def as_data(self) -> dict[str, Any]:
        """As JSON has it; the remedy, which is how minutes are worked out, is left out."""
        # Not `asdict`, which copies all that is inside: on a large sheet that took a third of the analysis.
        data = dict(vars(self))
        del data["remedy"]
        return data | {"fixes": [dict(vars(fix)) for fix in self.fixes]}


@dataclass(frozen=True)
class Unknown:
    """A field without which a detector could not judge."""

    detector: str
    type: str
    id: str
    field: str

    def as_data(self) -> dict[str, str]:
        return dict(vars(self))


class Detector(ABC):
    """One kind of friction. Each file of `detectors/` holds one, and the file's name is its id."""

    fixes: ClassVar[tuple[str, ...]]  # the redesign heuristics that help, best first

    @property
    def id(self) -> str:
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @abstractmethod
    def detect(self, graph: BlueprintGraph, limits: Limits) -> Iterable[Sighting]:
        """The places where the predicate holds. A field that is not given never makes a sighting."""

    def unknown(self, graph: BlueprintGraph, limits: Limits) -> Iterable[Missing]:
        """The fields that are not given and that might have made a sighting."""
        return ()

    def phrase(self, variant: str, **values: Any) -> Phrase:
        """A phrase of this detector's own part of the catalogue."""
        return Phrase(f"{self.id}.{variant}", values)


def unknown_times(graph: BlueprintGraph, step: str) -> Iterator[Missing]:
    """What the elapsed time of the step lacks: it is a lower bound without."""
    record = graph.steps[step]
    for name in ("work_min", "wait_min"):
        if getattr(record, name) is None:
            yield Missing("step", step, name)
    for use in record.uses:
        if graph.tools[use.tool].latency_s is None:
            yield Missing("tool", use.tool, "latency_s")


@dataclass(frozen=True)
class Maze:
    """A place where the customer has to choose among three channels or more."""

    decision: str | None  # None: the ways into the episode
    branches: tuple[str, ...]  # those that have a channel

    def per(self) -> tuple[str, ...]:
        return (self.decision,) if self.decision is not None else self.branches

    def steps(self) -> tuple[str, ...]:
        return (self.decision, *self.branches) if self.decision is not None else self.branches


def ways(graph: BlueprintGraph) -> Iterator[tuple[str | None, StepSet]]:
    """Where a customer may have to choose: their decisions with the branches, and (None) the entries."""
    customers = graph.customer_steps
    for step in customers:
        if graph.steps[step].kind == "decision":
            yield step, graph.next(step) & customers
    yield None, graph.order.set(step for step in customers if not graph.previous(step) & customers)


def mazes(graph: BlueprintGraph) -> list[Maze]:
    found = []
    for decision, branches in ways(graph):
        named = tuple(step for step in branches if graph.steps[step].channel is not None)
        if len({graph.steps[step].channel for step in named}) >= MAZE:
            found.append(Maze(decision, named))
    return found


def fingerprint(detector: str, per: Iterable[str]) -> str:
    """The same for as long as this detector speaks of the same elements, whatever they are called."""
    return sha256("\x00".join([detector, *sorted(per)]).encode()).hexdigest()[:16]


def rests_on(graph: BlueprintGraph, steps: Iterable[str], *, assumed: bool = False) -> str:
    """What the numbers of a finding rest on: the weakest ground among its steps."""
    grounds = {graph.steps[step].basis for step in steps}
    if assumed or "assumed" in grounds:
        return "assumed"
    return "proposed" if "proposed" in grounds else "observed"
