"""Random valid documents and changes for hypothesis: every element and field, odd texts, free fields."""

import re
from collections import defaultdict
from itertools import count
from typing import Any

from hypothesis import strategies as st

from blueprint.catalogue import DETECTORS
from blueprint.document import Document, from_data, is_rework
from blueprint.document.values import ID_PATTERN, LISTS
from blueprint.records import BLUEPRINT, RECORDS, State

Data = dict[str, Any]

NOT_IN_TEXT = ("Cs",)  # lone surrogates
texts = st.text(
    st.characters(exclude_categories=NOT_IN_TEXT, exclude_characters="\0"), max_size=12
) | st.sampled_from(["", "<script>", "e\u0301", "👩‍👩‍👧", "\u202eabc\u202c", 'a"b\\c', "ligne\nsuivante"])
ids = st.text(
    st.characters(exclude_categories=NOT_IN_TEXT, exclude_characters="\0"), min_size=1, max_size=6
).filter(re.compile(ID_PATTERN).fullmatch)
amounts = st.integers(0, 500) | st.floats(0, 1e6, allow_nan=False)
dates = st.dates().map(str) | st.just("2026-03-12T10:00:00Z")
free_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
qualities = st.sampled_from(["speed", "occupancy", "volume", "accuracy", "resolution", "value"])
note_kinds = st.sampled_from(["comment", "pain", "verbatim", "idea", "question", "how-might-we"])


@st.composite
def elements(draw: st.DrawFn, *, required: Data | None = None, **optional: st.SearchStrategy[Any]) -> Data:
    """An object with the required values, some of the optional fields, and now and then a free one."""
    data = dict(required or {})
    for name, values in optional.items():
        if draw(st.booleans()):
            data[name.rstrip("_")] = draw(values)
    if draw(st.integers(0, 5)) == 0:
        data["x-" + draw(st.sampled_from(["a", "", "é b"]))] = draw(free_values)
    return data


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def one_of(known: list[str]) -> st.SearchStrategy[Any]:
    """One of the ids, or null where a field may be null."""
    return maybe(st.sampled_from(known)) if known else st.none()


def some_of(known: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(known), max_size=3) if known else st.just([])


@st.composite
def document_data(draw: st.DrawFn, most_steps: int = 6) -> Data:
    """The data of a valid document, with many fields left at their defaults."""
    endings = draw(st.lists(ids, min_size=1, max_size=3))
    names = (f"{number}·{endings[number % len(endings)]}" for number in count())
    title = draw(texts)

    def new(most: int) -> list[str]:
        return [next(names) for _ in range(draw(st.integers(0, most)))]

    known = {kind: new(3) for kind in ("phase", "lane", "actor", "channel", "tool", "information")}
    phases = {phase: new(2) for phase in known["phase"]}
    known["moment"] = [moment for moments in phases.values() for moment in moments]
    known["step"] = new(most_steps) if known["lane"] and known["moment"] else []
    known |= {"link": new(6) if known["step"] else [], "note": new(2), "flag": new(2)}
    everything = [id for kind in LISTS for id in known[kind]]
    actor, tool = one_of(known["actor"]), one_of(known["tool"])

    def make(kind: str, /, **optional: st.SearchStrategy[Any]) -> list[Data]:
        return [draw(elements(required={"id": id, "title": draw(texts)}, **optional)) for id in known[kind]]

    data: Data = draw(
        elements(
            required={"format": "blueprint/1", "title": title},
            language=st.sampled_from(["fr", "en"]),
            episode=texts,
            state=st.sampled_from(["as-is", "to-be"]),
            as_is=maybe(ids),
            cases_per_month=maybe(amounts),
            cost_per_hour=maybe(amounts),
            currency=texts,
        )
    )
    data["phases"] = make("phase")
    data["moments"] = [
        draw(elements(required={"id": id, "phase": phase, "title": draw(texts)}))
        for phase, moments in phases.items()
        for id in moments
    ]
    data["lanes"] = [
        lane | {"kind": draw(st.sampled_from(["evidence", "customer", "frontstage", "backstage", "support"]))}
        for lane in make("lane", actor=actor)
    ]
    data["actors"] = make(
        "actor",
        side=st.sampled_from(["customer", "employee", "partner", "system"]),
        about=texts,
        headcount=maybe(amounts),
        hours_per_month=amounts,
    )
    data["channels"] = make("channel")
    data["tools"] = make(
        "tool", latency_s=maybe(amounts), actors=maybe(some_of(known["actor"])), feeds=_feeds(known)
    )
    data["information"] = make(
        "information",
        kind=st.sampled_from(["data", "knowledge", "standard", "signal"]),
        held_in=tool,
        delay_min=maybe(amounts),
        reviewed_days_ago=maybe(amounts),
    )
    data["steps"] = [draw(_steps(id, known)) for id in known["step"]]
    data["links"] = draw(_links(known, data))
    data["notes"] = [draw(_notes({"id": id}, on=one_of(everything))) for id in known["note"]]
    data["flags"] = [
        draw(
            elements(
                required={"id": id},
                on=some_of(everything),
                area=_areas(known),
                kind=texts,
                text=texts,
                by=texts,
            )
        )
        for id in known["flag"]
    ]
    data["reviews"] = [
        draw(_reviews(finding, [next(names) for _ in range(draw(st.integers(0, 2)))]))
        for finding in draw(st.lists(ids, max_size=2, unique=True))
    ]
    data["blanks"] = draw(_blanks(known))
    data["detectors"] = draw(_detectors())
    return data


