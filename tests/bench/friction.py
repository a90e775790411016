"""How long friction takes in process, from a document to its findings.

python -m tests.bench.friction
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from blueprint.document import Document, from_data
from blueprint.friction import analyse
from tests.bench.synthetic import Record, synthetic


def exchange(steps: int) -> Record:
    """An innocent sheet that no walk over paths or cycles survives: one moment, all linked both ways."""
    data = synthetic(steps, 0)
    data["moments"], data["phases"] = data["moments"][:1], data["phases"][:1]
    for step in data["steps"]:
        step["moment"] = "m0"
    walkers = [step["id"] for step in data["steps"] if step.get("kind") != "evidence"]
    pairs = [(one, two) for one in walkers for two in walkers if one != two]
    data["links"] = [{"id": f"k{n}", "source": one, "target": two} for n, (one, two) in enumerate(pairs)]
    return data


def timed(work: Callable[[], Any], rounds: int = 15) -> float:
    """The median of some rounds in milliseconds."""
    figures = []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        work()
        figures.append((perf_counter() - start) * 1000)
    return median(figures)


def measure(name: str, document: Document, limit: float) -> float:
    figure = timed(lambda: analyse(document))
    count = len(analyse(document).findings)
    print(f"{name:34} {figure:8.1f} ms   (limit {limit:5.0f} ms, {count} findings)")
    return figure


def main() -> int:
    analyse(from_data(synthetic(20, 30)))  # imports and sentences are read once
    small = measure("200 steps, 300 links", from_data(synthetic(200, 300)), 50)
    large = measure("1,000 steps, 1,500 links", from_data(synthetic(1000, 1500)), 750)
    ten = measure("2,000 steps, 3,000 links", from_data(synthetic(2000, 3000)), 1500)
    dense = measure("60 steps all exchanging", from_data(exchange(60)), 250)
    print(f"{'ten times the steps':34} {ten / small:8.1f} x    (limit    15 x)")
    return 0 if small < 50 and large < 750 and dense < 250 and ten < 15 * small else 1


if __name__ == "__main__":
    sys.exit(main())
