"""Links as they are drawn: rounded corners, a clear head; rework dashed, with an open head."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.drawing.canvas import stroke
from blueprint.drawing.routing import Point
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import COLOUR, STROKE

ROUND = 6.0
HEAD_LONG, HEAD_HALF = 8.5, 3.8


def arrow(points: Sequence[Point], *, rework: bool, link: str, spoken: str) -> Node:
    """One link along its corners, its head at the last."""
    tip, before = points[-1], points[-2]
    dx, dy = _direction(before, tip)
    heel = tip[0] - dx * HEAD_LONG, tip[1] - dy * HEAD_LONG
    group = node("g", role="img", aria_label=spoken, data_link=link)
    colour = "rework" if rework else "link"
    wings = [
        (heel[0] - dy * HEAD_HALF, heel[1] + dx * HEAD_HALF),
        tip,
        (heel[0] + dy * HEAD_HALF, heel[1] - dx * HEAD_HALF),
    ]
    shape = "M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}Z".format(*(value for wing in wings for value in wing))
    group.add(
        stroke(path([*points[:-1], heel]), colour, STROKE["link"], dash="rework" if rework else None),
        node(
            "path", d=shape, fill=COLOUR["card"] if rework else COLOUR[colour], stroke=COLOUR[colour],
            stroke_width=1.3 if rework else 0.6, stroke_linejoin="round",
        ),
    )  # fmt: skip
    return group


def path(points: Sequence[Point]) -> str:
    """The line through the corners, each rounded as far as its neighbours leave room."""
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        ix, iy = _direction(before, corner)
        ox, oy = _direction(corner, after)
        parts.append(f"L{corner[0] - ix * reach:.1f} {corner[1] - iy * reach:.1f}")
        parts.append(
            f"Q{corner[0]:.1f} {corner[1]:.1f} {corner[0] + ox * reach:.1f} {corner[1] + oy * reach:.1f}"
        )
    parts.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return "".join(parts)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])  # lines are level or upright


def _direction(a: Point, b: Point) -> Point:
    length = _length(a, b) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length
