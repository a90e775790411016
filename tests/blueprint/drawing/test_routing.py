"""Links find their way: around every card, from edge to edge, none on another, none out of the lanes."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.document import Document
from blueprint.drawing.layout import Layout
from blueprint.drawing.routing import runs_through
from blueprint.drawing.routing.graphviz import Graphviz, engines
from tests.bench.synthetic import synthetic
from tests.blueprint.drawing.sheets import (
    LABELS,
    document_of,
    documents,
    from_data,
    laid_out,
    on_edge,
    overlays,
    rects,
)
from tests.draws import draws

ENGINES = [None, *engines()]
ENGINE_NAMES = ["gutters", *(engine.program.rsplit("/")[-1] for engine in engines())]


def check(document: Document, layout: Layout) -> None:
    """What holds of every sheet, whoever routed it."""
    places = {step.id: place for place, step in enumerate(document.steps)}
    cards = rects(layout)
    assert runs_through(cards, layout.links) == []
    for link, line in zip(document.links, layout.links, strict=True):
        assert on_edge(line[0], cards[places[link.source]])
        assert on_edge(line[-1], cards[places[link.target]])


@settings(max_examples=draws(200), deadline=None)
@given(documents(), st.integers(0, 3))
def test_no_link_runs_through_a_card_and_none_lies_on_another(document: Document, flags: int) -> None:
    layout = laid_out(document, flags=flags)
    check(document, layout)
    assert overlays(layout.links, near=1.5, long=4) == []
    for line in layout.links:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line)), "level or upright"
        assert all(LABELS <= x <= layout.width and 0 <= y <= layout.height for x, y in line)


@pytest.mark.parametrize("engine", engines(), ids=ENGINE_NAMES[1:])
@settings(max_examples=draws(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_graphviz_holds_to_the_same_or_is_not_used(engine: Graphviz, document: Document) -> None:
    check(document, laid_out(document, routers=[engine]))


@pytest.mark.parametrize("engine", ENGINES, ids=ENGINE_NAMES)
@pytest.mark.parametrize(("steps", "links"), [(40, 60), (200, 300)])
def test_sheets_as_large_as_real_ones(steps: int, links: int, engine: Graphviz | None) -> None:
    document = from_data(synthetic(steps, links))
    check(document, laid_out(document, routers=[engine] if engine else [], flags=2))


def test_graphviz_is_given_numbers_only(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def run(command: list[str], *, input: bytes, **_: object) -> None:
        sent.append(input)
        raise OSError

    monkeypatch.setattr("blueprint.drawing.routing.graphviz.subprocess.run", run)
    document = document_of(
        lanes=["customer"],
        moments=2,
        steps=[
            {"id": 's"];x', "lane": "l0", "moment": "m0", "title": '"]; a [URL="file:///etc/passwd"'},
            {"id": "s1", "lane": "l0", "moment": "m1", "title": "<b>gras</b>"},
        ],
        links=[(0, 1)],
    )
    laid_out(document, routers=[Graphviz("dot")])
    assert sent
    words = {
        b"digraph",
        b"graph",
        b"node",
        b"edge",
        b"notranslate",
        b"true",
        b"splines",
        b"ortho",
        b"esep",
        b"dir",
    }
    words |= {b"none", b"shape", b"box", b"fixedsize", b"label", b"pos", b"width", b"height", b"id"}
    letters = bytes(char if chr(char).isalpha() else ord(" ") for char in sent[0])
    assert set(letters.split()) <= words


@pytest.mark.parametrize("program", ["/bin/false", "/bin/true", "/no/such/program"])
def test_an_engine_that_fails_leaves_the_links_to_the_gutters(program: str) -> None:
    document = from_data(synthetic(40, 60))
    assert laid_out(document, routers=[Graphviz(program)]).links == laid_out(document).links


def test_time_runs_to_the_right_straight_from_card_to_card() -> None:
    steps = [{"id": f"s{n}", "lane": "l0", "moment": f"m{n}", "title": "Paie"} for n in range(3)]
    layout = laid_out(document_of(lanes=["customer"], moments=3, steps=steps, links=[(0, 1), (1, 2)]))
    first, second = layout.links
    assert len(first) == len(second) == 2
    assert first[0][1] == first[1][1] == second[0][1]


def test_a_request_runs_straight_down_and_its_answer_straight_up_beside_it() -> None:
    steps = [{"id": f"s{n}", "lane": f"l{n}", "moment": "m0", "title": "Paie"} for n in range(2)]
    layout = laid_out(
        document_of(lanes=["customer", "frontstage"], moments=1, steps=steps, links=[(0, 1), (1, 0)])
    )
    down, up = layout.links
    assert len(down) == len(up) == 2
    assert down[0][1] < down[1][1] and up[0][1] > up[1][1]
    assert abs(down[0][0] - up[0][0]) >= 8


def test_a_link_crosses_a_cell_that_is_empty_but_not_one_where_nothing_happens() -> None:
    steps = [{"id": f"s{n}", "lane": f"l{2 * n}", "moment": "m0", "title": "Paie"} for n in range(2)]
    lanes = ["customer", "frontstage", "backstage"]
    straight = laid_out(document_of(lanes=lanes, moments=1, steps=steps, links=[(0, 1)]))
    around = laid_out(document_of(lanes=lanes, moments=1, steps=steps, links=[(0, 1)], blanks=[("l1", "m0")]))
    assert len(straight.links[0]) == 2
    assert len(around.links[0]) > 2
    assert runs_through(rects(around), around.links) == []


def test_a_link_to_its_own_card_leaves_it_and_comes_back() -> None:
    steps = [{"id": "s0", "lane": "l0", "moment": "m0", "title": "Attend"}]
    layout = laid_out(document_of(lanes=["customer"], moments=1, steps=steps, links=[(0, 0)]))
    [line] = layout.links
    assert len(line) == 4
    assert line[0] != line[-1]
    assert runs_through(rects(layout), [line]) == []


def test_links_that_run_towards_each_other_through_an_empty_cell_are_kept_apart() -> None:
    # Two links cross the empty cell of the last lane to its right card, two turn into it to its left one,
    # which its tool makes so high that all would have their ports at the same heights.
    cells = ["l0 m0", "l0 m1", "l3 m0", "l3 m2", *["l0 m0"] * 15]
    steps = [
        {"id": f"s{n}", "lane": cell[:2], "moment": cell[3:], "title": "Paie"} for n, cell in enumerate(cells)
    ]
    steps[2] |= {"uses": [{"tool": "t"}]}
    links = [(0, 3), (0, 3), (1, 2), (1, 2)]
    layout = laid_out(document_of(lanes=["evidence"] * 4, moments=3, steps=steps, links=links))
    assert overlays(layout.links, near=1.5, long=4) == []
