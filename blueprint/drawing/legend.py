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
    """One numbered friction: what kind it is, why, and on which cards it stands."""

    number: int
    key: str  # fingerprint or flag id
    title: str
    because: str
    where: str


def findings(
    canvas: Canvas, words: Words, entries: Sequence[Entry], width: float, y: float
) -> tuple[Node, float]:
    """The numbered findings in columns, from top to bottom and then to the right."""
    margin = SIZE["margin"]
    group = node("g", role="group", aria_label=words("legend.findings", count=len(entries)))
    y += leading("legend-title")
    heading = words("legend.findings", count=len(entries)) if entries else words("legend.none")
    group.add(canvas.text(margin, y, heading, "legend-title", weight="bold"))
    y += 12
    if not entries:
        return group, y
    count = max(1, min(4, int((width - 2 * margin + GAP) // (WIDE + GAP)), len(entries)))
    wide = (width - 2 * margin - GAP * (count - 1)) / count
    blocks = [_block(canvas, entry, wide) for entry in entries]
    columns = _balance([high for _, high in blocks], count)
    bottom = y
    for number, column in enumerate(columns):
        at = y
        for index in column:
            draw, high = blocks[index]
            group.add(draw(margin + number * (wide + GAP), at))
            at += high
        bottom = max(bottom, at)
    return group, bottom


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


def _block(canvas: Canvas, entry: Entry, wide: float) -> tuple[Callable[[float, float], Node], float]:
    """How to draw an entry, and how high it is."""
    number = str(entry.number)
    indent = max(flag_width(number), 26.0) + 10
    room = wide - indent
    title = wrap(entry.title, room, TYPE["legend-text"], "bold")
    because = wrap(entry.because, room, TYPE["legend-text"])
    where = wrap(entry.where, room, TYPE["legend-note"]) if entry.where else []
    step = leading("legend-text")
    high = step * (len(title) + len(because)) + leading("legend-note") * len(where) + 14

    def draw(x: float, y: float) -> Node:
        text = x + indent
        at = y + 14
        block = node("g", data_finding=entry.key)
        block.add(*flag(canvas, x + indent - 10, at - 4, number))
        block.add(*canvas.lines(text, at, title, "legend-text", weight="bold", room=room))
        at += step * len(title)
        block.add(*canvas.lines(text, at, because, "legend-text", room=room))
        at += step * len(because)
        block.add(*canvas.lines(text, at, where, "legend-note", colour="muted", room=room))
        return block

    return draw, high


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
