"""How soon the server answers an edit, and what else an open sheet asks, with the database on disk.

python -m tests.bench.server          # DATABASE_URL names another database than SQLite
"""

from __future__ import annotations

import http.client
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tests.bench.synthetic import synthetic
from tests.serving import Serving, serving

LIMIT = 50  # ms, median of one editor


class Script:
    """One client with one connection, as a browser keeps it."""

    def __init__(self, server: Serving, token: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(server.address).netloc)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def call(self, method: str, path: str, body: Any = None) -> Any:
        self.connection.request(method, f"/api/blueprints/{path}", body and json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise SystemExit(f"{method} {path}: {answer.status} {content.decode()}")
        return json.loads(content)


def edits() -> Iterator[list[dict[str, Any]]]:
    """What people do, in turn: rename, move, add, link, take away."""
    for number in count():
        card, old = f"new{number}", f"s{number % 150}"
        yield [{"op": "set", "type": "step", "id": old, "field": "title", "value": f"Title {number}"}]
        yield [
            {
                "op": "put",
                "type": "step",
                "record": {"id": card, "lane": "l1", "moment": "m1", "title": "New"},
            },
            {"op": "put", "type": "link", "record": {"id": f"k{card}", "source": card, "target": old}},
        ]
        yield [{"op": "set", "type": "step", "id": card, "field": "moment", "value": "m2"}]
        yield [{"op": "set", "type": "step", "id": card, "field": "work_min", "value": number % 20}]
        yield [{"op": "remove", "type": "step", "id": card}]


def timed(work: Callable[[], Any]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def line(name: str, figures: list[float], limit: str = "") -> None:
    print(
        f"{name:44} median {median(figures):7.1f} ms   p99 {quantiles(figures, n=100)[98]:7.1f} ms   {limit}"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as server:
        token = server.manage("token").stdout.split()[-1]
        script = Script(server, token)
        made = []
        creating = [
            timed(lambda: made.append(script.call("POST", "", {"document": synthetic(200, 300)})))
            for _ in range(5)
        ]
        path = made[0]["id"]

        def edit(by: Script, ops: list[dict[str, Any]]) -> float:
            change = {"id": str(uuid4()), "label": "Bench", "ops": ops}
            return timed(lambda: by.call("POST", f"{path}/changes/", change))

        todo = edits()
        for _time in range(20):
            edit(script, next(todo))
        alone = [edit(script, next(todo)) for _time in range(400)]
        print("200 steps, 300 links")
        line("one editor: an edit is answered", alone, f"(limit {LIMIT} ms at the median)")

        def editor(number: int) -> list[float]:
            own = Script(server, token)
            title = {"op": "set", "type": "step", "id": f"s{number}", "field": "title"}
            return [edit(own, [title | {"value": str(turn)}]) for turn in range(50)]

        with ThreadPoolExecutor(8) as room:
            line("eight editors at once, without a pause", [*chain.from_iterable(room.map(editor, range(8)))])

        script = Script(server, token)  # an idle connection is closed after a while
        for name, call in {
            "records": f"{path}/records/",
            "document": f"{path}/document/",
            "changes after an edit": f"{path}/changes/?after=700",
            "friction, known": f"{path}/friction/",
        }.items():
            line(name, [timed(lambda call=call: script.call("GET", call)) for _time in range(50)])
        fresh = []
        for _time in range(20):
            edit(script, next(todo))
            fresh.append(timed(lambda: script.call("GET", f"{path}/friction/")))
        line("friction after an edit", fresh)
        line("making it from a document", creating)
    return 0 if median(alone) < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
