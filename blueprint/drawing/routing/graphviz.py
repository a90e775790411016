"""Graphviz as a router: cards are pinned, links find their way around them by themselves.

Graphviz is given integers and gives numbers back; no text of a person ever reaches it. It runs in a process
of its own, bounded in time and memory, in an empty folder, and its answer is checked before it is drawn.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from blueprint.drawing.routing import Point, Rect, runs_through

SECONDS = 20
BYTES = 2 * 1024**3
POINT = 1 / 72  # Graphviz counts sizes in inches
MARGIN = 4  # what links keep away from cards they pass
SLANT = 1.5  # by how much an end may be off before a line counts as slanted

# A process that limits itself and then becomes Graphviz: in a server with threads, no Python may run between
# fork and exec.
_LIMITED = (
    "import os,resource,sys;resource.setrlimit(resource.RLIMIT_AS,(int(sys.argv[1]),)*2);"
    "os.execv(sys.argv[2],sys.argv[2:])"
)


@dataclass(frozen=True)
class Graphviz:
    """One Graphviz. `route` answers None where it fails: too slow, an error, a line that may not be drawn."""

    program: str

    def route(self, rects: Sequence[Rect], links: Sequence[tuple[int, int]]) -> list[list[Point]] | None:
        """A line for each link from card to card."""
        with tempfile.TemporaryDirectory() as empty:
            command = [sys.executable, "-I", "-S", "-c", _LIMITED, str(BYTES)]
            command += [self.program, "-Kneato", "-n2", "-Tjson"]
            try:
                done = subprocess.run(
                    command,
                    input=_dot(rects, links),
                    capture_output=True,
                    timeout=SECONDS,
                    cwd=empty,
                    check=True,
                )
                lines = _lines(done.stdout, len(links))
            except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError):
                return None
        if any(len(line) < 2 for line in lines):
            return None
        drawn = [_ending_at(line, rects[a], rects[b]) for line, (a, b) in zip(lines, links, strict=True)]
        touching = all(
            _touches(line[0], rects[a]) and _touches(line[-1], rects[b])
            for line, (a, b) in zip(drawn, links, strict=True)
        )
        good = touching and all(map(_upright, drawn)) and not runs_through(rects, drawn)
        return drawn if good else None


def engines() -> list[Graphviz]:
    """What there is: the system's Graphviz, then the one that a Python package carries."""
    beside = shutil.which("graphviz-pure", path=str(Path(sys.executable).parent))
    found = [shutil.which("dot"), beside or shutil.which("graphviz-pure")]
    return [Graphviz(program) for program in found if program]


def _dot(rects: Sequence[Rect], links: Sequence[tuple[int, int]]) -> bytes:
    """The pinned cards and their links, y upwards as Graphviz has it."""
    parts = [f"digraph{{graph[notranslate=true,splines=ortho,esep={MARGIN}]edge[dir=none]"]
    parts.append("node[shape=box,fixedsize=true,label=0]")
    for index, (left, top, right, bottom) in enumerate(rects):
        x, y = round((left + right) / 2), -round((top + bottom) / 2)
        wide, high = 2 * int((right - left) / 2), 2 * int((bottom - top) / 2)
        parts.append(f'{index}[pos="{x},{y}!",width={wide * POINT:.6f},height={high * POINT:.6f}]')
    parts += [f"{source}->{target}[id={index}]" for index, (source, target) in enumerate(links)]
    return ("\n".join(parts) + "}").encode("ascii")


def _lines(answer: bytes, count: int) -> list[list[Point]]:
    """The corners of each link: every third point of its curve."""
    found: dict[int, list[Point]] = {}
    for edge in json.loads(answer).get("edges", []):
        points = [point.split(",") for point in edge["pos"].split()]
        found[int(edge["id"])] = [(float(x), -float(y)) for x, y in points[::3]]
    return [found[index] for index in range(count)]


def _ending_at(line: list[Point], source: Rect, target: Rect) -> list[Point]:
    """The line from edge to edge: Graphviz works in whole points and ends a little before or behind one."""
    first, last = _snapped(line[0], source, line[1]), _snapped(line[-1], target, line[-2])
    return [first, *line[1:-1], last]


def _snapped(end: Point, rect: Rect, toward: Point) -> Point:
    left, top, right, bottom = rect
    if abs(end[1] - toward[1]) <= abs(end[0] - toward[0]):
        return (right if toward[0] > end[0] else left), toward[1]
    return toward[0], (bottom if toward[1] > end[1] else top)


def _touches(end: Point, rect: Rect) -> bool:
    return rect[0] <= end[0] <= rect[2] and rect[1] <= end[1] <= rect[3]


def _upright(line: Sequence[Point]) -> bool:
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < SLANT for a, b in pairwise(line))
