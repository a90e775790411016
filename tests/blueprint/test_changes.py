"""Changes to records: general rules on random blueprints, and what the contract cases leave to Python."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.changes import Applied, ChangeError, apply, invert
from blueprint.document import from_data, to_data
from blueprint.records import RECORDS, to_document, to_records
from tests.strategies import changes, document_data, documents

Op = dict[str, Any]


def state_of(**fields: Any) -> dict[str, Any]:
    """A sheet of one cell with step s1, and whatever else is given."""
    return to_records(
        from_data(
            {
                "format": "blueprint/1",
                "title": "T",
                "phases": [{"id": "p1", "title": ""}],
                "moments": [{"id": "m1", "phase": "p1", "title": ""}],
                "lanes": [{"id": "l1", "kind": "support", "title": ""}],
                "steps": [{"id": "s1", "lane": "l1", "moment": "m1", "title": "S"}],
            }
            | fields
        )
    )


def put(kind: str, **record: Any) -> Op:
    return {"op": "put", "type": kind, "record": record}


def set_(kind: str, id: str, field: str, value: Any) -> Op:
    return {"op": "set", "type": kind, "id": id, "field": field, "value": value}


def remove(kind: str, id: str) -> Op:
    return {"op": "remove", "type": kind, "id": id}


def refused(state: Any, *ops: Any) -> ChangeError:
    with pytest.raises(ChangeError) as caught:
        apply(state, list(ops))
    return caught.value


@st.composite
def applied_changes(draw: st.DrawFn) -> tuple[dict[str, Any], list[Op], Applied]:
    """A state, ops that it takes, and what came of them."""
    state = to_records(draw(documents()))
    ops = draw(changes(state))
    while True:
        try:
            return state, ops, apply(state, ops)
        except ChangeError:
            ops = ops[:-1]


@given(applied_changes())
def test_c9_the_inverse_gives_back_the_same_state(change: tuple[dict[str, Any], list[Op], Applied]) -> None:
    before, ops, applied = change
    undone = apply(applied.state, applied.inverse)
    assert undone.state == before
    assert undone.dropped == []
    assert invert(before, ops) == applied.inverse


@given(applied_changes())
def test_c9_undo_undo_redo_redo_changes_nothing(change: tuple[dict[str, Any], list[Op], Applied]) -> None:
    _, _, applied = change
    undone = apply(applied.state, applied.inverse)
    redone = apply(undone.state, undone.inverse)
    assert redone.state == applied.state
    assert apply(redone.state, redone.inverse).state == undone.state


@given(applied_changes())
def test_c6_the_log_alone_gives_the_same_state(change: tuple[dict[str, Any], list[Op], Applied]) -> None:
    before, _, applied = change
    replayed = apply(before, applied.ops)
    assert replayed.state == applied.state
    assert replayed.ops == applied.ops
    assert replayed.dropped == []


@given(applied_changes())
def test_c2_what_a_change_leaves_is_a_valid_document(
    change: tuple[dict[str, Any], list[Op], Applied],
) -> None:
    _, _, applied = change
    from_data(to_data(to_document(applied.state)))


@given(documents(), st.data())
def test_c2_the_given_state_is_never_touched(document: Any, data: st.DataObject) -> None:
    state = to_records(document)
    ops = data.draw(changes(state))
    before, sent = deepcopy(state), deepcopy(ops)
    try:
        applied = apply(state, ops)
    except ChangeError:
        pass
    else:
        untouched = {kind for kind in RECORDS if not any(op["type"] == kind for op in applied.ops)}
        assert all(applied.state[kind] is state[kind] for kind in untouched)  # shared, not copied
    assert state == before
    assert ops == sent


names = st.sampled_from(["op", "type", "id", "field", "value", "record"])
anything = st.recursive(
    st.none() | st.text() | st.integers() | st.sampled_from(["put", "set", "remove", "step"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner),
)


@given(document_data(), st.lists(anything))
def test_c1_no_ops_raise_anything_but_a_change_error(data: dict[str, Any], ops: list[Any]) -> None:
    try:
        apply(to_records(from_data(data)), ops)
    except ChangeError as error:
        assert error.never
        assert error.message("fr")
        assert error.mend("fr")


@pytest.mark.parametrize(
    ("op", "place"),
    [
        (5, "ops[0]"),
        ({}, "ops[0].op"),
        ({"op": "move", "type": "step", "id": "s1"}, "ops[0].op"),
        ({"op": "remove", "type": "step"}, "ops[0].id"),
        ({"op": "remove", "type": ["step"], "id": "s1"}, "ops[0].type"),
        ({"op": "remove", "type": "step", "id": 1}, "ops[0].id"),
        ({"op": "remove", "type": "step", "id": "s1", "field": "title"}, "ops[0].field"),
        ({"op": "set", "type": "step", "id": "s1", "value": 1}, "ops[0].field"),
        ({"op": "set", "type": "step", "id": "s1", "field": None, "value": 1}, "ops[0].field"),
        ({"op": "put", "type": "step", "record": []}, "ops[0].record"),
        ({"op": "put", "type": "step", "record": {"id": "\0"}}, "ops[0].record.id"),
    ],
)
def test_c1_an_op_has_the_shape_of_one(op: Any, place: str) -> None:
    error = refused(state_of(), op)
    assert (error.place, error.never) == (place, True)


def test_c1_ops_are_a_list() -> None:
    with pytest.raises(ChangeError, match="ops: a list is expected here"):
        apply(state_of(), "remove")  # type: ignore[arg-type]


def test_c1_detectors_and_their_limits_are_those_of_the_catalogue() -> None:
    error = refused(state_of(), put("detector", id="tool-latncy"))
    assert (error.place, error.never, error.mend()) == (
        "ops[0].record.id",
        True,
        'Did you mean "tool-latency"?',
    )
    error = refused(state_of(), put("detector", id="tool-latency", limit=3))
    assert (error.place, error.mend()) == ("ops[0].record.limit", 'Did you mean "limit_s"?')
    state = apply(state_of(), [put("detector", id="tool-latency", limit_s=3)]).state
    assert to_document(state).detectors["tool-latency"].limits == {"limit_s": 3}
    assert refused(state, set_("detector", "tool-latency", "limit", 3)).place == "ops[0].field"


def test_c2_a_blueprint_holds_so_many_and_no_more() -> None:
    state = state_of()
    most = {f"s{n}": state["step"]["s1"] | {"id": f"s{n}"} for n in range(1, 5_001)}
    error = refused(state | {"step": most}, put("step", id="more", lane="l1", moment="m1", title=""))
    assert (error.place, error.never) == ("ops[0].record", False)
    assert error.message() == "there are already 5,000 of these, as many as a blueprint can hold"


def test_c5_what_was_dropped_says_why() -> None:
    ops = [
        set_("step", "s9", "title", "x"),
        set_("step", "s1", "lane", "attic"),
        put("note", id="n1", on="gone"),
        remove("link", "k1"),
    ]
    dropped = apply(state_of(), ops).dropped
    assert [(each.op, each.code) for each in dropped] == list(
        zip(ops, ["gone", "names-gone", "emptied", "gone"], strict=True)
    )
    assert [each.reason() for each in dropped] == [
        'the step "s9" is gone',
        '"attic" is gone, so lane keeps its value',
        '"gone" is gone, so it was left out of on',
        'the link "k1" is gone',
    ]
    assert dropped[0].reason("fr") == "l’étape «\u00a0s9\u00a0» n’existe plus"


def test_c5_what_was_refused_names_place_and_mend() -> None:
    error = refused(state_of(), put("step", id="s2", lane="attic", moment="m1", title=""))
    assert (error.place, error.never) == ("ops[0].record.lane", False)
    assert (error.message(), error.mend()) == ('the lane "attic" is gone', "Choose one that exists.")
    assert str(error) == 'ops[0].record.lane: the lane "attic" is gone'


def test_c6_removed_records_go_before_what_they_hang_on() -> None:
    links = [{"id": "k1", "source": "s1", "target": "s1"}]
    notes = [{"id": "n1", "on": "k1"}]
    ops = apply(state_of(links=links, notes=notes), [remove("phase", "p1")]).ops
    assert [(op["op"], op["type"]) for op in ops] == [
        ("set", "note"), ("remove", "link"), ("remove", "step"), ("remove", "moment"), ("remove", "phase"),
    ]  # fmt: skip


def test_c2_a_share_that_no_longer_fits_names_its_link() -> None:
    links = [
        {"id": "k1", "source": "s1", "target": "s2", "share": 0.7},
        {"id": "k2", "source": "s1", "target": "s2"},
    ]
    steps = [{"id": id, "lane": "l1", "moment": "m1", "title": ""} for id in ("s1", "s2")]
    error = refused(state_of(steps=steps, links=links), set_("link", "k2", "share", 0.7))
    assert (error.place, error.never) == ("link.k2.share", False)
    assert error.message() == 'the shares out of step "s1" add up to 1.4: more than 1'
