"""The rules between elements: grouping of moments, which links go back, shares."""

from typing import Any

import pytest

from blueprint.document import Document, DocumentError, columns, from_data, is_rework


def document(*links: dict[str, Any], moments: str = "p1 p1 p2", **fields: Any) -> Document:
    """Steps s1, s2 and s3 in three moments, in the phases given, with these links."""
    return from_data(
        {
            "format": "blueprint/1",
            "title": "T",
            "phases": [{"id": id, "title": id} for id in ("p1", "p2")],
            "moments": [
                {"id": f"m{number}", "phase": phase, "title": ""}
                for number, phase in enumerate(moments.split(), start=1)
            ],
            "lanes": [{"id": "l", "kind": "backstage", "title": ""}],
            "steps": [{"id": f"s{n}", "lane": "l", "moment": f"m{n}", "title": ""} for n in (1, 2, 3)],
            "links": [{"id": f"k{number}"} | link for number, link in enumerate(links)],
        }
        | fields
    )


def link(source: str, target: str, share: float | None = None, kind: str = "flow") -> dict[str, Any]:
    return {"source": source, "target": target, "share": share, "kind": kind}


def refusal(*links: dict[str, Any], **fields: Any) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        document(*links, **fields)
    return [str(problem) for problem in caught.value.problems]


def test_moments_of_a_phase_stand_together() -> None:
    assert refusal(moments="p1 p2 p1") == [
        'moments[2].phase: the moments of phase "p1" do not stand together ("m3" stands apart)'
    ]


def test_which_links_go_back() -> None:
    made = document(
        link("s1", "s2"),
        link("s2", "s1"),
        link("s1", "s1"),
        link("s1", "s3", kind="rework"),
        moments="p2 p1 p1",
    )
    column = columns(made)
    assert column == {"s1": 2, "s2": 0, "s3": 1}  # the phases decide, not the list
    assert [is_rework(each.kind, each.source, each.target, column) for each in made.links] == [
        True, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("back", [link("s2", "s1", 1), link("s1", "s1", 1), link("s1", "s2", 1, "rework")])
def test_a_link_that_goes_back_has_a_share_below_1(back: dict[str, Any]) -> None:
    assert refusal(back) == ['links[0].share: the link "k0" goes back, so its share must be below 1']
    assert document(back | {"share": 0.99}).links[0].share == 0.99


def test_alternatives_add_up_to_at_most_1() -> None:
    document(*(link("s1", "s2", share) for share in (0.2, 0.4, 0.3, 0.1)))  # 1.0000000000000002 as floats
    assert refusal(link("s1", "s2", 0.5), link("s1", "s2", 0.5001))
    assert refusal(link("s1", "s2", 0.6), link("s2", "s3", 0.9), link("s1", "s3", 0.5), link("s1", "s3")) == [
        'links[2].share: the shares out of step "s1" add up to 1.1: more than 1'
    ]


def test_shares_that_take_no_part_in_the_sum() -> None:
    document(
        link("s2", "s3", 0.7),
        link("s2", "s3", 1),  # always taken
        link("s2", "s3"),  # always taken
        link("s2", "s1", 0.9),  # goes back
        link("s2", "s3", 0.9, "rework"),
    )


def test_notes_and_flags_may_speak_of_any_element() -> None:
    ids = ["p1", "m1", "l", "a", "ch", "t", "i", "s1", "k0", "n0", "g"]
    document(
        link("s1", "s2"),
        actors=[{"id": "a", "title": ""}],
        channels=[{"id": "ch", "title": ""}],
        tools=[{"id": "t", "title": ""}],
        information=[{"id": "i", "title": ""}],
        notes=[{"id": f"n{number}", "on": id} for number, id in enumerate(ids)],
        flags=[{"id": "g", "on": ids}],
    )


def test_a_review_may_remember_what_is_gone() -> None:
    reviews = [{"finding": "f", "detector": "re-entry", "elements": ["long-gone"]}]
    assert document(reviews=reviews).reviews[0].elements == ["long-gone"]
