"""The head of the sheet: title block, phases as chevrons, moments, and minutes per case under each."""

from __future__ import annotations

from collections.abc import Sequence

from blueprint.drawing import fonts
from blueprint.drawing.canvas import Canvas, box, leading, polygon
from blueprint.drawing.figures import moment_places
from blueprint.drawing.lines import widest_word, wrap
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import COLOUR, RADIUS, SIZE, TYPE
from blueprint.drawing.words import Words
from blueprint.graph import BlueprintGraph

Columns = Sequence[tuple[float, float]]
Minutes = Sequence[tuple[float | None, float | None]]


def title_block(canvas: Canvas, graph: BlueprintGraph, words: Words, width: float) -> tuple[Node, float]:
    """What is drawn from the top left corner, and its height."""
    document, margin = graph.document, SIZE["margin"]
    group = node("g")
    lines = wrap(document.title, width - 2 * margin, TYPE["sheet-title"], "bold")
    room = width - 2 * margin
    y = margin + TYPE["sheet-title"]
    group.add(*canvas.lines(margin, y, lines, "sheet-title", weight="bold", room=room))
    y += leading("sheet-title") * (len(lines) - 1) + 27
    state = words("state." + document.state)
    wide = fonts.width(state, TYPE["sheet-subtitle"], "semibold") + 20
    group.add(
        box(margin, y - 15, wide, 21, fill="ink", radius=RADIUS["chip"]),
        canvas.text(margin + 10, y, state, "sheet-subtitle", weight="semibold", colour="inverse"),
    )
    facts = [words("episode", episode=document.episode)] if document.episode else []
    if document.cases_per_month is not None:
        facts.append(words("cases", cases=document.cases_per_month))
    x = margin + wide + 12
    told = wrap(" · ".join(facts), room - wide - 12, TYPE["sheet-subtitle"])
    group.add(*canvas.lines(x, y, told, "sheet-subtitle", colour="muted", room=room - wide - 12))
    return group, y + leading("sheet-subtitle") * (len(told) - 1) + 18


def least_widths(graph: BlueprintGraph, words: Words, minutes: Minutes) -> list[float]:
    """The width below which a column's head would have to break a word."""
    widths = []
    for moment, (customer, employee) in zip(graph.document.moments, minutes, strict=True):
        half = max(
            fonts.width(_said(words, value), TYPE["minutes"], "semibold") for value in (customer, employee)
        )
        widths.append(max(widest_word(moment.title, TYPE["moment"], "semibold") + 4, 2 * (half + 20)))
    return widths


def phases(canvas: Canvas, graph: BlueprintGraph, columns: Columns, y: float) -> tuple[Node, float]:
    """The chevrons, each over the moments of its phase."""
    group, place, spans = node("g"), moment_places(graph), []
    for phase in graph.document.phases:
        inside = [place[moment.id] for moment in graph.document.moments if moment.phase == phase.id]
        if inside:
            left, right = columns[inside[0]][0] - 6, columns[inside[-1]][1] + 8
            spans.append((left, right, wrap(phase.title, right - left - 40, TYPE["phase"], "semibold")))
    high = SIZE["phase-height"] + leading("phase") * (
        max((len(lines) for _, _, lines in spans), default=1) - 1
    )
    for left, right, lines in spans:
        tip = 10.0
        edge = [(left, y), (right, y), (right + tip, y + high / 2), (right, y + high), (left, y + high),
                (left + tip - 2, y + high / 2)]  # fmt: skip
        first = y + high / 2 - leading("phase") * (len(lines) - 1) / 2 + TYPE["phase"] * 0.35
        group.add(
            polygon(edge, "ink"),
            *canvas.lines(left + 20, first, lines, "phase", weight="semibold", colour="inverse",
                          room=right - left - 40),
        )  # fmt: skip
    return group, y + high


def moments(
    canvas: Canvas, graph: BlueprintGraph, words: Words, columns: Columns, minutes: Minutes, y: float
) -> tuple[Node, float]:
    """Titles of the moments and, under each, minutes per case, of both sides."""
    group = node("g")
    titles = [
        wrap(moment.title, right - left, TYPE["moment"], "semibold")
        for moment, (left, right) in zip(graph.document.moments, columns, strict=True)
    ]
    below = y + 20 + leading("moment") * (max((len(lines) for lines in titles), default=1) - 1) + 20
    for lines, (left, right), (customer, employee) in zip(titles, columns, minutes, strict=True):
        middle = (left + right) / 2
        first = below - 20 - leading("moment") * (len(lines) - 1)
        group.add(*canvas.lines(middle, first, lines, "moment", weight="semibold", anchor="middle"))
        group.add(*_pair(canvas, words, middle, below, customer, employee))
    for index, line in enumerate(wrap(words("minutes"), SIZE["label-column"] - 8, TYPE["lane-note"])):
        group.add(
            canvas.text(
                SIZE["margin"], below + leading("lane-note") * index, line, "lane-note", colour="muted"
            )
        )
    return group, below + 8


def _pair(
    canvas: Canvas, words: Words, x: float, y: float, customer: float | None, employee: float | None
) -> list[Node]:
    parts = [ring, square]
    texts = [_said(words, customer), _said(words, employee)]
    wide = [fonts.width(text, TYPE["minutes"], "semibold") for text in texts]
    at = x - (wide[0] + wide[1] + 2 * 11 + 12) / 2
    drawn: list[Node] = []
    for mark, text, long, side in zip(parts, texts, wide, ("customer", "employee"), strict=True):
        drawn.append(mark(at + 3.5, y - 4, 3.2))
        drawn.append(canvas.text(at + 11, y, text, "minutes", weight="semibold", colour=side))
        at += 11 + long + 12
    return drawn


def ring(x: float, y: float, reach: float, line: float = 1.7) -> Node:
    """The customer's mark."""
    return node(
        "circle", cx=x, cy=y, r=reach, fill=COLOUR["card"], stroke=COLOUR["customer"], stroke_width=line
    )


def square(x: float, y: float, reach: float) -> Node:
    """The employee's mark."""
    return box(x - reach, y - reach, 2 * reach, 2 * reach, fill="employee")


def _said(words: Words, minutes: float | None) -> str:
    return "–" if minutes is None else words.minutes(minutes)