def documents(most_steps: int = 6) -> st.SearchStrategy[Document]:
    """Valid documents."""
    return document_data(most_steps).map(from_data)


def _feeds(known: dict[str, list[str]]) -> st.SearchStrategy[list[Data]]:
    if not known["information"]:
        return st.just([])
    feed = st.builds(
        lambda information, to: {"information": information, "to": to},
        st.sampled_from(known["information"]),
        st.sampled_from(known["tool"]),
    )
    return st.lists(feed, max_size=2)


@st.composite
def _steps(draw: st.DrawFn, id: str, known: dict[str, list[str]]) -> Data:
    lane, moment = draw(st.sampled_from(known["lane"])), draw(st.sampled_from(known["moment"]))
    uses, exchanges = [], []
    for tool in draw(some_of(known["tool"])):
        uses.append(draw(elements(required={"tool": tool}, times=amounts)))
    for information in draw(some_of(known["information"])):
        how = draw(st.sampled_from(["needs", "reads", "types", "tells", "learns"]))
        state = st.sampled_from([None, "ok", "missing", "late", "wrong-format", "contradictory"])
        exchange = elements(
            required={"information": information, "how": how},
            tool=one_of(known["tool"]),
            work_min=maybe(amounts),
            state=state,
            as_=texts,
            within_min=maybe(amounts),
        )
        exchanges.append(draw(exchange))
    return draw(
        elements(
            required={"id": id, "lane": lane, "moment": moment, "title": draw(texts)},
            kind=st.sampled_from(
                ["action", "decision", "approval", "search", "wait", "evidence", "automatic"]
            ),
            actor=one_of(known["actor"]),
            channel=one_of(known["channel"]),
            work_min=maybe(amounts),
            wait_min=maybe(amounts),
            emotion=maybe(st.floats(-2, 2) | st.integers(-2, 2)),
            said=texts,
            moment_of_truth=st.booleans(),
            basis=st.sampled_from(["observed", "assumed", "proposed"]),
            note=texts,
            uses=st.just(uses),
            information=st.just(exchanges),
            decides=st.sampled_from([None, "alone", "within-limits", "asks"]),
            stakes=st.sampled_from([None, "minor", "major"]),
            recovery=st.sampled_from([None, "possible", "none"]),
            standard=st.sampled_from([None, "clear", "ambiguous", "none"]),
            measured_on=maybe(qualities),
            expects=maybe(qualities),
        )
    )


