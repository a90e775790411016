"""Which of its alternatives a case takes: all combinations with their weights, or a fixed draw of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

SEED = 2005
Ends = tuple[int, int]


@dataclass(frozen=True)
class Decision:
    """The alternatives out of one step with their shares; the rest of the cases take none of them."""

    shares: dict[Ends, float]

    def outcomes(self) -> tuple[list[Ends | None], NDArray[np.float64]]:
        """What may happen, and how likely it is; what cannot happen is left out."""
        rest = 1 - sum(self.shares.values())
        chances: dict[Ends | None, float] = {None: rest if rest > 1e-9 else 0.0}
        chances.update((ends, share) for ends, share in self.shares.items())
        possible = [outcome for outcome in [*self.shares, None] if chances[outcome] > 0]
        weights = np.array([chances[outcome] for outcome in possible])
        return possible, weights / weights.sum()


@dataclass(frozen=True)
class Scenarios:
    """Scenarios with their weights, which sum to 1."""

    weights: NDArray[np.float64]
    sampled: bool
    decisions: tuple[tuple[list[Ends | None], NDArray[np.float64]], ...]
    outcomes: tuple[NDArray[np.int64], ...]  # per decision: what happens in each scenario

    def takes(self, source: int, target: int) -> NDArray[np.bool_]:
        """In which scenarios a case at the source takes this alternative."""
        for (possible, _), outcome in zip(self.decisions, self.outcomes, strict=True):
            if (source, target) in possible:
                taken: NDArray[np.bool_] = outcome == possible.index((source, target))
                return taken
        return np.zeros(len(self.weights), dtype=bool)

    def likeliest(self) -> Scenarios:
        """The one scenario that happens most."""
        outcomes = tuple(np.array([int(weights.argmax())]) for _, weights in self.decisions)
        return Scenarios(np.ones(1), False, self.decisions, outcomes)


def scenarios(decisions: list[Decision], most: int) -> Scenarios:
    """All of them where there are at most `most`, else `most` drawn with a fixed seed."""
    known = tuple(decision.outcomes() for decision in decisions)
    count = prod(len(possible) for possible, _ in known)
    if count > most:
        chance = np.random.default_rng(SEED)
        drawn = tuple(
            np.minimum(np.searchsorted(weights.cumsum(), chance.random(most), side="right"), len(weights) - 1)
            for _, weights in known
        )
        return Scenarios(np.full(most, 1 / most), True, known, drawn)
    left = np.arange(count)
    weight = np.ones(count)
    outcomes = []
    for _, weights in known:
        outcomes.append(left % len(weights))
        weight = weight * weights[outcomes[-1]]
        left = left // len(weights)
    return Scenarios(weight, False, known, tuple(outcomes))
