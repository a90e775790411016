"""The sheet's layout: columns and lanes as large as what they hold, and room for every link between them.

From the content up: cards wrap to their column's width, stacks make lanes high, the links' plan says how many
tracks each gutter and channel needs, and only then does everything get its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.drawing.cards import Card
from blueprint.drawing.figures import moment_places
from blueprint.drawing.routing import Grid, Point, Router, Spot
from blueprint.drawing.routing.courses import Passage
from blueprint.drawing.routing.gutters import Gutters, Placing, rough
from blueprint.drawing.routing.ports import Box
from blueprint.drawing.tokens import SIZE
from blueprint.graph import BlueprintGraph

PAD = SIZE["lane-padding"]
TRACK = SIZE["track"]
STACK = SIZE["card-gap"]  # between two cards of a cell
BLANK = 30.0  # how high the mark of a cell is where nothing happens
EMPTY = 34.0  # how high a lane without cards is inside
TAIL = 13.0  # from a card's right edge to the first track: clear of its flag
HEAD = 16.0  # from the last track to the next card: room for an arrowhead
REPLANS = 3
SHUT = 8.0  # the outermost gutters, where no link runs


@dataclass(frozen=True)
class Row:
    """A lane's band: its top, its height, and the line below it with its name, if one is drawn there."""

    top: float
    height: float
    line: tuple[str, float] | None


@dataclass(frozen=True)
class Layout:
    """Where everything stands, from the left edge of the label column and the top of the first channel."""

    columns: list[tuple[float, float]]
    rows: list[Row]
    cards: list[tuple[Card, float, float]]  # with its top left corner
    links: list[list[Point]]  # the corners of each link, in the order of the document's links
    blanks: list[tuple[float, float, float, float]]  # x, y, width, height
    width: float
    height: float


def lay_out(
    graph: BlueprintGraph,
    cards: list[Card],
    *,
    label_width: float,
    least_widths: list[float],
    least_heights: list[float],
    routers: Sequence[Router] = (),
) -> Layout:
    """The layout of a whole sheet. Heads of columns need `least_widths`, names of lanes `least_heights`.

    The first of `routers` that has an answer draws the links; where none has, they run in the gutters.
    """
    document = graph.document
    row_of = {lane.id: index for index, lane in enumerate(graph.rows)}
    spots = _spots(graph, row_of)
    places = moment_places(graph)
    blanks = {(row_of[blank.lane], places[blank.moment]) for blank in document.blanks}
    blanks -= {(spot.row, spot.column) for spot in spots}
    widths = _widths(cards, spots, least_widths)
    for card, spot in zip(cards, spots, strict=True):
        card.fit(widths[spot.column])
    grid = Grid(len(graph.rows), len(graph.document.moments), spots, taken=blanks)
    index_of = {step.id: index for index, step in enumerate(document.steps)}
    links = [(index_of[link.source], index_of[link.target]) for link in document.links]
    for _ in range(REPLANS):
        boxes = _boxes(cards, spots)
        plan = Gutters(grid, boxes, links)
        crowded = [(cards[index], least) for index, least in plan.least_heights.items()]
        if all(card.height >= least for card, least in crowded):
            break
        # Cards with many links on a side grow, which moves those below them, and so may change the plan.
        for card, least in crowded:
            card.height = max(card.height, least)
    else:
        boxes = _boxes(cards, spots)
        plan = Gutters(grid, boxes, links)  # what is still crowded stands a little closer
    inner = _inner_heights(boxes, least_heights)
    if links:
        tops, bottom = _roughly(inner)
        plan.settle(rough(grid, _evenly(widths, label_width), tops, bottom))
    columns, gutters = _columns(widths, plan, label_width)
    rows, channels, bottom = _rows(graph, inner, plan)
    tops = [row.top + PAD for row in rows]
    placed = [
        (card, columns[spot.column][0], tops[spot.row] + box.top)
        for card, spot, box in zip(cards, spots, boxes, strict=True)
    ]
    empty = [(columns[column][0], tops[row], widths[column], BLANK) for row, column in sorted(blanks)]
    rects = [(x, y, x + card.width, y + card.height) for card, x, y in placed]
    rects += [(x, y, x + wide, y + high) for x, y, wide, high in empty]
    lines = plan.routes(Placing(columns, tops, gutters | channels)) if links else []
    around = [index for index, (source, target) in enumerate(links) if source != target]
    for router in routers:
        answer = router.route(rects, [links[index] for index in around])
        if answer is not None:
            for index, line in zip(around, answer, strict=True):
                lines[index] = line
            break
    return Layout(
        columns=columns,
        rows=rows,
        cards=placed,
        links=[tidy(line) for line in lines],
        blanks=empty,
        width=gutters["gutter", len(widths)][-1] + SHUT if columns else label_width,
        height=bottom,
    )