@st.composite
def _links(draw: st.DrawFn, known: dict[str, list[str]], data: Data) -> list[Data]:
    """Links whose shares keep the rules: what is left of 1 at each step is handed out."""
    rank = {moment["id"]: position for position, moment in enumerate(data["moments"])}
    column = {step["id"]: rank[step["moment"]] for step in data["steps"]}
    left: dict[str, float] = defaultdict(lambda: 1.0)
    links = []
    for id in known["link"]:
        source, target = draw(st.sampled_from(known["step"])), draw(st.sampled_from(known["step"]))
        link = draw(
            elements(
                required={"id": id, "source": source, "target": target},
                kind=st.sampled_from(["flow", "rework"]),
            )
        )
        back = is_rework(link.get("kind", "flow"), source, target, column)
        share = draw(st.none() | st.floats(0, 0.99 if back else 1))
        if share is not None and (back or share == 1 or share <= left[source]):
            left[source] -= 0 if back or share == 1 else share
            link["share"] = share
        links.append(link)
    return links


def _notes(required: Data, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    images = st.lists(texts, max_size=2)
    return elements(
        required=required, kind=note_kinds, text=texts, images=images, by=texts, at=maybe(dates), **optional
    )


@st.composite
def _reviews(draw: st.DrawFn, finding: str, notes: list[str]) -> Data:
    return draw(
        elements(
            required={"finding": finding, "notes": [draw(_notes({"id": id})) for id in notes]},
            detector=st.sampled_from(sorted(DETECTORS)),
            elements=st.lists(texts, max_size=2),
            status=st.sampled_from(["open", "confirmed", "dismissed"]),
            reason=texts,
            owner=texts,
            due=maybe(dates),
            effort=maybe(amounts | texts),
        )
    )


def _areas(known: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    if not known["lane"] or not known["moment"]:
        return st.none()
    lanes, moments = (
        st.lists(st.sampled_from(known[kind]), min_size=2, max_size=2) for kind in ("lane", "moment")
    )
    return maybe(st.fixed_dictionaries({"lanes": lanes, "moments": moments}))


@st.composite
def _blanks(draw: st.DrawFn, known: dict[str, list[str]]) -> list[Data]:
    if not known["lane"] or not known["moment"]:
        return []
    lane, moment = st.sampled_from(known["lane"]), st.sampled_from(known["moment"])
    return [
        draw(elements(required={"lane": draw(lane), "moment": draw(moment)}))
        for _ in range(draw(st.integers(0, 2)))
    ]


@st.composite
def _detectors(draw: st.DrawFn) -> Data:
    settings: Data = {}
    for id in draw(st.lists(st.sampled_from(sorted(DETECTORS)), max_size=2, unique=True)):
        limits = dict.fromkeys(DETECTORS[id], amounts)
        settings[id] = draw(elements(on=st.booleans(), **limits))
    if draw(st.integers(0, 5)) == 0:
        settings["x-own"] = draw(free_values)
    return settings


@st.composite
def changes(draw: st.DrawFn, state: State, most: int = 4) -> list[Data]:
    """Ops on a state, most of them possible: on records that are there, with values that fields may take."""
    return [draw(_ops(state)) for _ in range(draw(st.integers(1, most)))]


@st.composite
def _ops(draw: st.DrawFn, state: State) -> Data:
    filled = [kind for kind in RECORDS if state[kind] and kind not in (BLUEPRINT, "detector")]
    kind = draw(st.sampled_from(filled or [BLUEPRINT]))
    op = draw(st.sampled_from(["set", "set", "put", "remove"])) if kind != BLUEPRINT else "set"
    id = draw(st.sampled_from([*state[kind], *state[kind], "gone"]))
    if op == "remove":
        return {"op": "remove", "type": kind, "id": id}
    # Values are borrowed from a sibling: right in type, wrong now and then for where they go.
    other = draw(st.sampled_from(list(state[kind].values())))
    if op == "put":
        return {"op": "put", "type": kind, "record": other | {"id": draw(ids)}}
    fields = RECORDS[kind].fields
    name = draw(st.sampled_from([*fields] + (["order"] if kind != BLUEPRINT else [])))
    value = other[name]
    if name == "share":
        value = draw(st.sampled_from([None, 0.4, 0.7, 1]))
    elif name in fields and fields[name].to and isinstance(value, str):
        value = draw(st.sampled_from([value, value, "gone"]))
    return {"op": "set", "type": kind, "id": id, "field": name, "value": value}
