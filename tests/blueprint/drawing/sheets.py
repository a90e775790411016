"""Sheets for the tests of the drawing: documents of any shape, and where their cards and links lie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from blueprint.document import Document, from_data
from blueprint.drawing.cards import cards_of
from blueprint.drawing.entries import Remarks
from blueprint.drawing.layout import Layout, lay_out
from blueprint.drawing.routing import Point, Rect, Router
from blueprint.drawing.words import Words
from blueprint.graph import BlueprintGraph

KINDS = ["evidence", "customer", "frontstage", "frontstage", "backstage", "support"]
TITLES = [
    "Paie",
    "Cherche l’état du colis",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "日本語のとても長い題名です",
    "שלום עולם",
    "",
]
LABELS = 150.0


@st.composite
def documents(draw: st.DrawFn, *, steps: int = 14, links: int = 24) -> Document:
    """Any grid of cards, stacked or not, with links of every kind between any of them."""
    lanes = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    moments = draw(st.integers(1, 5))
    count = draw(st.integers(1, steps))
    lane, moment = st.integers(0, len(lanes) - 1), st.integers(0, moments - 1)
    cards = [
        {
            "id": f"s{number}",
            "lane": f"l{draw(lane)}",
            "moment": f"m{draw(moment)}",
            "title": draw(st.sampled_from(TITLES)),
            "moment_of_truth": draw(st.booleans()),
            "work_min": draw(st.sampled_from([None, 0, 0.5, 4, 90])),
            "wait_min": draw(st.sampled_from([None, 1, 600])),
            "emotion": draw(st.sampled_from([None, -2, -1, 0.5, 2])),
            "uses": [{"tool": "t"}] * draw(st.integers(0, 3)),
        }
        for number in range(count)
    ]
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=links))
    taken = {(card["lane"], card["moment"]) for card in cards}
    blanks = draw(st.lists(st.tuples(lane, moment), max_size=4, unique=True))
    return document_of(
        lanes=lanes,
        moments=moments,
        steps=cards,
        links=pairs,
        blanks=[(f"l{a}", f"m{b}") for a, b in blanks if (f"l{a}", f"m{b}") not in taken],
    )


def document_of(
    *,
    lanes: Sequence[str],
    moments: int,
    steps: Sequence[dict[str, Any]],
    links: Sequence[tuple[int, int]] = (),
    blanks: Sequence[tuple[str, str]] = (),
    **fields: Any,
) -> Document:
    """A document from kinds of lanes, a number of moments, steps, and links as pairs of their places."""
    return from_data(
        {
            "format": "blueprint/1",
            "title": "Feuille",
            "phases": [{"id": "p", "title": "Phase"}],
            "moments": [{"id": f"m{n}", "phase": "p", "title": f"Moment {n}"} for n in range(moments)],
            "lanes": [{"id": f"l{n}", "kind": kind, "title": f"Couloir {n}"} for n, kind in enumerate(lanes)],
            "tools": [{"id": "t", "title": "Base de connaissances", "latency_s": 12}],
            "steps": list(steps),
            "links": [
                {"id": f"k{n}", "source": steps[a]["id"], "target": steps[b]["id"]}
                for n, (a, b) in enumerate(links)
            ],
            "blanks": [{"lane": lane, "moment": moment} for lane, moment in blanks],
            **fields,
        }
    )


def laid_out(document: Document, routers: Sequence[Router] = (), flags: int = 0) -> Layout:
    """The layout of a document, with `flags` findings at every step."""
    graph = BlueprintGraph(document)
    numbers = {step.id: list(range(1, flags + 1)) for step in document.steps}
    return lay_out(
        graph,
        cards_of(graph, Words("fr"), Remarks(findings=numbers), complete=False),
        label_width=LABELS,
        least_widths=[0.0] * len(document.moments),
        least_heights=[0.0] * len(document.lanes),
        routers=routers,
    )


def rects(layout: Layout) -> list[Rect]:
    """The cards, in the order of the document's steps, and then the marks of cells where nothing happens."""
    cards = [(x, y, x + card.width, y + card.height) for card, x, y in layout.cards]
    return cards + [(x, y, x + wide, y + high) for x, y, wide, high in layout.blanks]


def on_edge(point: Point, rect: Rect, near: float = 0.6) -> bool:
    """Whether a point lies on the edge of a card."""
    (x, y), (left, top, right, bottom) = point, rect
    beside = left - near <= x <= right + near and min(abs(y - top), abs(y - bottom)) <= near
    return beside or (top - near <= y <= bottom + near and min(abs(x - left), abs(x - right)) <= near)


def overlays(lines: Sequence[Sequence[Point]], near: float, long: float) -> list[tuple[int, int]]:
    """Pairs of links that lie on one another: parallel, closer than `near`, for more than `long`."""
    pieces = []
    for index, line in enumerate(lines):
        for (x0, y0), (x1, y1) in pairwise(line):
            level = abs(y0 - y1) < 0.01
            across, start, end = (y0, x0, x1) if level else (x0, y0, y1)
            pieces.append((level, across, min(start, end), max(start, end), index))
    found = []
    for number, one in enumerate(pieces):
        for other in pieces[number + 1 :]:
            parallel = one[0] == other[0] and abs(one[1] - other[1]) < near and one[4] != other[4]
            if parallel and min(one[3], other[3]) - max(one[2], other[2]) > long:
                found.append((one[4], other[4]))
    return found
