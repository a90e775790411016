"""Lanes and the three lines: fills, names, marks of cells where nothing happens."""

from __future__ import annotations

from itertools import pairwise

from blueprint.drawing import fonts
from blueprint.drawing.canvas import Canvas, box, leading, stroke
from blueprint.drawing.layout import PAD, Layout
from blueprint.drawing.lines import widest_word, wrap
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import RADIUS, SIZE, STROKE, TYPE
from blueprint.drawing.words import Words
from blueprint.graph import BlueprintGraph

LINES = {"interaction": "interaction", "visibility": "visibility", "internal-interaction": "internal"}
PILL = 20.0
WIDEST = 220.0


def label_width(graph: BlueprintGraph, words: Words) -> float:
    """The width of the label column: no word of a lane's title and no line's name is broken for it."""
    wide = [SIZE["label-column"]]
    wide += [widest_word(lane.title, TYPE["lane-title"], "bold") + SIZE["margin"] + 12 for lane in graph.rows]
    wide += [_pill_width(words, name) + 16 for name in graph.lines]
    return min(max(wide), WIDEST)


def label_heights(graph: BlueprintGraph, width: float) -> list[float]:
    """How high each lane must be for its label."""
    heights = []
    for title, about in _labels(graph, width):
        heights.append(leading("lane-title") * len(title) + leading("lane-note") * len(about) + 4)
    return heights


def fills(
    canvas: Canvas, graph: BlueprintGraph, layout: Layout, top: float, width: float, left: float
) -> Node:
    """Each lane's colour and label."""
    group = node("g")
    labels = _labels(graph, left)
    for lane, row, (title, about) in zip(graph.rows, layout.rows, labels, strict=True):
        x, y = SIZE["margin"], top + row.top + PAD + 12
        room = left - SIZE["margin"] - 8
        group.add(
            node(
                "g",
                box(0, top + row.top, width, row.height, fill=f"lane-{lane.kind}"),
                *canvas.lines(x, y, title, "lane-title", weight="bold", room=room),
                *canvas.lines(x, y + leading("lane-title") * len(title), about, "lane-note", colour="muted",
                              room=room),
                data_lane=lane.id,
            )
        )  # fmt: skip
    return group


def columns(layout: Layout, top: float, bottom: float) -> Node:
    """A faint dotted line between moments."""
    group = node("g")
    for (_, right), (left, _) in pairwise(layout.columns):
        path = f"M{(right + left) / 2:.1f} {top:.1f}V{bottom:.1f}"
        group.add(stroke(path, "hairline", STROKE["hairline"], dash="column"))
    return group


def lines(canvas: Canvas, words: Words, layout: Layout, top: float, width: float) -> Node:
    """The lines of interaction, visibility and internal interaction, each with its name."""
    group = node("g")
    for row in layout.rows:
        if row.line is None:
            continue
        name, at = row.line
        y, kind = top + at, LINES[name]
        wide = _pill_width(words, name)
        group.add(
            node(
                "g",
                stroke(f"M0 {y:.1f}H{width:.1f}", "ink", STROKE[kind], dash=kind,
                       cap="round" if kind == "internal" else None),
                box(8.0, y - PILL / 2, wide, PILL, fill="paper", stroke="ink", line=1.0, radius=PILL / 2),
                canvas.text(8 + wide / 2, y + 3.9, words("line." + name), "line-name", weight="semibold",
                            anchor="middle"),
                data_line=name,
            )
        )  # fmt: skip
    return group


def blanks(canvas: Canvas, words: Words, layout: Layout, top: float) -> Node:
    """Cells of which it is known that nothing happens there."""
    group = node("g")
    for x, y, wide, high in layout.blanks:
        group.add(
            box(x, top + y, wide, high, stroke="border", line=1.0, radius=RADIUS["card"], dash="blank"),
            canvas.text(x + wide / 2, top + y + high / 2 + 4, words("blank"), "card-note", colour="muted",
                        anchor="middle"),
        )  # fmt: skip
    return group


def _labels(graph: BlueprintGraph, width: float) -> list[tuple[list[str], list[str]]]:
    room = width - SIZE["margin"] - 8
    labels = []
    for lane in graph.rows:
        about = graph.title(lane.actor) if lane.actor else ""
        labels.append(
            (
                wrap(lane.title, room, TYPE["lane-title"], "bold"),
                wrap(about, room, TYPE["lane-note"]) if about and about != lane.title else [],
            )
        )
    return labels


def _pill_width(words: Words, name: str) -> float:
    return fonts.width(words("line." + name), TYPE["line-name"], "semibold") + 18
