"""Random sheets from a seed, small enough to be read by brute force, on which every detector has its say."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from blueprint.document import Document, from_data
from tests.blueprint.sheets import HOW, LANES, Record, sheet_data

ACTORS, CHANNELS, INFORMATION = ("a1", "a2", "a3"), ("ch1", "ch2", "ch3"), ("i1", "i2")
TOOLS = ("t1", "t2", "t3", "t4", "t5")
QUALITIES = ("speed", "occupancy", "volume", "accuracy", "resolution", "value")
KINDS = ("action", "action", "approval", "decision", "search", "wait", "automatic")


def sparse(seed: int) -> Document:
    """Up to nine steps anywhere, linked from anywhere to anywhere."""
    chance = Random(f"sparse {seed}")
    lanes = ("customer", "customer", "frontstage", "frontstage", "backstage", "support", "evidence")
    steps = [
        _step(chance, f"s{number}", chance.choice(lanes), chance.randint(1, 4))
        for number in range(chance.randint(2, 9))
    ]
    pairs = [(chance.choice(steps), chance.choice(steps)) for _ in range(chance.randint(0, 2 * len(steps)))]
    return _document(chance, steps, [(source["id"], target["id"]) for source, target in pairs])


def dense(seed: int) -> Document:
    """Work that a customer sets off and that goes on through many hands, with ways round and back."""
    chance = Random(f"dense {seed}")
    count = chance.randint(7, 12)
    lanes = ["customer", *chance.choices(LANES[1:], (2, 3, 7, 3), k=count - 2), "customer"]
    moments = sorted(chance.choices((1, 1, 2, 3), k=count))
    cells = zip(lanes, moments, strict=True)
    steps = [_step(chance, f"s{number}", *cell, busy=0.3) for number, cell in enumerate(cells)]
    for step in steps:
        step["actor"] = step["actor"] or chance.choice((*ACTORS, *ACTORS, None))
    pairs = [
        (one, two)
        for one in range(count)
        for two in range(count)
        if chance.random() < (0.8 if two == one + 1 else 0.12 if two > one else 0.04)
    ]
    pairs += chance.choice(([], [(0, count - 1)]))
    return _document(chance, steps, [(f"s{one}", f"s{two}") for one, two in pairs])


def branching(seed: int) -> Document:
    """Ways in over several channels, from a decision or from nowhere, with work behind each."""
    chance = Random(f"branching {seed}")
    decision = chance.random() < 0.6
    steps = [_step(chance, "d", "customer", 1) | {"kind": "decision"}] if decision else []
    pairs = []
    for number, channel in enumerate(chance.sample(CHANNELS, 3), 1):
        way, work, more = f"c{number}", f"v{number}", f"w{number}"
        steps.append(_step(chance, way, "customer", 2) | {"channel": chance.choice((channel,) * 6 + (None,))})
        steps.append(_step(chance, work, chance.choice(LANES[2:]), 2, busy=0.3))
        tool = chance.choice((TOOLS[number], TOOLS[number], TOOLS[0]))
        steps[-1]["uses"] = [{"tool": tool, "times": 1}] if chance.random() < 0.9 else []
        pairs += [(way, work)]
        if decision and chance.random() < 0.9:
            pairs.append(("d", way))
        if chance.random() < 0.4:
            steps.append(_step(chance, more, chance.choice(LANES), 3, busy=0.3))
            pairs.append((work, more))
    ids = [step["id"] for step in steps]
    pairs += [(chance.choice(ids), chance.choice(ids)) for _ in range(chance.randint(0, 1))]
    return _document(chance, steps, pairs)


def _step(chance: Random, id: str, lane: str, moment: int, busy: float = 0.7) -> Record:
    """A step of which about half is unknown; `busy` is how likely it is to use tools and information."""
    fields: dict[str, Iterable[Any]] = {
        "kind": KINDS,
        "actor": (None, None, *ACTORS),
        "channel": (None, None, *CHANNELS),
        "work_min": (None, 0, 1, 3, 30),
        "wait_min": (None, None, 0, 5, 20),
        "emotion": (None, None, -2, -1, 0, 2),
        "moment_of_truth": (False, True),
        "decides": (None, "asks", "asks", "alone"),
        "stakes": (None, "minor", "minor", "major"),
        "recovery": (None, None, "none", "possible"),
        "standard": (None, "clear", "ambiguous", "none"),
        "measured_on": (None, *QUALITIES),
        "expects": (None, *QUALITIES),
    }
    step: Record = {"id": id, "lane": lane, "moment": f"m{moment}", "title": id}
    step |= {name: chance.choice(tuple(values)) for name, values in fields.items()}
    uses = chance.choice((1, 1, 2, 3)) if chance.random() < busy else 0
    told = chance.choice((1, 2, 3)) if chance.random() < busy else 0
    step["uses"] = [{"tool": chance.choice(TOOLS), "times": chance.choice((1, 1, 2))} for _ in range(uses)]
    step["information"] = [_exchange(chance) for _ in range(told)]
    return step


def _exchange(chance: Random) -> Record:
    return {
        "information": chance.choice(INFORMATION),
        "how": chance.choice((*HOW, "types", "tells")),
        "tool": chance.choice((None, *TOOLS)),
        "state": chance.choice((None, None, "ok", "late")),
        "within_min": chance.choice((None, None, 30)),
    }


def _document(chance: Random, steps: list[Record], pairs: list[tuple[str, str]]) -> Document:
    """The sheet of these steps, linked in these pairs; who and what else there is, by chance."""

    def each(ids: Iterable[str], **fields: Iterable[Any]) -> dict[str, Record]:
        return {id: {name: chance.choice(tuple(values)) for name, values in fields.items()} for id in ids}

    tools = each(TOOLS, latency_s=(None, 0, 3, 5, 12), actors=(None, None, None, [], ["a1"], ["a1", "a2"]))
    for tool in tools.values():
        feed = {"information": chance.choice(INFORMATION), "to": chance.choice(TOOLS)}
        tool["feeds"] = chance.choice(([], [], [feed]))
    data = sheet_data(
        *steps,
        tools=tools,
        actors=each(ACTORS, headcount=(None, 1, 1, 2), hours_per_month=(1, 100)),
        channels=each(CHANNELS),
        information=each(
            INFORMATION,
            kind=("data", "knowledge", "standard", "signal"),
            held_in=(None, None, "t1", "t2"),
            delay_min=(None, 60, 20_000),
            reviewed_days_ago=(None, 10, 400),
        ),
        lanes=each(LANES, actor=(None, *ACTORS)),
        cases_per_month=chance.choice((None, 100)),
    )
    data["links"] = _links(chance, pairs)
    return from_data(data)


def _links(chance: Random, pairs: list[tuple[str, str]]) -> list[Record]:
    """Mostly taken by all cases; shares out of one step never come to more than 1."""
    links, left = [], dict.fromkeys((source for source, _ in pairs), 1.0)
    for number, (source, target) in enumerate(pairs):
        link: Record = {"id": f"k{number}", "source": source, "target": target}
        share = chance.choice((None,) * 5 + (0.25, 0.5))
        if share is not None and left[source] >= share:
            left[source] -= share
            link["share"] = share
        if chance.random() < 0.1:
            link["kind"] = "rework"
        links.append(link)
    return links
