"""The whole sheet put together: head, band, lanes, links, cards, legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.document import Document
from blueprint.drawing import band, head, lanes, legend
from blueprint.drawing.arrows import arrow
from blueprint.drawing.canvas import Canvas, hatch
from blueprint.drawing.cards import Card, cards_of, draw_card
from blueprint.drawing.entries import Remarks
from blueprint.drawing.figures import Curve, curves, minutes_per_moment
from blueprint.drawing.layout import Layout, lay_out
from blueprint.drawing.pinned import Places, marked
from blueprint.drawing.routing import Router
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import COLOUR, FALLBACK, FAMILY, SIZE
from blueprint.drawing.words import Words
from blueprint.graph import BlueprintGraph

LEAST_WIDTH = 760.0  # a sheet of one column still has a title and a legend


@dataclass(frozen=True)
class Body:
    """The drawn sheet without title, fonts and document: its elements and its size."""

    nodes: list[Node]
    width: float
    height: float


def body(
    canvas: Canvas,
    graph: BlueprintGraph,
    words: Words,
    remarks: Remarks,
    *,
    complete: bool = False,
    title: bool = True,
    key: bool = True,
    empty_band: bool = True,
    routers: Sequence[Router] = (),
) -> Body:
    """Draws everything from the title block down to the legend. Without `empty_band` a sheet on which nobody
    gave an emotion has no band for them.
    """
    minutes, felt = minutes_per_moment(graph), curves(graph)
    cards = cards_of(graph, words, remarks, complete=complete)
    left = lanes.label_width(graph, words)
    labels = lanes.label_heights(graph, left)
    layout = lay_out(
        graph,
        cards,
        label_width=left,
        least_widths=head.least_widths(graph, words, minutes),
        least_heights=labels,
        routers=routers,
    )
    width = max(layout.width + SIZE["margin"], LEAST_WIDTH)
    nodes: list[Node] = []
    y = SIZE["margin"] / 2
    if title:
        drawn, y = head.title_block(canvas, graph, words, width)
        nodes.append(drawn)
    drawn, y = head.phases(canvas, graph, layout.columns, y)
    nodes.append(drawn)
    heads = y
    drawn, y = head.moments(canvas, graph, words, layout.columns, minutes, y)
    nodes.append(drawn)
    start = layout.columns[0][0] - 8 if layout.columns else left
    top = y + 8
    if empty_band or any(point is not None for curve in felt for point in curve.points):
        drawn, top = band.band(canvas, words, felt, layout.columns, y, start, width - SIZE["margin"] / 2)
        nodes.append(drawn)
    nodes.append(lanes.fills(canvas, graph, layout, top, width, left))
    # Between moments down to the lanes only: there, links run where the lines would.
    nodes.append(lanes.columns(layout, heads + 6, top))
    nodes.append(lanes.lines(canvas, words, layout, top, width))
    nodes.append(lanes.blanks(canvas, words, layout, top))
    nodes.append(_links(graph, words, layout, top))
    nodes += _cards(canvas, graph, words, layout, top)
    nodes += marked(canvas, graph, remarks, layout, Places(heads, top, labels))
    y = top + layout.height + 6
    if key:
        for place, (heading, entries) in enumerate(remarks.sections):
            drawn, y = legend.section(canvas, heading, entries, width, y + (10 if place else 14))
            nodes.append(drawn)
        drawn, y = legend.key(canvas, words, _signs(graph, cards, felt, layout, remarks), width, y)
        nodes.append(drawn)
    return Body(nodes, width, y + SIZE["margin"] / 2)


def root(graph: BlueprintGraph, words: Words, drawn: Body, *, width: float | None = None) -> Node:
    """The outermost element around a body, still without what it is called, its fonts and its document."""
    scale = 1.0 if width is None else width / drawn.width
    return node(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {drawn.width:.0f} {drawn.height:.0f}",
        width=round(drawn.width * scale),
        height=round(drawn.height * scale),
        font_family=f'"{FAMILY}", {FALLBACK}',
        lang=words.language,
        role="graphics-document",
        aria_roledescription=words("kind"),
    ).add(
        node("title", graph.document.title, id="title"),
        node("desc", description(graph, words), id="desc"),
    )


def defs() -> Node:
    return node("defs", hatch())


def paper(drawn: Body) -> Node:
    return node("rect", width=round(drawn.width), height=round(drawn.height), fill=COLOUR["paper"])


def description(graph: BlueprintGraph, words: Words) -> str:
    document: Document = graph.document
    return words(
        "description",
        lanes=len(document.lanes),
        moments=len(document.moments),
        steps=len(document.steps),
        links=len(document.links),
        lines=len(graph.lines),
    )


def _links(graph: BlueprintGraph, words: Words, layout: Layout, top: float) -> Node:
    group = node("g", role="group", aria_label=words("links", count=len(layout.links)))
    for link, line in zip(graph.document.links, layout.links, strict=True):
        back = graph.is_rework(link)
        spoken = words(
            "link.rework" if back else "link.flow",
            source=graph.title(link.source),
            target=graph.title(link.target),
        )
        group.add(arrow([(x, y + top) for x, y in line], rework=back, link=link.id, spoken=spoken))
    return group


def _cards(canvas: Canvas, graph: BlueprintGraph, words: Words, layout: Layout, top: float) -> list[Node]:
    """One group a lane, its cards in the order in which they are read."""
    groups = {
        lane.id: node("g", role="group", aria_label=words("lane", title=lane.title), data_lane=lane.id)
        for lane in graph.rows
    }

    def reading(placed: tuple[Card, float, float]) -> tuple[int, float]:
        return graph.when(placed[0].step.id), placed[2]

    for card, x, y in sorted(layout.cards, key=reading):
        groups[card.step.lane].add(draw_card(canvas, card, x, y + top))
    return list(groups.values())


def _signs(
    graph: BlueprintGraph, cards: Sequence[Card], felt: Sequence[Curve], layout: Layout, remarks: Remarks
) -> set[str]:
    """The signs that this sheet shows."""
    shown = {f"{card.side}-card" for card in cards}
    shown |= {curve.half for curve in felt if any(point is not None for point in curve.points)}
    shown |= {"truth" for card in cards if card.step.moment_of_truth}
    shown |= {"wait" for card in cards if card.step.wait_min}
    shown |= {"tool" for card in cards if card.pills}
    shown |= {"flag" for card in cards if card.flag}
    named = {"pennant": remarks.flags or remarks.areas, "area": remarks.areas, "note": remarks.notes}
    shown |= {sign for sign, there in named.items() if there}
    shown |= {"rework" if graph.is_rework(link) else "flow" for link in graph.document.links}
    return shown | ({"blank"} if layout.blanks else set())
