"""The legend below the sheet: each finding with its reason, then the signs and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from blueprint.drawing import fonts
from blueprint.drawing.arrows import arrow
from blueprint.drawing.canvas import (
    Canvas,
    box,
    flag,
    flag_width,
    leading,
    pill,
    pill_size,
    star,
    stroke,
    wait_bar,
)
from blueprint.drawing.head import ring, square
from blueprint.drawing.lines import wrap
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import RADIUS, SIZE, STROKE, TYPE
from blueprint.drawing.words import Words

WIDE = 380.0  # a column of findings wants to be this wide
GAP = 28.0


@dataclass(frozen=True)
class Entry:
    """One numbered friction: what kind it is, why, on which cards it stands, and what people said of it."""

    number: int
    key: str  # fingerprint or flag id
    title: str
    because: str
    where: str
    said: str = ""


def findings(
    canvas: Canvas, words: Words, entries: Sequence[Entry], width: float, y: float
) -> tuple[Node, float]:
    """The numbered findings in columns, from top to bottom and then to the right."""
    heading = words("legend.findings", count=len(entries)) if entries else words("legend.none")
    indent = 10 + max((flag_width(str(entry.number)) for entry in entries), default=0.0)
    return _columns(canvas, heading, [_finding(canvas, entry, indent) for entry in entries], width, y)


def notes(
    canvas: Canvas, words: Words, told: Sequence[tuple[str, str]], width: float, y: float
) -> tuple[Node, float]:
    """People's notes, in the same columns."""
    blocks = [_note(canvas, title, text) for title, text in told]
    return _columns(canvas, words("legend.notes", count=len(told)), blocks, width, y)


def key(canvas: Canvas, words: Words, shown: set[str], width: float, y: float) -> tuple[Node, float]:
    """The signs that stand on this sheet, each with its meaning, in rows."""
    margin = SIZE["margin"]
    group = node("g", role="group", aria_label=words("legend.signs"))
    signs = [sign for sign in _signs(canvas, words) if sign[0] in shown]
    x, y = margin, y + 22
    for name, wide, draw in signs:
        text = words("sign." + name)
        long = wide + 8 + fonts.width(text, TYPE["legend-note"]) + 26
        if x + long - 26 > width - margin and x > margin:
            x, y = margin, y + 24
        group.add(*draw(x, y - 4), canvas.text(x + wide + 8, y, text, "legend-note", colour="muted"))
        x += long
    return group, y + 14


# A block is fitted to the width of its column: then it knows its height, and can be drawn at a point.
Block = Callable[[float], tuple[float, Callable[[float, float], Node]]]


