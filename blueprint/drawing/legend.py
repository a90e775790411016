"""The legend below the sheet: each friction with its reason, what people said, then the signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from blueprint.drawing.entries import Entry
from blueprint.drawing.head import ring, square
from blueprint.drawing.lines import wrap
from blueprint.drawing.marks import bubble, bubble_width, pennant, pennant_width
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import RADIUS, SIZE, STROKE, TYPE
from blueprint.drawing.words import Words

WIDE = 380.0  # a column of findings wants to be this wide
GAP = 28.0


def section(
    canvas: Canvas, heading: str, entries: Sequence[Entry], width: float, y: float
) -> tuple[Node, float]:
    """Entries under their heading, in columns, from top to bottom and then to the right."""
    indent = max((mark_width(entry) + 10 for entry in entries if entry.mark), default=0.0)
    return _columns(canvas, heading, [_entry(canvas, entry, indent) for entry in entries], width, y)


def mark_width(entry: Entry) -> float:
    number = str(entry.number)
    return {"flag": flag_width, "pennant": pennant_width, "note": bubble_width}[entry.mark](number)


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


def _entry(canvas: Canvas, entry: Entry, indent: float) -> Block:
    def fit(wide: float) -> tuple[float, Callable[[float, float], Node]]:
        parts = [
            (entry.title, "legend-text", "bold", "ink"),
            (entry.because, "legend-text", "regular", "ink"),
            (entry.where, "legend-note", "regular", "muted"),
            # First what was decided, then what was said.
            *(
                (text, "legend-note", "regular" if place else "semibold", "ink")
                for place, text in enumerate(entry.told)
            ),
        ]
        high, write = _paragraphs(canvas, parts, wide - indent)

        def draw(x: float, y: float) -> Node:
            names = {"pennant": "data_flag", "note": "data_note"}
            block = node("g", data_finding=None if entry.mark == "note" else entry.key)
            if entry.mark in names:
                block.attributes[names[entry.mark].replace("_", "-")] = entry.key
            return block.add(*_mark(canvas, entry, x, y, indent - 10), *write(x + indent, y + 14))

        return high + 14, draw

    return fit


def _mark(canvas: Canvas, entry: Entry, x: float, y: float, room: float) -> list[Node]:
    """The mark of an entry, in the middle of its column."""
    if not entry.mark:
        return []
    number, left = str(entry.number), x + (room - mark_width(entry)) / 2
    if entry.mark == "flag":
        return flag(canvas, left + flag_width(number), y + 10, number)
    return (pennant if entry.mark == "pennant" else bubble)(canvas, left, y + 3, number)


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
        ("pennant", pennant_width("1"), lambda x, y: pennant(canvas, x, y - 10, "1")),
        ("area", 24.0, lambda x, y: [box(x, y - 8, 24.0, 16, stroke="ink", line=1.6, radius=4, dash="area")]),
        ("note", bubble_width("1"), lambda x, y: bubble(canvas, x, y - 7, "1")),
        ("flow", 30.0, lambda x, y: [arrow([(x, y), (x + 30, y)], rework=False, link="", spoken="")]),
        ("rework", 36.0, lambda x, y: [arrow([(x + 36, y), (x, y)], rework=True, link="", spoken="")]),
        ("blank", 24.0, lambda x, y: [
            box(x, y - 8, 24.0, 16, stroke="border", line=1.0, radius=RADIUS["pill"] / 2, dash="blank")]),
    ]  # fmt: skip
