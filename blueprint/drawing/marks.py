"""The marks that people leave on a sheet: a pennant for friction they saw, a bubble for a note, an area.

Each differs from the diamond of a finding by its shape, and from the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.drawing import fonts
from blueprint.drawing.canvas import Canvas, box, polygon, stroke
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import COLOUR, TYPE

HIGH = 16.0  # of a pennant's cloth, and of a bubble
POLE = 6.0  # by which the pole stands out below
TAIL = 6.0  # of a pennant, and of a bubble's corner


def counted(numbers: Sequence[int]) -> str:
    return " · ".join(str(number) for number in numbers)


def pennant_width(numbers: str) -> float:
    return 2 + 5 + fonts.width(numbers, TYPE["flag"], "bold") + 4 + TAIL


def pennant(canvas: Canvas, x: float, y: float, numbers: str) -> list[Node]:
    """Friction that a person saw; (x, y) is the top of its pole."""
    wide = pennant_width(numbers)
    cloth = [(x, y), (x + wide, y), (x + wide - TAIL, y + HIGH / 2), (x + wide, y + HIGH), (x, y + HIGH)]
    return [
        stroke(f"M{x + 1:.1f} {y:.1f}v{HIGH + POLE:.1f}", "ink", 2.0),
        polygon(cloth, "ink"),
        canvas.text(x + 7, y + HIGH / 2 + 4, numbers, "flag", weight="bold", colour="inverse"),
    ]


def bubble_width(numbers: str) -> float:
    return fonts.width(numbers, TYPE["pill"], "semibold") + 12


def bubble(canvas: Canvas, x: float, y: float, numbers: str) -> list[Node]:
    """A note that somebody pinned; (x, y) is its top left corner."""
    wide = bubble_width(numbers)
    left, right, bottom = x + 4, x + wide - 4, y + HIGH - 3
    path = (
        f"M{left:.1f} {y:.1f}H{right:.1f}q4 0 4 4V{bottom - 4:.1f}q0 4 -4 4H{x + 9:.1f}l-4 4v-4h-1q-4 0 -4 -4"
        f"V{y + 4:.1f}q0 -4 4 -4z"
    )
    return [
        node(
            "path",
            d=path,
            fill=COLOUR["card"],
            stroke=COLOUR["ink"],
            stroke_width=1.0,
            stroke_linejoin="round",
        ),
        canvas.text(x + 6, y + 10.3, numbers, "pill", weight="semibold"),
    ]


def area(canvas: Canvas, x: float, y: float, right: float, bottom: float, numbers: str) -> list[Node]:
    """A part of the sheet in which a person saw friction, with its pennant at the corner."""
    outline = box(x, y, right - x, bottom - y, stroke="ink", line=1.6, radius=8.0, dash="area")
    return [outline, *pennant(canvas, x, y - HIGH, numbers)]
