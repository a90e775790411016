"""How long the sheet takes to draw, and how well each router does on the same sheets.

python -m tests.bench.drawing            # the figures of the README
python -m tests.bench.drawing routers    # bends, crossings and length by router: docs/decisions/routing.md
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from blueprint.document import Document, dumps, from_data, read
from blueprint.drawing import draw, preview
from blueprint.drawing.routing import Point, Rect, Router, runs_through
from blueprint.drawing.routing.graphviz import Graphviz, engines
from tests.bench.friction import timed
from tests.bench.synthetic import synthetic
from tests.blueprint.drawing.sheets import laid_out, overlays, rects

EXAMPLES = ("vente-magasin", "reclamation", "support-b2b")


def main() -> int:
    if sys.argv[1:] == ["routers"]:
        compare()
        return 0
    good = True
    for steps, links, limit in ((200, 300, 1.0), (1000, 1500, 10.0)):
        document = from_data(synthetic(steps, links))
        good &= told(f"draw, {steps:,} steps, {links:,} links", lambda d=document: draw(d), limit)
        print(f"{'  the same as a command, from nothing':42} {as_command(document):7.3f} s")
    for name in EXAMPLES:
        example = read(f"examples/{name}.json")
        good &= told(f"preview, {name}", lambda d=example: preview(d), 0.1)
    return 0 if good else 1


def told(name: str, work: Callable[[], object], limit: float | None = None) -> bool:
    work()  # fonts and sentences are read once in a process
    seconds = timed(work, rounds=5) / 1000
    print(f"{name:42} {seconds:7.3f} s" + (f"   (limit {limit:4.1f} s)" if limit else ""))
    return limit is None or seconds < limit


def as_command(document: Document) -> float:
    """Seconds by the clock: the work is another process's, so the processor time of this one says nothing."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.json", Path(folder) / "out.svg"
        source.write_text(dumps(document), "utf-8")
        command = [sys.executable, "-m", "blueprint", "draw", str(source), "-o", str(out)]
        start = perf_counter()
        subprocess.run(command, check=True)
        return perf_counter() - start


class Timed:
    """A router that remembers how long it took and whether it had an answer."""

    def __init__(self, engine: Graphviz) -> None:
        self.engine, self.seconds, self.answered = engine, 0.0, False

    def route(self, around: Sequence[Rect], links: Sequence[tuple[int, int]]) -> list[list[Point]] | None:
        start = perf_counter()
        lines = self.engine.route(around, links)
        self.seconds, self.answered = perf_counter() - start, lines is not None
        return lines


def compare() -> None:
    sheets = [(name, read(f"examples/{name}.json")) for name in EXAMPLES]
    sheets += [(f"{n} steps, {m} links", from_data(synthetic(n, m))) for n, m in ((40, 60), (200, 300))]
    print(f"{'':22} {'router':14} {'bends':>5} {'cross':>5} {'overlie':>7} {'length':>7} {'s':>5}")
    for name, document in sheets:
        show(name, "gutters", document, [])
        for engine in engines():
            router = Timed(engine)
            show(name, Path(engine.program).name, document, [router], router)


def show(
    name: str, label: str, document: Document, routers: Sequence[Router], clock: Timed | None = None
) -> None:
    layout = laid_out(document, routers)
    if clock is not None and not clock.answered:
        print(f"{name:22} {label:14} no answer that may be drawn ({clock.seconds:.2f} s)")
        return
    lines = layout.links
    assert runs_through(rects(layout), lines) == []
    bends = sum(len(line) - 2 for line in lines)
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for line in lines for a, b in pairwise(line))
    seconds = f"{clock.seconds:5.2f}" if clock else "     "
    over = len(overlays(lines, near=2.5, long=4))
    print(f"{name:22} {label:14} {bends:5} {crossings(lines):5} {over:7} {length:7.0f} {seconds}")


def crossings(lines: Sequence[Sequence[Point]]) -> int:
    level, upright = [], []
    for index, line in enumerate(lines):
        for (x0, y0), (x1, y1) in pairwise(line):
            if abs(y0 - y1) < 0.5:
                level.append((min(x0, x1), max(x0, x1), y0, index))
            else:
                upright.append((min(y0, y1), max(y0, y1), x0, index))
    return sum(
        one != other and left + 1 < x < right - 1 and top + 1 < y < bottom - 1
        for left, right, y, one in level
        for top, bottom, x, other in upright
    )


if __name__ == "__main__":
    sys.exit(main())
