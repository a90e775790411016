"""The product in processes of its own, on SQLite or on PostgreSQL and Redis, and a script that calls it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tests.factories import SMALL, set_
from tests.scaled import services
from tests.serving import Serving, serving

PATIENCE = 30  # seconds until a test gives up
MODES = ["embedded", "scaled"]


@contextmanager
def started(mode: str, data_dir: Path) -> Iterator[Serving]:
    if mode == "embedded":
        with serving(data_dir) as server:
            yield server
    else:
        with services() as environment, serving(data_dir, **environment) as server:
            yield server


class Script:
    def __init__(self, server: Serving, token: str | None = None) -> None:
        self.server = server
        self.token = token or server.manage("token").stdout.split()[-1]

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        connection = http.client.HTTPConnection(urlsplit(self.server.address).netloc, timeout=PATIENCE)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"} | headers
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        connection.request(method, path if path.startswith("/") else f"/api/blueprints/{path}", data, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, json.loads(content) if "json" in answer.headers["Content-Type"] else content

    def make(self) -> str:
        return self("POST", "", {"document": SMALL})[1]["id"]

    def edit(self, blueprint: str, value: str) -> str:
        """The id of a change that was answered."""
        id_ = str(uuid4())
        status, body = self(
            "POST", f"{blueprint}/changes/", {"id": id_, "ops": [set_("step", "c1", "title", value)]}
        )
        assert status == 200, body
        return id_

    def log(self, blueprint: str) -> list[dict[str, Any]]:
        """All that was changed, over as many pages as there are."""
        log: list[dict[str, Any]] = []
        while True:
            page = self("GET", f"{blueprint}/changes/?after={len(log)}")[1]
            log += page["changes"]
            if not page["more"]:
                return log
