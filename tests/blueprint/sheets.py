"""Small blueprints for tests, one line a step; what is named along the way need not be declared.

    sheet(
        customer("c1", tells="address"),
        front("f1", uses="crm till", types="address@crm", actor="clerk"),
        back("b1", 2, kind="approval"),                      # stands in moment m2
        links="c1 > f1 > b1, b1 > c1 rework 0.2",
        tools={"crm": {"latency_s": 12}},
    )

Lanes are called by their kind and stand as they do on the sheet; each moment `mN` has its own phase `pN`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from blueprint.document import Document, from_data

Record = dict[str, Any]
LANES = ("evidence", "customer", "frontstage", "backstage", "support")
HOW = ("needs", "reads", "types", "tells", "learns")


def step(lane: str, id: str, moment: int = 1, **fields: Any) -> Record:
    """A step; `uses="crm till*2"`, and `types="address@crm"` or an exchange as a dict, or a list of both."""
    record: Record = {"id": id, "lane": lane, "moment": f"m{moment}", "title": id.upper()}
    uses = fields.pop("uses", "").split()
    if uses:
        record["uses"] = [_use(use) for use in uses]
    exchanges = [_exchange(how, one) for how in HOW for one in _many(fields.pop(how, []))]
    if exchanges:
        record["information"] = exchanges
    return record | fields


def customer(id: str, moment: int = 1, **fields: Any) -> Record:
    return step("customer", id, moment, **fields)


def front(id: str, moment: int = 1, **fields: Any) -> Record:
    return step("frontstage", id, moment, **fields)


def back(id: str, moment: int = 1, **fields: Any) -> Record:
    return step("backstage", id, moment, **fields)


def support(id: str, moment: int = 1, **fields: Any) -> Record:
    return step("support", id, moment, **fields)


def evidence(id: str, moment: int = 1, **fields: Any) -> Record:
    return step("evidence", id, moment, **fields)


def sheet_data(*steps: Record, links: str = "", **rest: Any) -> Record:
    """The blueprint as the plain data of a file; `tools`, `information`, `actors`, `lanes` give fields."""
    moments = range(1, max([1, *(int(one["moment"][1:]) for one in steps)]) + 1)
    exchanges = [exchange for one in steps for exchange in one.get("information", [])]
    given = {
        name: dict(rest.pop(name, {})) for name in ("tools", "information", "actors", "channels", "lanes")
    }
    named = {
        "tools": [
            *(use["tool"] for one in steps for use in one.get("uses", [])),
            *(exchange["tool"] for exchange in exchanges if exchange.get("tool")),
            *(one["held_in"] for one in given["information"].values() if one.get("held_in")),
            *(feed["to"] for one in given["tools"].values() for feed in one.get("feeds", [])),
        ],
        "information": [
            *(exchange["information"] for exchange in exchanges),
            *(feed["information"] for one in given["tools"].values() for feed in one.get("feeds", [])),
        ],
        "actors": [
            *(one["actor"] for one in (*steps, *given["lanes"].values()) if one.get("actor")),
            *(actor for one in given["tools"].values() for actor in one.get("actors") or []),
        ],
        "channels": [one["channel"] for one in steps if one.get("channel")],
    }
    data: Record = {
        "format": "blueprint/1",
        "title": "Sheet",
        "language": "en",
        "phases": [{"id": f"p{number}", "title": f"P{number}"} for number in moments],
        "moments": [{"id": f"m{number}", "phase": f"p{number}", "title": f"M{number}"} for number in moments],
        "lanes": [
            {"id": kind, "kind": kind, "title": kind, **given["lanes"].get(kind, {})} for kind in LANES
        ],
        "steps": list(steps),
        "links": _links(links),
    }
    for name, ids in named.items():
        data[name] = [
            {"id": id, "title": id.capitalize(), **given[name].get(id, {})}
            for id in dict.fromkeys([*given[name], *ids])
        ]
    return data | rest


def sheet(*steps: Record, links: str = "", **rest: Any) -> Document:
    """The blueprint as a document."""
    return from_data(sheet_data(*steps, links=links, **rest))


def _use(text: str) -> Record:
    tool, _, times = text.partition("*")
    return {"tool": tool, "times": float(times)} if times else {"tool": tool}


def _many(value: Any) -> list[Any]:
    return value.split() if isinstance(value, str) else value if isinstance(value, list) else [value]


def _exchange(how: str, value: Any) -> Record:
    if isinstance(value, dict):
        return {"how": how, **value}
    information, _, tool = value.partition("@")
    return {"information": information, "how": how, **({"tool": tool} if tool else {})}


def _links(text: str) -> list[Record]:
    """`a > b > c, c > a rework 0.2, a > d 0.5`: chains of links, kind and share for the last of a chain."""
    links: list[Record] = []
    for chain in filter(str.strip, text.split(",")):
        ends = chain.split()
        fields: Record = {}
        if ends[-1].replace(".", "", 1).isdigit():
            fields["share"] = float(ends.pop())
        if ends[-1] == "rework":
            fields["kind"] = ends.pop()
        steps = [end for end in ends if end != ">"]
        for place, (source, target) in enumerate(pairwise(steps)):
            last = place == len(steps) - 2
            links.append(
                {"id": f"k{len(links) + 1}", "source": source, "target": target, **(fields if last else {})}
            )
    return links
