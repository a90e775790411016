"""What the parts of the sheet draw with: text in the sheet's fonts, boxes, strokes, and small signs."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from blueprint.drawing import fonts
from blueprint.drawing.lines import right_to_left, visible, wrap
from blueprint.drawing.svg import Node, node, number
from blueprint.drawing.tokens import COLOUR, DASH, LEADING, RADIUS, SIZE, STROKE, TYPE, WEIGHT


class Canvas:
    """Makes elements in the sheet's look and remembers which characters of which weight they show."""

    def __init__(self) -> None:
        self.shown: dict[str, set[str]] = defaultdict(set)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        kind: str,
        *,
        weight: str = "regular",
        colour: str = "ink",
        anchor: str = "start",
        room: float | None = None,
        reverse: bool | None = None,
    ) -> Node:
        """One line with its baseline at y. `room` is the width of its place: what is read from the right
        begins at its far end. `reverse` says so of a line that is part of a longer text."""
        self.shown[weight].update(visible(text))
        reverse = right_to_left(text) if reverse is None else reverse
        if reverse and anchor == "start" and room is not None:
            x += room
        elif reverse:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        return node(
            "text",
            text,
            x=x,
            y=y,
            font_size=TYPE[kind],
            font_weight=WEIGHT[weight] if weight != "regular" else None,
            fill=COLOUR[colour],
            text_anchor=None if anchor == "start" else anchor,
            direction="rtl" if reverse else None,
        )

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        kind: str,
        *,
        weight: str = "regular",
        colour: str = "ink",
        anchor: str = "start",
        room: float | None = None,
        indent: float = 0.0,
    ) -> list[Node]:
        """The lines of one text, the first with its baseline at y and `indent` further in."""
        step, reverse = leading(kind), right_to_left("".join(lines))
        look = {"weight": weight, "colour": colour, "anchor": anchor}
        drawn = []
        for index, line in enumerate(lines):
            inset = 0.0 if index else indent
            place = None if room is None else room - inset
            if line:
                drawn.append(
                    self.text(x + inset, y + step * index, line, kind, **look, room=place, reverse=reverse)
                )
        return drawn


class Outlines(Canvas):
    """Draws text as paths, for tools that ignore embedded fonts. What the font lacks stays text."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        kind: str,
        *,
        weight: str = "regular",
        colour: str = "ink",
        anchor: str = "start",
        room: float | None = None,
        reverse: bool | None = None,
    ) -> Node:
        composed = unicodedata.normalize("NFC", text)
        if not composed.strip() or not fonts.covers(composed) or any(map(unicodedata.combining, composed)):
            look = {"weight": weight, "colour": colour, "anchor": anchor}
            return super().text(x, y, text, kind, **look, room=room, reverse=reverse)
        size = TYPE[kind]
        x -= _SHIFT[anchor] * fonts.width(composed, size, weight)
        path = fonts.outline(composed, size, weight, x, y)
        return node("path", d=path, fill=COLOUR[colour], role="img", aria_label=text)


class Skeleton(Canvas):
    """Draws each line of text as a bar: for pictures so small that nobody reads them."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        kind: str,
        *,
        weight: str = "regular",
        colour: str = "ink",
        anchor: str = "start",
        room: float | None = None,
        reverse: bool | None = None,
    ) -> Node:
        size = TYPE[kind]
        wide = fonts.width(text, size, weight)
        bar = box(x - _SHIFT[anchor] * wide, y - size * 0.6, wide, size * 0.5, fill=colour, radius=size * 0.2)
        bar.attributes["fill-opacity"] = "0.55" if weight == "regular" else "0.8"
        return bar


_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def leading(kind: str) -> float:
    """From one baseline to the next."""
    return TYPE[kind] * LEADING


def label(*parts: str) -> str:
    """Parts of a sentence for screen readers, joined."""
    return ", ".join(part for part in parts if part)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    line: float = 1.0,
    radius: float | None = None,
    dash: str | None = None,
) -> Node:
    """A rectangle; `fill` and `stroke` are roles of colour, or url(#…) of a pattern."""
    return node(
        "rect", x=x, y=y, width=width, height=height, rx=radius,
        fill="none" if fill is None else COLOUR.get(fill, fill),
        stroke=None if stroke is None else COLOUR[stroke],
        stroke_width=None if stroke is None else line,
        stroke_dasharray=DASH[dash] or None if dash else None,
    )  # fmt: skip