def tidy(line: list[Point]) -> list[Point]:
    """A line without corners that are none."""
    points: list[Point] = []
    for point in line:
        if points and abs(points[-1][0] - point[0]) < 0.01 and abs(points[-1][1] - point[1]) < 0.01:
            continue
        if len(points) > 1 and _in_line(points[-2], points[-1], point):
            points.pop()
        points.append(point)
    return points


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return (abs(a[0] - b[0]) < 0.01 and abs(b[0] - c[0]) < 0.01) or (
        abs(a[1] - b[1]) < 0.01 and abs(b[1] - c[1]) < 0.01
    )


def _spots(graph: BlueprintGraph, row_of: dict[str, int]) -> list[Spot]:
    stacked: dict[tuple[int, int], int] = defaultdict(int)
    spots = []
    for step in graph.document.steps:
        cell = row_of[step.lane], graph.when(step.id)
        spots.append(Spot(*cell, stacked[cell]))
        stacked[cell] += 1
    return spots


def _widths(cards: list[Card], spots: list[Spot], least: list[float]) -> list[float]:
    # Few columns may be wider, so that their cards are lower.
    even = SIZE["sheet-width"] / max(1, len(least)) - SIZE["gutter"]
    usual = min(max(even, SIZE["card-width"]), SIZE["card-width-roomy"])
    widths = [max(usual, width) for width in least]
    for card, spot in zip(cards, spots, strict=True):
        widths[spot.column] = max(widths[spot.column], card.wanted)
    return [min(width, SIZE["card-width-max"]) for width in widths]


def _boxes(cards: list[Card], spots: list[Spot]) -> list[Box]:
    tops: dict[tuple[int, int], float] = defaultdict(float)
    boxes = []
    for card, spot in zip(cards, spots, strict=True):
        cell = spot.row, spot.column
        boxes.append(Box(spot, tops[cell], card.height, card.free))
        tops[cell] += card.height + STACK
    return boxes


def _inner_heights(boxes: list[Box], least: list[float]) -> list[float]:
    heights = [max(EMPTY, height) for height in least]
    for box in boxes:
        heights[box.spot.row] = max(heights[box.spot.row], box.top + box.height)
    return heights


def _evenly(widths: list[float], left: float) -> list[tuple[float, float]]:
    columns = []
    for width in widths:
        left += SIZE["gutter"]
        columns.append((left, left + width))
        left += width
    return columns


def _roughly(inner: list[float]) -> tuple[list[float], float]:
    tops, top = [], 0.0
    for height in inner:
        top += SIZE["lane-gap"] + PAD
        tops.append(top)
        top += height + PAD
    return tops, top


def _columns(
    widths: list[float], plan: Gutters, left: float
) -> tuple[list[tuple[float, float]], dict[Passage, Sequence[float]]]:
    """Columns from left to right, with a gutter as wide as its tracks need before each and after the last."""
    columns: list[tuple[float, float]] = []
    gutters: dict[Passage, Sequence[float]] = {}
    for index in range(len(widths) + 1):
        tracks = plan.demand.get(("gutter", index), 0)
        outer = index in (0, len(widths))
        need = TAIL + HEAD + TRACK * max(0, tracks - 1)
        wide = max(need, SIZE["gutter"]) if tracks or not outer else SHUT
        start = left + (TAIL if tracks else wide / 2) + max(0.0, wide - need) / 2 * bool(tracks)
        gutters["gutter", index] = [start + TRACK * number for number in range(max(1, tracks))]
        left += wide
        if index < len(widths):
            columns.append((left, left + widths[index]))
            left += widths[index]
    return columns, gutters


def _rows(
    graph: BlueprintGraph, inner: list[float], plan: Gutters
) -> tuple[list[Row], dict[Passage, Sequence[float]], float]:
    """Lanes from top to bottom, with a channel before each and after the last. Lines run amid tracks."""
    line_below = {lane: name for name, lane in graph.lines.items()}
    rows: list[Row] = []
    channels: dict[Passage, Sequence[float]] = {}
    top = 0.0
    for index in range(len(inner) + 1):
        tracks = plan.demand.get(("channel", index), 0)
        name = line_below.get(graph.rows[index - 1].id) if index else None
        outer = index in (0, len(inner))
        if name:
            above = (tracks + 1) // 2
            line = top + max(SIZE["lane-gap"] / 2, 7 + TRACK * above)
            below = tracks - above
            places = [top + 7 + TRACK * number for number in range(above)]
            places += [line + TRACK * (number + 1) - 1 for number in range(below)]
            end = line + max(SIZE["lane-gap"] / 2, 7 + TRACK * below)
            rows[-1] = Row(rows[-1].top, rows[-1].height, (name, line))
        else:
            least = 0.0 if outer else 6.0
            end = top + (14 + TRACK * (tracks - 1) if tracks else least)
            places = [top + 7 + TRACK * number for number in range(tracks)]
        channels["channel", index] = places or [(top + end) / 2]
        top = end
        if index < len(inner):
            rows.append(Row(top, inner[index] + 2 * PAD, None))
            top += inner[index] + 2 * PAD
    return rows, channels, top
