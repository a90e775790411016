"""Where things come to stand: cards in their cells and apart, lines between lanes, flags clear of links."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.document import Document
from blueprint.drawing.canvas import flag_width
from blueprint.drawing.cards import FLAG_OUT, FLAG_UP
from blueprint.drawing.tokens import SIZE
from blueprint.graph import BlueprintGraph
from tests.blueprint.drawing.sheets import document_of, documents, laid_out, rects
from tests.draws import draws


@settings(max_examples=draws(100), deadline=None)
@given(documents())
def test_cards_stand_apart_in_their_lane_and_column(document: Document) -> None:
    layout, graph = laid_out(document), BlueprintGraph(document)
    rows = {lane.id: row for lane, row in zip(graph.rows, layout.rows, strict=True)}
    for card, x, y in layout.cards:
        row, (left, right) = rows[card.step.lane], layout.columns[graph.when(card.step.id)]
        assert row.top < y and y + card.height < row.top + row.height
        assert (x, x + card.width) == (left, right)
    boxes = rects(layout)
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


@settings(max_examples=draws(100), deadline=None)
@given(documents(), st.integers(1, 4))
def test_no_link_touches_a_flag(document: Document, flags: int) -> None:
    layout = laid_out(document, flags=flags)
    half = SIZE["flag"] * 0.64
    for card, x, y in layout.cards:
        right, middle = x + card.width + FLAG_OUT, y - FLAG_UP
        left = right - flag_width(card.flag)
        for line in layout.links:
            for (x0, y0), (x1, y1) in pairwise(line):
                across = min(x0, x1) < right and left < max(x0, x1)
                assert not (across and min(y0, y1) < middle + half and middle - half < max(y0, y1))


@settings(max_examples=draws(60), deadline=None)
@given(documents())
def test_lines_stand_between_lanes_and_no_link_runs_along_one(document: Document) -> None:
    layout = laid_out(document)
    for row, below in pairwise(layout.rows):
        if row.line is not None:
            assert row.top + row.height < row.line[1] < below.top
    heights = [row.line[1] for row in layout.rows if row.line]
    for line in layout.links:
        for (_, y0), (_, y1) in pairwise(line):
            assert y0 != y1 or all(abs(y0 - height) > 3 for height in heights)


def test_a_card_is_as_high_as_what_it_holds_and_its_lane_as_the_highest() -> None:
    steps = [
        {"id": "short", "lane": "l0", "moment": "m0", "title": "Paie"},
        {"id": "long", "lane": "l0", "moment": "m1", "title": "Demande une deuxième fois, plus fort " * 4},
    ]
    layout = laid_out(document_of(lanes=["customer"], moments=2, steps=steps))
    short, long = (card.height for card, _, _ in layout.cards)
    assert long > 2 * short
    assert layout.rows[0].height > long


def test_few_columns_are_wider_than_many() -> None:
    def width(moments: int) -> float:
        steps = [{"id": "s", "lane": "l0", "moment": "m0", "title": "Paie"}]
        left, right = laid_out(document_of(lanes=["customer"], moments=moments, steps=steps)).columns[0]
        return right - left

    assert width(3) == SIZE["card-width-roomy"] > width(7) > width(30) == SIZE["card-width"]
