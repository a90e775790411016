"""The emotion band: gaps where nothing is known, both sides told apart, names that touch nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.drawing.band import band
from blueprint.drawing.canvas import Canvas
from blueprint.drawing.figures import Curve
from blueprint.drawing.svg import serialise
from blueprint.drawing.words import Words
from tests.blueprint.drawing.test_draw import box_of
from tests.draws import draws

SVG = "{http://www.w3.org/2000/svg}"
MOODS = st.lists(st.sampled_from([None, -2.0, -1.0, -0.5, 0.0, 1.0, 2.0]), min_size=3, max_size=7)


def drawn(*curves: Curve) -> ET.Element:
    count = len(curves[0].points)
    columns = [(180.0 + 190 * n, 340.0 + 190 * n) for n in range(count)]
    group, _ = band(Canvas(), Words("fr"), curves, columns, 100.0, 170.0, 190.0 * count + 180)
    group.attributes["xmlns"] = "http://www.w3.org/2000/svg"
    return ET.fromstring(serialise(group))


def curve(half: str, *points: float | None, names: dict[int, str] | None = None) -> Curve:
    return Curve(half, list(points), names or {})


def lines_of(root: ET.Element) -> list[ET.Element]:
    return [path for path in root.iter(f"{SVG}path") if "C" in (path.get("d") or "")]


def marks_of(root: ET.Element) -> list[tuple[float, float, float, float]]:
    """The marks of the points, without those beside the names of the two sides."""
    rings = [
        (float(c.get("cx", "")), float(c.get("cy", "")), float(c.get("r", "")))
        for c in root.iter(f"{SVG}circle")
    ]
    squares = []
    for rect in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
        if wide == high:
            squares.append((x + wide / 2, y + high / 2, wide / 2))
    return [(x - r, y - r, x + r, y + r) for x, y, r in [*rings, *squares] if x > 170]


def test_a_moment_where_nothing_is_known_is_a_gap() -> None:
    whole = lines_of(drawn(curve("customer", 1, 0, -1, 2)))
    broken = lines_of(drawn(curve("customer", 1, 0, None, 2)))
    assert [(path.get("d") or "").count("C") for path in whole] == [3]
    assert [(path.get("d") or "").count("C") for path in broken] == [1]


def test_the_two_sides_differ_by_dash_and_mark_and_stand_beside_each_other() -> None:
    root = drawn(curve("customer", 1, 1), curve("employee", 1, 1))
    assert {path.get("stroke-dasharray") is None for path in lines_of(root)} == {True, False}
    marks = marks_of(root)
    assert len(marks) == 4
    for one, other in combinations(marks, 2):
        assert one[2] <= other[0] + 1 or other[2] <= one[0] + 1, "marks of one moment do not hide each other"


def test_a_higher_feeling_stands_higher() -> None:
    tops = [top for _, top, _, _ in marks_of(drawn(curve("customer", 2, 0, -2)))]
    assert tops == sorted(tops)


@settings(max_examples=draws(80), deadline=None)
@given(MOODS, st.data())
def test_names_touch_neither_marks_nor_names(moods: list[float | None], data: Any) -> None:
    other = data.draw(
        st.lists(st.sampled_from([None, -2.0, 0.0, 1.0]), min_size=len(moods), max_size=len(moods))
    )
    curves = [
        curve(half, *points, names=dict.fromkeys(_ends(points), "Gestionnaire réclamations"))
        for half, points in (("customer", moods), ("employee", other))
    ]
    root = drawn(*curves)
    words = {"Gestionnaire réclamations", "Gestionnaire", "réclamations"}
    names = [box_of(text) for text in root.iter(f"{SVG}text") if text.text in words]
    marks = marks_of(root)
    for name in names:
        assert not any(_touch(name, mark) for mark in marks)
    for one, two in combinations(names, 2):
        assert not _touch(one, two)


def test_who_cannot_see_the_curves_is_told_them() -> None:
    root = drawn(curve("customer", 1, None, -2))
    assert "client 1, inconnu, −2" in (root.get("aria-label") or "")


def _ends(points: list[float | None]) -> list[int]:
    return [
        at for at, mood in enumerate(points)
        if mood is not None and (at + 1 == len(points) or points[at + 1] is None)
    ]  # fmt: skip


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
