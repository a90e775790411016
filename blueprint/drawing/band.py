"""The emotion band: both curves above the lanes, told apart by mark, dash and name as well as by hue.

A moment where nothing is known is a gap. Points of both sides in one moment stand beside each other, and
names stand where they touch neither a mark, a curve nor another name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from blueprint.drawing import fonts
from blueprint.drawing.canvas import Canvas, box, leading, stroke
from blueprint.drawing.figures import Curve
from blueprint.drawing.head import Columns, ring, square
from blueprint.drawing.lines import wrap
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import SIZE, STROKE, TYPE
from blueprint.drawing.words import Words

STEP = SIZE["band-step"]
ABOVE, BELOW = 20.0, 26.0  # room for names above +2 and below -2
APART = 5.0  # from the middle of a column to each side's point
Spot = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def band(
    canvas: Canvas,
    words: Words,
    curves: Sequence[Curve],
    columns: Columns,
    y: float,
    left: float,
    width: float,
) -> tuple[Node, float]:
    """The band with its scale from `left`, and where it ends."""
    zero = y + ABOVE + 2 * STEP
    group = node("g", role="img", aria_label=words("band.spoken", told=_spoken(words, curves)))
    group.add(*_scale(canvas, zero, left, width), *_label(canvas, words, zero))
    runs = {curve.half: _runs(curve, columns, zero) for curve in curves}
    taken = [(x - 8, py - 8, x + 8, py + 8) for lines in runs.values() for run in lines for x, py in run]
    paths = [spot for lines in runs.values() for run in lines for spot in _sampled(run)]
    for curve in curves:
        dash = f"curve-{curve.half}"
        for run in runs[curve.half]:
            if len(run) > 1:
                group.add(stroke(_path(run), curve.half, STROKE["curve"], dash=dash))
    # Marks over all curves, so that a curve never hides one.
    for curve in curves:
        for run in runs[curve.half]:
            for x, py in run:
                mark = ring(x, py, SIZE["marker"], STROKE["curve"])
                group.add(mark if curve.half == "customer" else square(x, py, SIZE["marker"] - 0.5))
    for curve in curves:
        for index, name in sorted(curve.names.items()):
            point = _point(curve, index, columns, zero)
            group.add(*_name(canvas, name, curve.half, point, taken, paths, (left, width), (y, zero)))
    return group, zero + 2 * STEP + BELOW


def _scale(canvas: Canvas, zero: float, left: float, width: float) -> list[Node]:
    nodes = []
    for mood in (2, 1, 0, -1, -2):
        at = zero - mood * STEP
        nodes.append(stroke(f"M{left:.1f} {at:.1f}H{width:.1f}", "border" if mood == 0 else "hairline", 0.8))
        text = f"+{mood}" if mood > 0 else f"−{-mood}" if mood else "0"
        nodes.append(canvas.text(left - 6, at + 3.8, text, "scale", colour="muted", anchor="end"))
    return nodes


def _label(canvas: Canvas, words: Words, zero: float) -> list[Node]:
    """The name of the band, and which line is whose."""
    x, y = SIZE["margin"], zero - 2 * STEP + 6
    nodes = [canvas.text(x, y, words("band.title"), "lane-title", weight="bold")]
    for half, mark in (
        ("customer", ring(x + 12, y + 17, 4.2, 1.9)),
        ("employee", square(x + 12, y + 36, 3.8)),
    ):
        at = y + (17 if half == "customer" else 36)
        nodes.append(stroke(f"M{x:.1f} {at:.1f}h24", half, 2.0, dash=f"curve-{half}"))
        nodes.append(mark)
        nodes.append(canvas.text(x + 31, at + 4, words("band." + half), "lane-note", colour=half))
    return nodes


def _point(curve: Curve, index: int, columns: Columns, zero: float) -> Spot:
    left, right = columns[index]
    mood = curve.points[index] or 0.0
    return (left + right) / 2 + (-APART if curve.half == "customer" else APART), zero - mood * STEP


def _runs(curve: Curve, columns: Columns, zero: float) -> list[list[Spot]]:
    runs: list[list[Spot]] = [[]]
    for index, mood in enumerate(curve.points):
        if mood is None:
            runs.append([])
        else:
            runs[-1].append(_point(curve, index, columns, zero))
    return [run for run in runs if run]


def _path(run: Sequence[Spot]) -> str:
    """A curve that is level at every point, so that it never shows a feeling nobody had."""
    parts = [f"M{run[0][0]:.1f} {run[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in pairwise(run):
        middle = (x0 + x1) / 2
        parts.append(f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(parts)


def _sampled(run: Sequence[Spot]) -> list[Spot]:
    """Points along the curve, close enough that no name slips between two."""
    spots = []
    for (x0, y0), (x1, y1) in pairwise(run):
        count = max(12, int((x1 - x0) / 6))
        for number in range(count + 1):
            t = number / count
            # A cubic with both handles at the middle: x and y of the same parameter.
            x = x0 + (x1 - x0) * (1.5 * t - 1.5 * t * t + t**3)
            spots.append((x, y0 + (y1 - y0) * (3 * t * t - 2 * t**3)))
    return spots


def _name(
    canvas: Canvas,
    name: str,
    half: str,
    point: Spot,
    taken: list[Box],
    paths: list[Spot],
    across: tuple[float, float],
    band: tuple[float, float],
) -> list[Node]:
    """A name beside its point, at the place that touches least; what it takes is added to `taken`."""
    size = TYPE["curve-name"]
    lines = wrap(name, 150.0, size, "semibold")
    wide = max(fonts.width(line, size, "semibold") for line in lines)
    high = leading("curve-name") * len(lines)
    top, bottom = band[0] + 2, band[1] + 2 * STEP + BELOW - 2
    best: tuple[float, Box] | None = None
    for order, (dx, dy) in enumerate(_around(wide, high)):
        left = min(max(point[0] + dx, across[0] + 2), across[1] - wide - 4)
        up = min(max(point[1] + dy, top), bottom - high)
        spot = (left, up, left + wide, up + high)
        hurt = sum(100.0 for other in taken if _touch(spot, other)) + sum(
            4.0 for x, y in paths if spot[0] - 3 < x < spot[2] + 3 and spot[1] - 1 < y < spot[3] + 1
        )
        far = abs(left - point[0] - dx) + abs(up - point[1] - dy)
        if best is None or hurt + far + order * 0.5 < best[0]:
            best = hurt + far + order * 0.5, spot
    assert best is not None
    taken.append(best[1])
    left, up = best[1][:2]
    behind = box(left - 2, up, wide + 4, high, fill="paper")  # so that no line of the scale strikes it out
    return [
        behind,
        *canvas.lines(left, up + size * 0.95, lines, "curve-name", weight="semibold", colour=half),
    ]


def _around(wide: float, high: float) -> list[Spot]:
    """Where a name may stand, seen from its point: right first, then above and below, then left."""
    return [
        (10, -high / 2), (9, 5), (9, -high - 5), (10, 14), (10, -high - 14),
        (-wide / 2, 9), (-wide / 2, -high - 9), (-wide / 2, 22), (-wide / 2, -high - 22),
        (-wide - 10, -high / 2), (-wide - 9, 5), (-wide - 9, -high - 5), (10, 28), (10, -high - 28),
    ]  # fmt: skip


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _spoken(words: Words, curves: Sequence[Curve]) -> str:
    """The curves as a sentence, for who cannot see them."""
    told = []
    for curve in curves:
        moods = [words("band.unknown") if mood is None else words.number(mood) for mood in curve.points]
        told.append(f"{words('band.' + curve.half)} {', '.join(moods)}")
    return "; ".join(told)
