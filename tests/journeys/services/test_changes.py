"""Rules C1 to C6 and C11 of the change log, as the server keeps them."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from blueprint.document import to_data
from blueprint.records import to_document
from journeys.models import Blueprint, Change, Lane, Step
from journeys.services.blueprints import blueprint_bin
from journeys.services.changes import Wanted, change_submit
from journeys.services.errors import Missing, Never, NotNow
from journeys.services.states import state_read
from tests.factories import put, remove, set_, submit, undo
from tests.journeys.replay import assert_replays, state_in

NEW = put("step", id="s9", lane="cust", moment="m2", title="Complains")


def test_c1_put_set_and_remove_reach_the_rows(sheet: Blueprint, alice: User) -> None:
    answer = submit(
        sheet, alice, NEW, set_("step", "c1", "title", "Calls"), remove("link", "k1"), label="Three"
    )
    assert (answer["seq"], answer["dropped"]) == (1, [])
    state = state_in(sheet)
    assert state["step"]["s9"]["title"] == "Complains"
    assert state["step"]["c1"]["title"] == "Calls"
    assert {*state["link"]} == {"k2"}
    assert_replays(sheet)


def test_c2_seq_counts_the_changes_without_a_hole(sheet: Blueprint, alice: User, bob: User) -> None:
    seqs = [
        submit(sheet, person, set_("step", "c1", "title", str(n)))["seq"]
        for n, person in enumerate([alice, bob] * 3)
    ]
    assert seqs == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "wrong", [set_("step", "c1", "titel", "x"), put("link", id="k9", source="c1", target="gone")]
)
def test_c2_a_refused_change_leaves_nothing(sheet: Blueprint, alice: User, wrong: dict[str, Any]) -> None:
    before = state_in(sheet)
    with pytest.raises((Never, NotNow)):
        submit(sheet, alice, NEW, wrong)
    assert state_in(sheet) == before == state_read(sheet.pk)[1]
    assert Blueprint.objects.get(pk=sheet.pk).seq == 0
    assert not Change.objects.exists()
    assert submit(sheet, alice, NEW)["seq"] == 1


def test_c2_changes_share_a_transaction_each_in_its_own_savepoint(sheet: Blueprint, alice: User) -> None:
    with transaction.atomic():
        submit(sheet, alice, set_("step", "c1", "title", "first"))
        with pytest.raises(Never):
            submit(sheet, alice, NEW, set_("step", "c1", "nothing", 1))
        assert submit(sheet, alice, set_("step", "c2", "title", "second"))["seq"] == 2
    assert_replays(sheet)
    assert "s9" not in state_in(sheet)["step"]


def test_c2_what_the_outer_transaction_takes_back_was_never_there(sheet: Blueprint, alice: User) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        submit(sheet, alice, NEW)
        raise RuntimeError
    assert "s9" not in state_read(sheet.pk)[1]["step"]
    # The number is given again; a state cached under it would show here.
    submit(sheet, alice, set_("step", "c1", "title", "after"))
    assert "s9" not in state_read(sheet.pk)[1]["step"]
    assert_replays(sheet)


def test_c3_the_same_id_again_gives_the_first_answer_and_does_nothing(sheet: Blueprint, alice: User) -> None:
    id_ = uuid4()
    ops = [remove("step", "c1"), set_("step", "c1", "title", "late")]
    first = submit(sheet, alice, *ops, id=id_)
    submit(sheet, alice, NEW)
    again = submit(sheet, alice, *ops, id=id_)
    assert again == first
    assert again["dropped"][0]["op"] == ops[1]
    assert Blueprint.objects.get(pk=sheet.pk).seq == 2


def test_c3_the_same_id_with_other_ops_is_refused(sheet: Blueprint, alice: User) -> None:
    id_ = uuid4()
    submit(sheet, alice, NEW, id=id_)
    with pytest.raises(NotNow) as error:
        submit(sheet, alice, remove("step", "s9"), id=id_)
    assert error.value.place == "id"
    assert "s9" in state_in(sheet)["step"]


def test_c3_an_id_belongs_to_one_blueprint(sheet: Blueprint, alice: User) -> None:
    from tests.factories import blueprint_of

    id_, other = uuid4(), blueprint_of(alice)
    submit(sheet, alice, NEW, id=id_)
    assert submit(other, alice, NEW, id=id_)["seq"] == 1


def test_c5_a_set_on_a_record_that_is_gone_is_dropped_and_said(
    sheet: Blueprint, alice: User, bob: User
) -> None:
    submit(sheet, bob, remove("step", "c2"))
    late = set_("step", "c2", "title", "too late")
    answer = submit(sheet, alice, late, set_("step", "c1", "title", "kept"))
    assert [entry["op"] for entry in answer["dropped"]] == [late]
    assert "c2" in answer["dropped"][0]["reason"]
    assert state_in(sheet)["step"]["c1"]["title"] == "kept"


def test_c5_a_put_whose_parent_is_gone_is_refused_whole(sheet: Blueprint, alice: User, bob: User) -> None:
    submit(sheet, bob, remove("moment", "m2"))
    with pytest.raises(NotNow) as error:
        submit(sheet, alice, set_("step", "c1", "title", "x"), NEW)
    assert error.value.place == "ops[1].record.moment"
    assert state_in(sheet)["step"]["c1"]["title"] == "Asks"


def test_c5_the_last_one_wins_by_field(sheet: Blueprint, alice: User, bob: User) -> None:
    submit(sheet, alice, set_("step", "c1", "title", "alice"))
    submit(sheet, bob, set_("step", "c1", "emotion", -1))
    submit(sheet, bob, set_("step", "c1", "title", "bob"))
    record = state_in(sheet)["step"]["c1"]
    assert (record["title"], record["emotion"]) == ("bob", -1)


def test_c6_what_goes_along_with_a_removal_stands_in_the_log(sheet: Blueprint, alice: User) -> None:
    submit(sheet, alice, remove("step", "f1"))
    gone = {(op["type"], op["id"]) for op in Change.objects.get().ops if op["op"] == "remove"}
    assert gone == {
        ("use", "use-1"),
        ("exchange", "exchange-1"),
        ("link", "k1"),
        ("link", "k2"),
        ("step", "f1"),
    }
    assert state_in(sheet)["note"]["n1"]["on"] is None
    assert state_in(sheet)["flag"]["g1"]["on"] == []
    assert_replays(sheet)


@pytest.mark.parametrize(
    ("type_", "id_"),
    [
        ("phase", "p"),
        ("lane", "front"),
        ("tool", "crm"),
        ("information", "adr"),
        ("actor", "seller"),
        ("channel", "phone"),
        ("moment", "m1"),
    ],
)
def test_c6_every_kind_of_removal_can_be_written_and_replayed(
    sheet: Blueprint, alice: User, type_: str, id_: str
) -> None:
    submit(sheet, alice, remove(type_, id_))
    assert id_ not in state_in(sheet)[type_]
    assert_replays(sheet)


def test_c6_the_database_refuses_what_the_log_does_not_hold(sheet: Blueprint) -> None:
    with pytest.raises(ProtectedError):
        Lane.objects.filter(ident="front").delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.filter(ident="c1").update(lane="nowhere")
        transaction.get_connection().check_constraints()


def test_c11_order_is_kept_by_its_bytes(sheet: Blueprint, alice: User) -> None:
    submit(
        sheet,
        alice,
        put("lane", id="a", kind="support", title="A", order="Zz"),
        put("lane", id="b", kind="support", title="B", order="a5"),
    )
    orders = {id_: lane["order"] for id_, lane in state_in(sheet)["lane"].items()}
    assert orders["a"] == "Zz" < orders["cust"] < orders["b"] == "a5"


def test_the_blueprints_own_record_is_set_like_any_other(sheet: Blueprint, alice: User) -> None:
    submit(
        sheet,
        alice,
        set_("blueprint", "blueprint", "title", "Renamed"),
        set_("blueprint", "blueprint", "x-colour", {"a": 1}),
    )
    row = Blueprint.objects.get(pk=sheet.pk)
    assert (row.title, row.extra) == ("Renamed", {"x-colour": {"a": 1}})
    assert_replays(sheet)


def test_a_blueprint_in_the_bin_takes_no_change(sheet: Blueprint, alice: User) -> None:
    blueprint_bin(blueprint=sheet)
    with pytest.raises(Missing):
        submit(sheet, alice, NEW)


def test_who_and_when_is_written_by_the_server(sheet: Blueprint, bob: User) -> None:
    submit(
        sheet,
        bob,
        put("note", id="n2", text="mine", by="Queen", at="1999-01-01"),
        put("flag", id="g2", on=["c1"], by="Queen"),
    )
    state = state_in(sheet)
    assert (state["note"]["n2"]["by"], state["flag"]["g2"]["by"]) == ("bob", "bob")
    assert state["note"]["n2"]["at"] > "2026"
    with pytest.raises(Never) as error:
        submit(sheet, bob, set_("note", "n1", "by", "Queen"))
    assert error.value.place == "ops[0].field"


def test_two_people_begin_one_thread_and_both_are_heard(sheet: Blueprint, alice: User, bob: User) -> None:
    submit(sheet, alice, put("review", id="fp", status="confirmed", notes=[{"id": "rn1", "text": "so"}]))
    # Bob's editor did not know of it: it begins the review too.
    answer = submit(
        sheet, bob, put("review", id="fp", owner="Bob"), put("note", id="rn2", on="fp", text="no")
    )
    assert answer["dropped"] == []
    state = state_in(sheet)
    assert (state["review"]["fp"]["status"], state["review"]["fp"]["owner"]) == ("confirmed", "Bob")
    notes = [state["note"][id] for id in ("rn1", "rn2")]
    assert [(note["on"], note["by"], note["text"]) for note in notes] == [
        ("fp", "alice", "so"),
        ("fp", "bob", "no"),
    ]
    [review] = to_data(to_document(state))["reviews"]
    assert [note["id"] for note in review["notes"]] == ["rn1", "rn2"]
    assert_replays(sheet)


def test_c6_a_review_takes_its_thread_along_and_undo_brings_all_of_it_back(
    sheet: Blueprint, alice: User, bob: User
) -> None:
    submit(sheet, alice, put("review", id="fp", notes=[{"id": "rn1", "text": "so"}]))
    submit(sheet, bob, put("note", id="rn2", on="fp", text="no", images=[]))
    before = state_in(sheet)
    gone = submit(sheet, alice, remove("review", "fp"))
    assert "rn1" not in state_in(sheet)["note"] and "rn2" not in state_in(sheet)["note"]
    undo(sheet, alice, gone)
    assert state_in(sheet) == before
    assert_replays(sheet)


def test_r7_undo_does_not_write_over_a_review_that_someone_began_anew(
    sheet: Blueprint, alice: User, bob: User
) -> None:
    submit(sheet, alice, put("review", id="fp", status="confirmed"))
    gone = submit(sheet, alice, remove("review", "fp"))
    submit(sheet, bob, put("review", id="fp", status="dismissed", reason="Measured"))
    assert undo(sheet, alice, gone)["kept"] == [{"type": "review", "id": "fp", "field": None, "by": "bob"}]
    assert state_in(sheet)["review"]["fp"]["status"] == "dismissed"


def test_a_change_without_ops_is_a_change(sheet: Blueprint, alice: User) -> None:
    assert change_submit(blueprint=sheet.pk, author=alice, change=Wanted(id=uuid4()))["seq"] == 1