def stroke(path: str, colour: str, line: float, *, dash: str | None = None, cap: str | None = None) -> Node:
    return node(
        "path", d=path, fill="none", stroke=COLOUR[colour], stroke_width=line,
        stroke_dasharray=DASH[dash] or None if dash else None, stroke_linecap=cap,
    )  # fmt: skip


def polygon(
    points: Iterable[tuple[float, float]], fill: str, *, edge: str | None = None, line: float = 1.0
) -> Node:
    return node(
        "polygon",
        points=" ".join(f"{number(float(x))},{number(float(y))}" for x, y in points),
        fill=COLOUR[fill],
        stroke=None if edge is None else COLOUR[edge],
        stroke_width=None if edge is None else line,
        stroke_linejoin=None if edge is None else "round",
    )


def star(x: float, y: float, colour: str) -> Node:
    """The sign of a moment of truth, centred on (x, y)."""
    reach = SIZE["star"] / 2
    path = [(0, -1.0), (0.26, -0.36), (0.95, -0.31), (0.42, 0.14), (0.59, 0.81),
            (0, 0.44), (-0.59, 0.81), (-0.42, 0.14), (-0.95, -0.31), (-0.26, -0.36)]  # fmt: skip
    return polygon(((x + dx * reach * 1.08, y + dy * reach * 1.08) for dx, dy in path), colour)


def flag_width(numbers: str) -> float:
    """How wide a flag that shows these numbers is."""
    return SIZE["flag"] * 1.28 + max(0.0, fonts.width(numbers, TYPE["flag"], "bold") - 8.0)


def flag(canvas: Canvas, right: float, y: float, numbers: str) -> list[Node]:
    """The sign of friction, its tip at `right`: a diamond, drawn out where it holds several numbers."""
    wide, half = flag_width(numbers), SIZE["flag"] * 0.64
    left = right - wide
    edge = [(left, y), (left + half, y - half), (right - half, y - half),
            (right, y), (right - half, y + half), (left + half, y + half)]  # fmt: skip
    return [
        polygon(edge, "friction", edge="ink", line=STROKE["flag"]),
        canvas.text(
            (left + right) / 2, y + TYPE["flag"] * 0.36, numbers, "flag", weight="bold", anchor="middle"
        ),
    ]


def hatch() -> Node:
    """The pattern of waits."""
    return node(
        "pattern",
        node("rect", width=4, height=4, fill=COLOUR["card"]),
        node("path", d="M0 0V4", stroke=COLOUR["link"], stroke_width=1.7),
        id="hatch", width=4, height=4, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
    )  # fmt: skip


def wait_bar(x: float, y: float, wide: float) -> Node:
    """A hatched bar whose middle is at y."""
    return box(x, y - 4, wide, 8, fill="url(#hatch)", stroke="link", line=0.7)


PILL = 17.0  # the height of a pill of one line


def pill_lines(text: str, room: float) -> list[str]:
    return wrap(text, room - 13, TYPE["pill"])


def pill_size(text: str, room: float) -> tuple[float, float]:
    """Width and height of a pill that may be at most `room` wide."""
    lines = pill_lines(text, room)
    wide = max(fonts.width(line, TYPE["pill"]) for line in lines)
    return wide + 13, PILL + leading("pill") * (len(lines) - 1)


def pill(canvas: Canvas, x: float, y: float, text: str, side: str, room: float) -> list[Node]:
    """A channel or a tool, its top left corner at (x, y)."""
    wide, high = pill_size(text, room)
    lines = canvas.lines(
        x + wide / 2,
        y + 12.3,
        pill_lines(text, room),
        "pill",
        colour=_ON_TINT.get(side, side),
        anchor="middle",
    )
    shape = box(
        x, y, wide, high, fill=f"{side}-tint", stroke=side, line=STROKE["pill"], radius=RADIUS["pill"]
    )
    return [shape, *lines]


_ON_TINT = {"evidence": "muted"}  # its own colour is a border's, too light for text
