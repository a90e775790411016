"""Random small blueprints for hypothesis: dense enough that most detectors have something to say."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.blueprint.sheets import HOW, LANES, Record, sheet_data

TOOLS, INFORMATION, ACTORS = ("t1", "t2", "t3"), ("i1", "i2"), ("a1", "a2", "a3")
QUALITIES = ("speed", "occupancy", "volume", "accuracy", "resolution", "value")
MINUTES = (None, 0, 1, 3, 12, 90)


def some(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


@st.composite
def steps(draw: st.DrawFn, id: str) -> Record:
    lane = draw(some(*LANES[1:], *LANES[1:], "evidence"))
    fields: Record = {
        "kind": draw(
            some("action", "action", "approval", "approval", "decision", "search", "wait", "automatic")
        ),
        "actor": draw(some(None, *ACTORS)),
        "channel": draw(some(None, "ch1", "ch2", "ch3")),
        "work_min": draw(some(*MINUTES)),
        "wait_min": draw(some(*MINUTES)),
        "emotion": draw(some(None, -2, -1, 0, 2)),
        "moment_of_truth": draw(st.booleans()),
        "basis": draw(some("observed", "assumed", "proposed")),
        "decides": draw(some(None, "asks", "asks", "alone")),
        "stakes": draw(some(None, "minor", "major")),
        "recovery": draw(some(None, "none", "possible")),
        "standard": draw(some(None, "clear", "ambiguous")),
        "measured_on": draw(some(None, *QUALITIES)),
        "expects": draw(some(None, *QUALITIES)),
        "uses": [
            {"tool": tool, "times": draw(some(1, 3))} for tool in draw(st.lists(some(*TOOLS), max_size=3))
        ],
        "information": draw(st.lists(_exchanges(lane), max_size=2)),
    }
    return {"id": id, "lane": lane, "moment": f"m{draw(st.integers(1, 3))}", "title": id} | fields


def _exchanges(lane: str) -> st.SearchStrategy[Record]:
    return st.fixed_dictionaries(
        {
            "information": some(*INFORMATION),
            "how": some("tells", "learns") if lane == "customer" else some(*HOW),
            "tool": some(None, *TOOLS),
            "work_min": some(None, 1, 4),
            "state": some(None, "ok", "late"),
            "within_min": some(None, 5, 500),
        }
    )


@st.composite
def blueprints(draw: st.DrawFn, most: int = 8) -> Record:
    """The plain data of a valid blueprint of up to `most` steps in three moments."""
    count = draw(st.integers(0, most))
    cards = [draw(steps(f"s{number}")) for number in range(count)]
    ends = st.integers(0, max(0, count - 1))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=2 * most)) if count else []
    data = sheet_data(
        *cards,
        tools={
            tool: {
                "latency_s": draw(some(None, 2, 8, 40)),
                "actors": draw(some(None, None, [], ["a1"])),
                "feeds": [
                    {"information": one, "to": to}
                    for one, to in draw(st.lists(st.tuples(some(*INFORMATION), some(*TOOLS)), max_size=2))
                ],
            }
            for tool in TOOLS
        },
        information={
            one: {
                "kind": draw(some("data", "knowledge", "standard", "signal")),
                "held_in": draw(some(None, *TOOLS)),
                "delay_min": draw(some(None, 1, 60, 20_000)),
                "reviewed_days_ago": draw(some(None, 30, 400)),
            }
            for one in INFORMATION
        },
        actors={actor: {"headcount": draw(some(None, 1, 3))} for actor in ACTORS},
        channels={"ch1": {}, "ch2": {}, "ch3": {}},
        lanes={lane: {"actor": draw(some(None, *ACTORS))} for lane in LANES},
        cases_per_month=draw(some(None, 100, 5_000)),
        moments=[{"id": f"m{n}", "phase": "p1", "title": f"M{n}"} for n in (1, 2, 3)],
        phases=[{"id": "p1", "title": "P1"}],
    )
    shares = {step["id"]: 1.0 for step in cards}
    for number, (source, target) in enumerate(pairs):
        link: Record = {"id": f"k{number}", "source": f"s{source}", "target": f"s{target}"}
        share = draw(some(None, None, 0.25, 0.5))
        if share is not None and shares[link["source"]] >= share:
            shares[link["source"]] -= share
            link["share"] = share
        if draw(st.integers(0, 9)) == 0:
            link["kind"] = "rework"
        data["links"].append(link)
    return data
