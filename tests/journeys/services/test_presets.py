"""Every preset is a right document in both languages, with the same structure and nothing made up."""

import re
from typing import Any

import pytest

from blueprint.document import Document, to_data
from blueprint.friction import analyse
from journeys.services.errors import Missing, Never
from journeys.services.presets import preset_document, preset_list, preset_picture

IDS = [preset["id"] for preset in preset_list("fr")]
SERVICES = [preset["id"] for preset in preset_list("fr") if preset["steps"]]
WRITTEN = ("title", "note", "episode", "language")


def begun(id_: str, language: str) -> Document:
    return preset_document(id_, "Titre", language)


def shape(value: Any) -> Any:
    """Without what is written in a language."""
    if isinstance(value, dict):
        return {key: "…" if key in WRITTEN else shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else value


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [
            text for key, item in value.items() for text in ([item] if key in WRITTEN[:3] else texts(item))
        ]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []


def test_lanes_and_services_are_offered() -> None:
    assert {"service", "two-sides", "remote", "journey"} <= set(IDS)
    assert SERVICES == ["complaint", "onboarding", "b2b-subscription", "shop-sale"]
    assert IDS[-len(SERVICES) :] == SERVICES  # after the lanes


@pytest.mark.parametrize("id_", IDS)
def test_both_languages_say_the_same_things(id_: str) -> None:
    french, english = to_data(begun(id_, "fr")), to_data(begun(id_, "en"))
    assert (french["language"], english["language"]) == ("fr", "en")
    assert shape(french) == shape(english)
    assert all(text.strip() for text in [*texts(french), *texts(english)])
    for listed in preset_list("fr"), preset_list("en"):
        assert all(preset["title"] and preset["about"] for preset in listed)


@pytest.mark.parametrize("id_", IDS)
def test_the_texts_keep_to_their_typography(id_: str) -> None:
    about = {preset["id"]: preset["about"] for preset in preset_list("fr")}[id_]
    for text in [about, *texts(to_data(begun(id_, "fr")))]:
        assert not re.search(r"'|[ \w][;!?](?:\s|$)|[^\u00a0]:(?:\s|$)|« | »", text), text
    for text in texts(to_data(begun(id_, "en"))):
        assert not re.search(r"'|[\s\u00a0\u202f][;!?:]", text), text


@pytest.mark.parametrize("id_", SERVICES)
def test_a_service_is_something_to_work_from(id_: str) -> None:
    document = begun(id_, "en")
    assert document.episode
    assert {lane.kind for lane in document.lanes} == {
        "evidence",
        "customer",
        "frontstage",
        "backstage",
        "support",
    }
    assert len(document.steps) >= 18 and document.tools and document.channels and document.information
    stood = {step.moment for step in document.steps}
    assert stood == {moment.id for moment in document.moments}  # no empty column
    assert {step.lane for step in document.steps} == {lane.id for lane in document.lanes}
    assert sum(step.note != "" for step in document.steps) >= 5  # the questions to put to the room
    assert any(step.moment_of_truth for step in document.steps)


@pytest.mark.parametrize("id_", SERVICES)
def test_a_service_claims_nothing_that_nobody_saw(id_: str) -> None:
    """No time, no feeling, no answer to a question of autonomy: these are for the room to say."""
    document = begun(id_, "en")
    for step in document.steps:
        assert (step.basis, step.work_min, step.wait_min, step.emotion) == ("assumed", None, None, None)
        assert (step.said, step.decides, step.recovery, step.standard) == ("", None, None, None)
    assert all(link.share is None for link in document.links)
    assert all(tool.latency_s is None for tool in document.tools)
    analyse(document)


@pytest.mark.parametrize("id_", SERVICES)
def test_every_name_of_a_service_is_used(id_: str) -> None:
    """Nothing stands in the library that no step, lane or other entry speaks of."""
    document = begun(id_, "en")
    steps = document.steps
    assert {actor.id for actor in document.actors} == {step.actor for step in steps if step.actor} | {
        lane.actor for lane in document.lanes if lane.actor
    }
    assert {tool.id for tool in document.tools} == {use.tool for step in steps for use in step.uses}
    spoken = {exchange.information for step in steps for exchange in step.information}
    assert {information.id for information in document.information} == spoken
    linked = {end for link in document.links for end in (link.source, link.target)}
    shown = {step.id for step in steps if step.kind != "evidence"}
    assert linked == shown


def test_an_unknown_one_names_those_there_are() -> None:
    with pytest.raises(Never) as refused:
        preset_document("nothing", "", "en")
    assert all(id_ in refused.value.mend for id_ in IDS)


def test_each_has_a_picture() -> None:
    for id_ in IDS:
        svg, mark = preset_picture(id_, "fr")
        assert "<svg" in svg and mark
    with pytest.raises(Missing):
        preset_picture("nothing", "fr")