def _columns(
    canvas: Canvas, heading: str, blocks: Sequence[Block], width: float, y: float
) -> tuple[Node, float]:
    margin = SIZE["margin"]
    y += leading("legend-title")
    group = node("g", role="group", aria_label=heading)
    group.add(canvas.text(margin, y, heading, "legend-title", weight="bold"))
    y += 12
    if not blocks:
        return group, y
    count = max(1, min(4, int((width - 2 * margin + GAP) // (WIDE + GAP)), len(blocks)))
    wide = (width - 2 * margin - GAP * (count - 1)) / count
    fitted = [block(wide) for block in blocks]
    bottom = y
    for number, column in enumerate(_balance([high for high, _ in fitted], count)):
        at = y
        for index in column:
            high, draw = fitted[index]
            group.add(draw(margin + number * (wide + GAP), at))
            at += high
        bottom = max(bottom, at)
    return group, bottom


def _finding(canvas: Canvas, entry: Entry, indent: float) -> Block:
    number = str(entry.number)
    middle = (indent - 10 + flag_width(number)) / 2

    def fit(wide: float) -> tuple[float, Callable[[float, float], Node]]:
        parts = [
            (entry.title, "legend-text", "bold", "ink"),
            (entry.because, "legend-text", "regular", "ink"),
            (entry.where, "legend-note", "regular", "muted"),
            (entry.said, "legend-note", "semibold", "muted"),
        ]
        high, write = _paragraphs(canvas, parts, wide - indent)

        def draw(x: float, y: float) -> Node:
            block = node("g", data_finding=entry.key)
            return block.add(*flag(canvas, x + middle, y + 10, number), *write(x + indent, y + 14))

        return high + 14, draw

    return fit


def _note(canvas: Canvas, title: str, text: str) -> Block:
    def fit(wide: float) -> tuple[float, Callable[[float, float], Node]]:
        parts = [(title, "legend-note", "semibold", "muted"), (text, "legend-text", "regular", "ink")]
        high, write = _paragraphs(canvas, parts, wide)
        return high + 10, lambda x, y: node("g", *write(x, y + 14))

    return fit


def _paragraphs(
    canvas: Canvas, parts: Sequence[tuple[str, str, str, str]], room: float
) -> tuple[float, Callable[[float, float], list[Node]]]:
    """Texts one below the other, each with its kind, weight and colour: how high, and how to write them."""
    wrapped = [
        (wrap(text, room, TYPE[kind], weight), kind, weight, colour)
        for text, kind, weight, colour in parts
        if text
    ]

    def write(x: float, y: float) -> list[Node]:
        written: list[Node] = []
        for lines, kind, weight, colour in wrapped:
            written += canvas.lines(x, y, lines, kind, weight=weight, colour=colour, room=room)
            y += leading(kind) * len(lines)
        return written

    return sum(leading(kind) * len(lines) for lines, kind, _, _ in wrapped), write


def _balance(heights: Sequence[float], count: int) -> list[list[int]]:
    """Consecutive entries in `count` columns such that the highest is as low as can be."""
    low, high = max(heights), sum(heights)
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= count:
            high = middle
        else:
            low = middle
    return _filled(heights, high)


def _filled(heights: Sequence[float], limit: float) -> list[list[int]]:
    columns: list[list[int]] = [[]]
    used = 0.0
    for index, height in enumerate(heights):
        if columns[-1] and used + height > limit:
            columns.append([])
            used = 0.0
        columns[-1].append(index)
        used += height
    return columns


Sign = tuple[str, float, Callable[[float, float], list[Node]]]


def _signs(canvas: Canvas, words: Words) -> list[Sign]:
    """Every sign there is: its name, its width, and how to draw it with its middle at y."""

    def edged(side: str) -> Callable[[float, float], list[Node]]:
        return lambda x, y: [
            box(x, y - 8, 24.0, 16, fill="card", stroke=side, line=STROKE["card"], radius=4.0,
                dash="evidence" if side == "evidence" else None),
            *([box(x, y - 5, 3.0, 10, fill=side, radius=1.5)] if side in ("customer", "employee") else []),
        ]  # fmt: skip

    def curve(x: float, y: float, half: str) -> Node:
        return stroke(f"M{x:.1f} {y:.1f}h24", half, 2.0, dash=f"curve-{half}")

    tool = words("sign.tool.example")
    return [
        ("customer-card", 24.0, edged("customer")),
        ("employee-card", 24.0, edged("employee")),
        ("evidence-card", 24.0, edged("evidence")),
        ("customer", 24.0, lambda x, y: [curve(x, y, "customer"), ring(x + 12, y, 4.2, 1.9)]),
        ("employee", 24.0, lambda x, y: [curve(x, y, "employee"), square(x + 12, y, 3.8)]),
        ("truth", 12.0, lambda x, y: [star(x + 6, y, "customer")]),
        ("wait", 24.0, lambda x, y: [wait_bar(x, y, 24.0)]),
        ("tool", pill_size(tool, 1e9)[0], lambda x, y: pill(canvas, x, y - 8.5, tool, "employee", 1e9)),
        ("flag", flag_width("1"), lambda x, y: flag(canvas, x + flag_width("1"), y, "1")),
        ("flow", 30.0, lambda x, y: [arrow([(x, y), (x + 30, y)], rework=False, link="", spoken="")]),
        ("rework", 36.0, lambda x, y: [arrow([(x + 36, y), (x, y)], rework=True, link="", spoken="")]),
        ("blank", 24.0, lambda x, y: [
            box(x, y - 8, 24.0, 16, stroke="border", line=1.0, radius=RADIUS["pill"] / 2, dash="blank")]),
    ]  # fmt: skip
