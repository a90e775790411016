"""Rule C9: undo takes back one's own work and nobody else's, and says what it left alone."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from journeys.models import Blueprint
from journeys.services.changes import Wanted, change_submit
from journeys.services.errors import Forbidden, NotNow
from tests.factories import blueprint_of, put, remove, set_, shared_with, submit, undo
from tests.journeys.replay import assert_replays, state_in


def title(blueprint: Blueprint, step: str = "c1") -> str:
    return state_in(blueprint)["step"][step]["title"]


def test_c9_undo_takes_back_everything_a_change_did(sheet: Blueprint, alice: User) -> None:
    before = state_in(sheet)
    done = submit(
        sheet, alice, remove("lane", "front"), remove("tool", "crm"), set_("step", "c1", "said", "hm")
    )
    answer = undo(sheet, alice, done)
    assert (answer["seq"], answer["kept"], answer["dropped"]) == (2, [], [])
    assert state_in(sheet) == before
    assert_replays(sheet)


def test_c9_undo_of_an_undo_is_a_redo(sheet: Blueprint, alice: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "new"))
    undone = undo(sheet, alice, done)
    assert title(sheet) == "Asks"
    undo(sheet, alice, undone)
    assert title(sheet) == "new"


def test_c9_undo_undo_copy_redo_redo_leaves_the_document_as_it_was(sheet: Blueprint, alice: User) -> None:
    first = submit(sheet, alice, put("step", id="s9", lane="cust", moment="m1", title="One"))
    second = submit(
        sheet, alice, put("link", id="k9", source="s9", target="c2"), set_("step", "s9", "title", "Two")
    )
    after = state_in(sheet)
    undone_second = undo(sheet, alice, second)
    undone_first = undo(sheet, alice, first)
    undo(sheet, alice, undone_first)
    undo(sheet, alice, undone_second)
    assert state_in(sheet) == after
    assert_replays(sheet)


def test_c9_a_change_is_undone_once_until_it_is_redone(sheet: Blueprint, alice: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "new"))
    undone = undo(sheet, alice, done)
    with pytest.raises(NotNow):
        undo(sheet, alice, done)
    redone = undo(sheet, alice, undone)
    with pytest.raises(NotNow):
        undo(sheet, alice, undone)
    undo(sheet, alice, redone)
    assert title(sheet) == "Asks"
    with pytest.raises(NotNow):
        undo(sheet, alice, done)


def test_c9_a_change_that_was_redone_can_be_undone_by_its_own_id(sheet: Blueprint, alice: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "new"))
    undo(sheet, alice, undo(sheet, alice, done))
    undo(sheet, alice, done)
    assert title(sheet) == "Asks"


def test_c9_fields_that_someone_else_has_set_since_stay(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "alice"), set_("step", "c1", "said", "alice"))
    submit(sheet, bob, set_("step", "c1", "title", "bob"))
    answer = undo(sheet, alice, done)
    assert answer["kept"] == [{"type": "step", "id": "c1", "field": "title", "by": "bob"}]
    record = state_in(sheet)["step"]["c1"]
    assert (record["title"], record["said"]) == ("bob", "")
    assert_replays(sheet)


def test_c9_ones_own_later_edits_are_no_hindrance(sheet: Blueprint, alice: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "one"))
    submit(sheet, alice, set_("step", "c1", "title", "two"))
    assert undo(sheet, alice, done)["kept"] == []
    assert title(sheet) == "Asks"


def test_c9_a_record_that_someone_else_has_edited_since_is_not_taken_away(
    sheet: Blueprint, alice: User, bob: User
) -> None:
    done = submit(
        sheet,
        alice,
        put("step", id="s9", lane="cust", moment="m1", title="A"),
        put("channel", id="mail", title="Mail"),
    )
    submit(sheet, bob, set_("step", "s9", "said", "mine now"))
    answer = undo(sheet, alice, done)
    assert answer["kept"] == [{"type": "step", "id": "s9", "field": None, "by": "bob"}]
    state = state_in(sheet)
    assert "s9" in state["step"]
    assert "mail" not in state["channel"]


def test_c9_nor_one_in_which_someone_else_has_put_something(sheet: Blueprint, alice: User, bob: User) -> None:
    lane = put("lane", id="back", kind="backstage", title="Back")
    done = submit(sheet, alice, lane, put("step", id="s8", lane="back", moment="m1", title="A"))
    submit(sheet, bob, put("step", id="s9", lane="back", moment="m1", title="B"))
    answer = undo(sheet, alice, done)
    assert [(kept["type"], kept["id"]) for kept in answer["kept"]] == [("lane", "back")]
    state = state_in(sheet)
    assert {"s9"} <= {*state["step"]}
    assert "s8" not in state["step"]
    assert_replays(sheet)


def test_c9_nor_one_to_which_someone_else_has_drawn_a_link(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, put("step", id="s9", lane="cust", moment="m1", title="A"))
    submit(sheet, bob, put("link", id="k9", source="s9", target="c2"))
    assert undo(sheet, alice, done)["kept"][0]["by"] == "bob"
    assert "k9" in state_in(sheet)["link"]


def test_c9_what_can_not_be_brought_back_is_told(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, remove("step", "f1"), set_("step", "c1", "title", "x"))
    submit(sheet, bob, remove("lane", "front"))
    answer = undo(sheet, alice, done)
    assert {(kept["type"], kept["id"]) for kept in answer["kept"]} >= {
        ("step", "f1"),
        ("link", "k1"),
        ("link", "k2"),
    }
    assert next(kept["by"] for kept in answer["kept"] if kept["id"] == "f1") == "bob"
    assert title(sheet) == "Asks"
    assert_replays(sheet)


def test_c9_an_id_that_someone_took_meanwhile_stays_theirs(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, remove("channel", "phone"))
    submit(sheet, bob, put("channel", id="phone", title="bob's"))
    answer = undo(sheet, alice, done)
    assert {"type": "channel", "id": "phone", "field": None, "by": "bob"} in answer["kept"]
    assert state_in(sheet)["channel"]["phone"]["title"] == "bob's"


def test_c9_a_removal_by_someone_else_stands(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "alice"))
    submit(sheet, bob, remove("step", "c1"))
    assert undo(sheet, alice, done)["kept"] == [{"type": "step", "id": "c1", "field": "title", "by": "bob"}]


def test_c9_shares_that_no_longer_fit_are_left_out(alice: User, bob: User) -> None:
    sheet = shared_with(blueprint_of(alice), bob)
    submit(sheet, alice, put("link", id="k8", source="f1", target="c2", share=0.9))
    done = submit(sheet, alice, set_("link", "k8", "share", 0.1))
    submit(sheet, bob, put("link", id="k9", source="f1", target="c2", share=0.8))
    answer = undo(sheet, alice, done)
    assert [(kept["id"], kept["field"]) for kept in answer["kept"]] == [("k8", "share")]
    assert state_in(sheet)["link"]["k8"]["share"] == 0.1


def test_c9_swapped_shares_go_back_together(sheet: Blueprint, alice: User) -> None:
    submit(
        sheet,
        alice,
        put("link", id="k8", source="f1", target="c2", share=0.9),
        put("link", id="k9", source="f1", target="c1", share=0.1),
    )
    before = state_in(sheet)
    done = submit(sheet, alice, set_("link", "k8", "share", 0.1), set_("link", "k9", "share", 0.9))
    assert undo(sheet, alice, done)["kept"] == []
    assert state_in(sheet) == before


def test_c9_nobody_undoes_anothers_change(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "alice"))
    with pytest.raises(Forbidden) as error:
        undo(sheet, bob, done)
    assert error.value.place == "undo"


def test_c9_an_unknown_change_can_not_be_undone(sheet: Blueprint, alice: User) -> None:
    elsewhere = submit(blueprint_of(alice), alice, set_("step", "c1", "title", "x"))
    for id_ in (uuid4(), elsewhere["id"]):
        with pytest.raises(NotNow):
            undo(sheet, alice, {"id": id_})


def test_c3_an_undo_sent_again_gives_its_first_answer(sheet: Blueprint, alice: User, bob: User) -> None:
    done = submit(sheet, alice, set_("step", "c1", "title", "alice"))
    submit(sheet, bob, set_("step", "c1", "title", "bob"))
    change = Wanted(id=uuid4(), undo=done["id"])
    first = change_submit(blueprint=sheet.pk, author=alice, change=change)
    assert first["kept"]
    assert change_submit(blueprint=sheet.pk, author=alice, change=change) == first


def test_c9_a_note_that_comes_back_keeps_who_wrote_it_and_when(sheet: Blueprint, alice: User) -> None:
    before = state_in(sheet)["note"]
    undo(sheet, alice, submit(sheet, alice, remove("note", "n1")))
    assert state_in(sheet)["note"] == before
