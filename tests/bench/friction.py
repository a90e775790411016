"""How long friction takes in process, from a document to its findings, and to the whole diagnosis.

python -m tests.bench.friction

Seconds are of the processor, so that what else runs on the machine counts less.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from blueprint.document import Document, from_data
from blueprint.friction import analyse, diagnose
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


def ladder(rungs: int) -> Record:
    """Alternatives after alternatives: two ways on at each rung, 2^rungs scenarios."""
    data = synthetic(2 * rungs + 1, 0)
    steps = [step["id"] for step in data["steps"]]
    for step in data["steps"]:
        step["moment"] = "m0"
        if step.get("kind") == "evidence":
            step |= {"kind": "approval", "lane": next(iter(_employees(data)))}
    links = []
    for rung in range(rungs):
        start, side, end = steps[2 * rung : 2 * rung + 3]
        links += [(start, end, 0.5), (start, side, 0.5), (side, end, 1)]
    data["links"] = [
        {"id": f"k{n}", "source": source, "target": target, "share": share}
        for n, (source, target, share) in enumerate(links)
    ]
    return data


def loops(count: int) -> Record:
    """A sheet with as many rework links, each over much of it."""
    data = synthetic(100, 150)
    steps = [step["id"] for step in data["steps"] if step.get("kind") != "evidence"]
    data["links"] += [
        {"id": f"r{n}", "source": steps[-1 - n % 40], "target": steps[n % 37], "kind": "rework", "share": 0.2}
        for n in range(count)
        if steps[-1 - n % 40] != steps[n % 37]
    ]
    return data


def _employees(data: Record) -> list[str]:
    return [lane["id"] for lane in data["lanes"] if lane["kind"] == "backstage"]


def timed(work: Callable[[], Any], rounds: int = 9) -> float:
    """The median of some rounds in milliseconds of the processor."""
    figures = []
    for _ in range(rounds):
        gc.collect()
        start = process_time()
        work()
        figures.append((process_time() - start) * 1000)
    return median(figures)


def measure(name: str, work: Callable[[Document], Any], document: Document, limit: float) -> float:
    figure = timed(lambda: work(document))
    count = len(analyse(document).findings)
    print(f"{name:40} {figure:8.1f} ms   (limit {limit:5.0f} ms, {count} findings)")
    return figure


def main() -> int:
    diagnose(from_data(synthetic(20, 30)))  # imports and sentences are read once
    sheets = {size: from_data(synthetic(size, size * 3 // 2)) for size in (200, 1000, 2000)}
    good = True

    def within(name: str, work: Callable[[Document], Any], document: Document, limit: float) -> float:
        nonlocal good
        figure = measure(name, work, document, limit)
        good &= figure < limit
        return figure

    small = within("findings, 200 steps, 300 links", analyse, sheets[200], 50)
    within("findings, 1,000 steps, 1,500 links", analyse, sheets[1000], 750)
    large = within("findings, 2,000 steps, 3,000 links", analyse, sheets[2000], 1500)
    print(f"{'ten times the steps, findings':40} {large / small:8.1f} x    (limit    15 x)")
    within("everything, 200 steps, 300 links", diagnose, sheets[200], 250)
    within("everything, 1,000 steps, 1,500 links", diagnose, sheets[1000], 2500)
    within("everything, 60 steps all exchanging", diagnose, from_data(exchange(60)), 500)
    within("everything, 40 alternatives in a row", diagnose, from_data(ladder(40)), 500)
    within("everything, 200 rework links", diagnose, from_data(loops(200)), 1000)
    return 0 if good and large < 15 * small else 1


if __name__ == "__main__":
    sys.exit(main())
