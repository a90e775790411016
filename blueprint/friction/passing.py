"""Takes steps out of a blueprint: cases pass over them, and nothing else takes longer or shorter.

A step goes where its links can be joined (those before it lead to those after it) so that every case takes
the same way as before. Where they cannot, because the step holds several ways together, it stays as an
automatic step behind the scenes that takes no time and that nobody does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from blueprint.document import Document, Lane, Link, Step
from blueprint.graph import CUSTOMER, BlueprintGraph
from blueprint.text import say

MOST_JOINED = 12  # links that one step may leave behind; a hub stays
AUTOMATIC: dict[str, Any] = {
    "kind": "automatic",
    "actor": None,
    "channel": None,
    "work_min": 0.0,
    "wait_min": 0.0,
    "emotion": None,
    "uses": [],
    "information": [],
    "decides": None,
    "stakes": None,
    "recovery": None,
    "standard": None,
    "measured_on": None,
    "basis": "proposed",
}


def pass_over(document: Document, steps: Iterable[str]) -> Document:
    """The blueprint without these employee-side steps, or with automatic ones in their place."""
    chosen = dict.fromkeys(steps)
    if not chosen:
        return document
    ways = _Ways(BlueprintGraph(document))
    gone = {step for step in chosen if ways.take_out(step)}
    kept = [step for step in chosen if step not in gone]
    document = document.model_copy(
        update={
            "steps": [step for step in document.steps if step.id not in gone],
            "links": ways.links(),
            "notes": [
                note.model_copy(update={"on": None}) if note.on in gone else note for note in document.notes
            ],
            "flags": [
                flag.model_copy(update={"on": [one for one in flag.on if one not in gone]})
                if gone.intersection(flag.on)
                else flag
                for flag in document.flags
            ],
        }
    )
    return _automatic(document, kept) if kept else document


def _automatic(document: Document, kept: list[str]) -> Document:
    """The same with these steps done by nobody, in a support lane that no actor owns."""
    own = next((lane for lane in document.lanes if lane.kind == "support" and lane.actor is None), None)
    title = say(document.language, "target.automatic")
    lane = own or Lane(id=free_id(ids_of(document), "automatic"), kind="support", title=title, actor=None)
    changes = AUTOMATIC | {"lane": lane.id}

    def changed(step: Step) -> Step:
        return step.model_copy(update=changes) if step.id in kept else step

    cells = {(lane.id, step.moment) for step in document.steps if step.id in kept}
    return document.model_copy(
        update={
            "lanes": document.lanes if own else [*document.lanes, lane],
            "steps": [changed(step) for step in document.steps],
            "blanks": [blank for blank in document.blanks if (blank.lane, blank.moment) not in cells],
        }
    )


def free_id(taken: set[str], stem: str) -> str:
    """The stem with the first number that makes an id which nobody has; from then on it is taken."""
    id = next(name for number in range(1, len(taken) + 2) if (name := f"{stem}-{number}") not in taken)
    taken.add(id)
    return id


def ids_of(document: Document) -> set[str]:
    """The ids of all elements."""
    kinds = ("phases", "moments", "lanes", "actors", "channels", "tools", "information", "steps", "links")
    ids = {element.id for kind in (*kinds, "notes", "flags") for element in getattr(document, kind)}
    return ids | {note.id for review in document.reviews for note in review.notes}


class _Ways:
    """The links of a blueprint while steps are taken out of it."""

    def __init__(self, graph: BlueprintGraph) -> None:
        self.graph = graph
        self.unit: dict[str, set[str]] = {}
        for unit in graph.units:
            members = set(unit)
            self.unit.update((step, members) for step in unit)  # one set, shared by its members
        flow = {link.id for link in graph.flow}
        self.turning = {end for link in graph.rework for end in (link.source, link.target)}
        self.shares: dict[str, dict[str, float]] = defaultdict(dict)  # source -> target -> share
        self.into: dict[str, set[str]] = defaultdict(set)
        self.standing: dict[str, Link] = {link.id: link for link in graph.document.links}
        self.ids = ids_of(graph.document)
        for link in graph.document.links:
            if link.id in flow:
                self._join(link.source, link.target, 1.0 if link.share is None else link.share)

    def links(self) -> list[Link]:
        return list(self.standing.values())

    def take_out(self, step: str) -> bool:
        """Joins what stands before and after the step and removes it; False where the step has to stay."""
        into, out = self.into[step], self.shares[step]
        if step in self.turning or not self._can_join(step):
            return False
        before = {source: self.shares[source][step] for source in into}
        exchange = len(self.unit.get(step, ())) > 1  # within one, shares mean nothing
        for source, target in self._missing(step):
            self._link(source, target, 1.0 if exchange else before[source] * out[target])
        for source in before:
            del self.shares[source][step]
        for target in out:
            self.into[target].discard(step)
        del self.shares[step], self.into[step]
        self.standing = {id: one for id, one in self.standing.items() if step not in (one.source, one.target)}
        if unit := self.unit.get(step):
            unit.discard(step)
        return True

    def _can_join(self, step: str) -> bool:
        into, out = self.into[step], self.shares[step]
        if len(self._missing(step)) > max(MOST_JOINED, len(into) + len(out)):
            return False
        unit = self.unit.get(step, {step})
        if len(unit) > 1:  # an exchange goes on without one who speaks to its members only
            return unit.issuperset(into) and unit.issuperset(out)
        if any(map(self._is_customer, into)) and any(map(self._is_customer, out)):
            return False  # the customer's wait begins at the step linked straight to the next
        if not out:
            return len(into) <= 1
        if not into:
            (target, share), *others = out.items()
            return not others and share == 1 and len(self.into[target]) == 1
        if all(share == 1 for share in out.values()):
            return len(out) == 1 or all(self.shares[source][step] == 1 for source in into)
        if len(into) > 1:
            return False
        (source,) = into
        rest = [share for target, share in self.shares[source].items() if target != step and share < 1]
        return len(out) == 1 or (self.shares[source][step] == 1 and not rest)

    def _missing(self, step: str) -> list[tuple[str, str]]:
        """From before the step to after it: where not all cases go straight there already."""
        return [
            (source, target)
            for source in sorted(self.into[step], key=self.graph.order.place.__getitem__)
            for target in self.shares[step]
            if source != target and self.shares[source].get(target) != 1
        ]

    def _is_customer(self, step: str) -> bool:
        return self.graph.side(step) == CUSTOMER

    def _join(self, source: str, target: str, share: float) -> None:
        total = min(1.0, self.shares[source].get(target, 0.0) + share)
        self.shares[source][target] = 1.0 if total > 1 - 1e-12 else total
        self.into[target].add(source)

    def _link(self, source: str, target: str, share: float) -> None:
        self._join(source, target, share)
        id = free_id(self.ids, "join")
        given = None if share == 1 else share
        self.standing[id] = Link(id=id, source=source, target=target, kind="flow", share=given)
