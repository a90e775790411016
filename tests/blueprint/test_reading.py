"""Reading a document: defaults, strictness, free fields, and what is said of a file that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from blueprint.document import DocumentError, from_data, parse, read

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def data(**fields: Any) -> dict[str, Any]:
    """A small valid document, with some fields replaced."""
    return {
        "format": "blueprint/1",
        "title": "Counter",
        "phases": [{"id": "p1", "title": "P"}],
        "moments": [{"id": "m1", "phase": "p1", "title": "M"}],
        "lanes": [
            {"id": "cust", "kind": "customer", "title": "C"},
            {"id": "front", "kind": "frontstage", "title": "F"},
        ],
        "actors": [{"id": "ann", "title": "Ann"}],
        "tools": [{"id": "crm", "title": "CRM"}],
        "information": [{"id": "addr", "title": "Address"}],
        "steps": [{"id": "c1", "lane": "cust", "moment": "m1", "title": "Asks"}],
    } | fields


def step(**fields: Any) -> dict[str, Any]:
    return data(steps=[{"id": "c1", "lane": "cust", "moment": "m1", "title": "Asks"} | fields])


def problems(source: Any) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        from_data(source) if isinstance(source, dict | list) else parse(source)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_documents(path: Path) -> None:
    assert read(path).format == "blueprint/1"


def test_what_is_left_out_has_its_default() -> None:
    document = from_data({"format": "blueprint/1", "title": "T"})
    assert (document.language, document.state, document.currency, document.episode) == (
        "fr",
        "as-is",
        "EUR",
        "",
    )
    assert (document.cases_per_month, document.as_is, document.steps, document.detectors) == (
        None,
        None,
        [],
        {},
    )

    tiny = from_data(
        step(uses=[{"tool": "crm"}], information=[{"information": "addr", "how": "needs"}])
        | {
            "links": [{"id": "k1", "source": "c1", "target": "c1"}],
            "notes": [{"id": "n1"}],
            "flags": [{"id": "g1"}],
            "reviews": [{"finding": "f00"}],
            "detectors": {"tool-latency": {}},
        }
    )
    [card], [actor], [tool], [information] = tiny.steps, tiny.actors, tiny.tools, tiny.information
    assert (card.kind, card.basis, card.moment_of_truth, card.work_min, card.emotion) == (
        "action", "assumed", False, None, None,
    )  # fmt: skip
    assert (card.uses[0].times, card.information[0].as_, card.information[0].state) == (1, "", None)
    assert (actor.side, actor.hours_per_month, actor.headcount) == ("employee", 151.67, None)
    assert (tool.latency_s, tool.actors, tool.feeds) == (None, None, [])
    assert (information.kind, information.held_in) == ("data", None)
    assert (tiny.links[0].kind, tiny.links[0].share) == ("flow", None)
    assert (tiny.notes[0].kind, tiny.notes[0].on, tiny.flags[0].on, tiny.reviews[0].status) == (
        "comment", None, [], "open",
    )  # fmt: skip
    assert tiny.detectors["tool-latency"].on is True


def test_free_fields_are_kept_in_every_kind_of_element() -> None:
    free = {"x-": 1, "x-nested": {"a": [None, {"b": "é"}]}}
    given = {
        "format": "blueprint/1",
        "title": "T",
        "phases": [{"id": "p", "title": ""} | free],
        "moments": [{"id": "m", "phase": "p", "title": ""} | free],
        "lanes": [{"id": "l", "kind": "support", "title": ""} | free],
        "tools": [{"id": "t", "title": "", "feeds": [{"information": "i", "to": "t"} | free]} | free],
        "information": [{"id": "i", "title": ""} | free],
        "steps": [
            {"id": "s", "lane": "l", "moment": "m", "title": "", "uses": [{"tool": "t"} | free]}
            | {"information": [{"information": "i", "how": "reads"} | free]}
            | free
        ],
        "flags": [{"id": "g", "area": {"lanes": ["l", "l"], "moments": ["m", "m"]} | free} | free],
        "reviews": [{"finding": "f", "notes": [{"id": "n"} | free]} | free],
        "blanks": [{"lane": "l", "moment": "m"} | free],
        "detectors": {"re-entry": free, "x-mine": [1, {"x": 2}]},
    } | free
    document = from_data(given)
    assert document.steps[0].uses[0].extra == free
    assert document.flags[0].area is not None
    assert document.flags[0].area.extra == free
    assert document.detectors["re-entry"].extra == free


def test_moments_are_put_in_the_order_of_their_phases() -> None:
    groups = data(
        phases=[{"id": "p1", "title": "1"}, {"id": "p2", "title": "2"}],
        moments=[
            {"id": id, "phase": phase, "title": ""} for id, phase in (("b", "p2"), ("m1", "p1"), ("a", "p1"))
        ],
    )
    assert [moment.id for moment in from_data(groups).moments] == ["m1", "a", "b"]


# A wrong document and the beginning of what is said of it.
WRONG: list[tuple[Any, str]] = [
    (step(lane="fornt"), 'steps[0].lane: no lane has the id "fornt" (lanes: cust, front)'),
    (step(title=None), "steps[0].title: a text is expected here, not null"),
    (step(title=5), "steps[0].title: a text is expected here, not 5"),
    (step(work_min="3"), 'steps[0].work_min: a number is expected here, not "3"'),
    (step(work_min=True), "steps[0].work_min: a number is expected here, not true"),
    (step(work_min=-0.5), "steps[0].work_min: -0.5 is too small: at least 0"),
    (step(work_min=float("nan")), "steps[0].work_min: NaN, Infinity or a number too large"),
    (step(wait_min=10**400), "steps[0].wait_min: NaN, Infinity or a number too large"),
    (step(emotion=3), "steps[0].emotion: 3 is too large: at most 2"),
    (step(emotion=-2.1), "steps[0].emotion: -2.1 is too small: at least -2"),
    (step(moment_of_truth=1), "steps[0].moment_of_truth: true or false is expected here, not 1"),
    (step(stakes="huge"), 'steps[0].stakes: "huge" is not possible here (possible: minor, major)'),
    (step(uses={}), "steps[0].uses: a list is expected here, not {…}"),
    (step(uses=["crm"]), 'steps[0].uses[0]: an object is expected here, not "crm"'),
    (step(uses=[{"times": 2}]), "steps[0].uses[0].tool: this field is required"),
    (step(uses=[{"tool": "fax"}]), 'steps[0].uses[0].tool: no tool has the id "fax" (tools: crm)'),
    (step(information=[{"information": "addr", "how": "sings"}]), 'steps[0].information[0].how: "sings" is'),
    (
        step(information=[{"information": "addr", "how": "reads", "as_": ""}]),
        "steps[0].information[0].as_: no such",
    ),
    (step(tool=1), "steps[0].tool: no such field here (fields: id, lane, moment, title"),
    (step(title="a\0b"), "steps[0].title: the text holds a NUL character"),
    (step(title="a\ud800"), "steps[0].title: the text holds half a character (a lone surrogate)"),
    (step(**{"x-a": {"b": ["\0"]}}), "steps[0].x-a.b[0]: the text holds a NUL character"),
    (step(**{"x-a": {"\udc00": 1}}), "steps[0].x-a: the name of a field holds half a character"),
    (step(id="a b"), 'steps[0].id: "a b" cannot be an id'),
    (step(id=""), 'steps[0].id: "" cannot be an id'),
    (step(id="x" * 65), "steps[0].id: "),
    (step(id="ann"), 'steps[0].id: the id "ann" is already that of actors[0]'),
    (step(moment="cust"), 'steps[0].moment: no moment has the id "cust" (moments: m1)'),
    (data(colour=1), "colour: no such field here"),
    (data(format="blueprint/2"), 'format: "blueprint/2" is not possible here'),
    (data(language="de"), 'language: "de" is not possible here (possible: fr, en)'),
    (data(state=None), "state: null is not possible here (possible: as-is, to-be)"),
    (data(steps=None), "steps: a list is expected here, not null"),
    (data(cases_per_month=-1), "cases_per_month: -1 is too small"),
    (data(currency=None), "currency: a text is expected here"),
    (data(lanes=[{"id": "cust", "title": "C"}]), "lanes[0].kind: this field is required"),
    (data(channels=[{"id": "tel"}]), "channels[0].title: this field is required"),
    (
        data(actors=[{"id": "ann", "title": "A", "hours_per_month": None}]),
        "actors[0].hours_per_month: a number",
    ),
    (
        data(tools=[{"id": "crm", "title": "", "actors": ["bob"]}]),
        'tools[0].actors[0]: no actor has the id "bob"',
    ),
    (
        data(tools=[{"id": "crm", "title": "", "feeds": [{"information": "addr", "to": "x"}]}]),
        "tools[0].feeds[0].to: ",
    ),
    (
        data(links=[{"id": "k", "source": "c1", "target": "c9"}]),
        'links[0].target: no step has the id "c9" (steps: c1)',
    ),
    (
        data(links=[{"id": "k", "source": "c1", "target": "c1", "share": 1.01}]),
        "links[0].share: 1.01 is too large",
    ),
    (data(notes=[{"id": "n", "on": "zzz"}]), 'notes[0].on: no element has the id "zzz"'),
    (data(notes=[{"id": "n", "at": "10:00"}]), 'notes[0].at: "10:00" is not a date'),
    (data(notes=[{"id": "n", "at": "2026-02-30"}]), 'notes[0].at: "2026-02-30" is not a date'),
    (
        data(flags=[{"id": "g", "area": {"lanes": ["cust"], "moments": ["m1", "m1"]}}]),
        "flags[0].area.lanes: exactly two",
    ),
    (
        data(flags=[{"id": "g", "area": {"lanes": ["cust", "x"], "moments": ["m1", "m1"]}}]),
        "flags[0].area.lanes[1]: no lane",
    ),
    (data(flags=[{"id": "g", "on": ["c1", "c2"]}]), 'flags[0].on[1]: no element has the id "c2"'),
    (data(reviews=[{"detector": "re-entry"}]), "reviews[0].finding: this field is required"),
    (
        data(reviews=[{"finding": "f"}, {"finding": "f"}]),
        'reviews[1].finding: the id "f" is already that of reviews[0]',
    ),
    (
        data(reviews=[{"finding": "f", "notes": [{"id": "c1"}]}]),
        'reviews[0].notes[0].id: the id "c1" is already',
    ),
    (
        data(reviews=[{"finding": "f", "notes": [{"id": "n", "on": "c1"}]}]),
        "reviews[0].notes[0].on: no such field",
    ),
    (
        data(reviews=[{"finding": "f", "effort": []}]),
        "reviews[0].effort: a number or a text is expected here, not […]",
    ),
    (data(reviews=[{"finding": "f", "effort": -1}]), "reviews[0].effort: "),
    (
        data(blanks=[{"lane": "cust", "moment": "m9"}]),
        'blanks[0].moment: no moment has the id "m9" (moments: m1)',
    ),
    (data(detectors=[]), "detectors: an object is expected here, not […]"),
    (data(detectors={"tool-latncy": {}}), 'detectors.tool-latncy: no detector is called "tool-latncy"'),
    (data(detectors={"tool-latency": None}), "detectors.tool-latency: an object is expected here, not null"),
    (
        data(detectors={"tool-latency": {"limit": 3}}),
        "detectors.tool-latency.limit: no such field here (fields: on, limit_s)",
    ),
    (
        data(detectors={"tool-latency": {"limit_s": "3"}}),
        "detectors.tool-latency.limit_s: a number is expected here",
    ),
    (data(detectors={"tool-latency": {"limit_s": -3}}), "detectors.tool-latency.limit_s: -3 is too small"),
    ([], "an object is expected here, not […]"),
    ("", "not JSON: line 1, column 1: a value is expected here"),
    ('{"format": "blueprint/1",\n "title" 5}', "not JSON: line 2, column 10: a colon is expected here"),
    (
        '{"title": "a\nb"}',
        "not JSON: line 1, column 13: a line break or control character stands inside a text",
    ),
    ("{} x", "not JSON: line 1, column 4: the document ends before this"),
    (
        '{"format": "blueprint/1", "title": "a", "title": "b"}',
        "title: this field is given twice in one object",
    ),
    ('{"format": "blueprint/1", "title": "\\ud83d"}', "title: the text holds half a character"),
    (
        '{"format": "blueprint/1", "title": "", "cost_per_hour": NaN}',
        "cost_per_hour: NaN, Infinity or a number",
    ),
    (
        '{"format": "blueprint/1", "title": "", "cost_per_hour": 1e999}',
        "cost_per_hour: NaN, Infinity or a number",
    ),
    (
        f'{{"format": "blueprint/1", "title": "", "cost_per_hour": {"9" * 5000}}}',
        "cost_per_hour: NaN, Infinity",
    ),
    (b"\xff\xfe\x00", "not UTF-8 text (byte 0)"),
    ("[" * 100_000, "brackets are nested more than 64 deep"),
    ('{"a":' * 100_000, "brackets are nested more than 64 deep"),
    (b" " * 10_000_001, "more than 10 MB: too large for a blueprint"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "expected"), WRONG, ids=[expected[:60] for _, expected in WRONG])
def test_an_error_names_the_place(wrong: Any, expected: str) -> None:
    [first] = problems(wrong)
    assert first.startswith(expected)


def test_nesting_is_refused_in_free_fields_too() -> None:
    nested: Any = []
    for _ in range(70):
        nested = [nested]
    [first] = problems(data(**{"x-deep": nested}))
    assert first == "x-deep[0][0][0][0][0][0][0]: brackets are nested more than 64 deep"


def test_free_fields_may_be_long_and_wide_and_others_not() -> None:
    from_data(data(**{"x-long": [0] * 20_001, "x-wide": {"in": {f"n{n}": n for n in range(1_001)}}}))
    wide = {f"x-{n}": n for n in range(1_001)}
    assert problems(step(**wide)) == ["steps[0]: an object has more than 1,000 fields"]
    flags = [{"id": "g", "on": ["c1"] * 20_001}]
    assert problems(data(flags=flags)) == ["flags[0].on: 20,001 entries; at most 20,000 are allowed"]


def test_all_problems_are_told_up_to_twenty() -> None:
    assert problems(step(lane="x", moment="y") | {"blanks": [{"lane": "z", "moment": "m1"}]}) == [
        'steps[0].lane: no lane has the id "x" (lanes: cust, front)',
        'steps[0].moment: no moment has the id "y" (moments: m1)',
        'blanks[0].lane: no lane has the id "z" (lanes: cust, front)',
    ]
    with pytest.raises(DocumentError) as caught:
        from_data(data(channels=[{"id": f"ch{n}"} for n in range(30)]))
    assert (len(caught.value.problems), caught.value.more) == (20, True)


@pytest.mark.parametrize(
    ("wrong", "mend"),
    [
        (step(lane="fornt"), 'Did you mean "front"?'),
        (step(tittle="x"), 'Did you mean "title"?'),
        (step(kind="aproval"), 'Did you mean "approval"?'),
        (data(detectors={"tool-latncy": {}}), 'Did you mean "tool-latency"?'),
        (data(colour=1), "Take the field out, or begin its name with x-."),
        (step(lane="zzzzzz"), "Use an id that exists, or add the element."),
        (step(work_min=-1), "Give a number from 0."),
    ],
)
def test_an_error_names_the_mend(wrong: Any, mend: str) -> None:
    with pytest.raises(DocumentError) as caught:
        from_data(wrong)
    assert caught.value.problems[0].mend() == mend


def test_a_file_of_nothing_but_mistakes_is_told_soon() -> None:
    """Twenty wrong elements are enough to know: what a million more would say is not worked out."""
    channels = [{"id": f"ch{n}"} for n in range(21)]
    steps = [{f"n{n}": n for n in range(900)} for _ in range(500)]
    told = problems(data(channels=channels, steps=steps))
    assert told[0] == "channels[0].title: this field is required"
    assert {line.partition("[")[0] for line in told} == {"channels"}


def test_numbers_of_elements_are_capped() -> None:
    channels = [{"id": f"ch{n}", "title": ""} for n in range(20_001)]
    assert problems(data(channels=channels)) == ["channels: 20,001 entries; at most 20,000 are allowed"]
    steps = [{"id": f"s{n}", "lane": "cust", "moment": "m1", "title": ""} for n in range(5_001)]
    assert problems(data(steps=steps)) == ["steps: 5,001 entries; at most 5,000 are allowed"]
    uses = [{"tool": "crm"}] * 10_001
    many = [{"id": f"s{n}", "lane": "cust", "moment": "m1", "title": "", "uses": uses} for n in range(2)]
    assert problems(data(steps=many)) == ["steps[].uses: 20,002 entries; at most 20,000 are allowed"]
    assert len(from_data(data(steps=steps[:5_000])).steps) == 5_000


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse(b"\xef\xbb\xbf" + json.dumps(data()).encode()) == from_data(data())
