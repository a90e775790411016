"""A real browser on the real product: one server for all tests, a fresh page for each, a clean console."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.serving import ROOT, Serving, serving

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def browser_arguments() -> list[str]:
    arguments = ["--disable-dev-shm-usage"]  # containers give it 64 MB
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses root otherwise
    return arguments


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chosen = {"executable_path": CHROMIUM} if CHROMIUM else {}
    return browser_type_launch_args | chosen | {"args": browser_arguments()}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("product") / "data", examples=True) as running:
        yield running


@pytest.fixture
def language() -> str:
    """The language of the browser; a test that is run in both parametrizes it."""
    return "fr"


@pytest.fixture
def browser_context_args(
    browser_context_args: dict[str, Any], server: Serving, language: str
) -> dict[str, Any]:
    return browser_context_args | {
        "base_url": server.address,
        "locale": {"fr": "fr-FR", "en": "en-GB"}[language],
        "viewport": {"width": 1440, "height": 900},
    }


@pytest.fixture
def odd(context: BrowserContext) -> list[str]:
    """What went wrong in the pages of this test: console errors, uncaught errors, refusals by the policy."""
    heard: list[str] = []
    context.set_default_timeout(10_000)  # milliseconds
    context.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.add_init_script("""addEventListener('securitypolicyviolation', (event) =>
        console.error('CSP', event.violatedDirective, event.blockedURI))""")
    return heard


@pytest.fixture(autouse=True)
def nothing_odd(odd: list[str], page: Page) -> Iterator[None]:
    """Every test leaves a clean console; one that expects a refusal takes it out of `odd`."""
    yield
    assert odd == []


class Api:
    """What a script can do, for laying out what a test starts from and for seeing what the server holds."""

    def __init__(self, server: Serving) -> None:
        self.address = f"{server.address}/api/blueprints/"
        self.token = server.manage("token").stdout.split()[-1]

    def call(self, path: str = "", body: Any = None) -> Any:
        request = Request(
            self.address + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with urlopen(request) as answer:
            return json.load(answer)

    def create(self, document: dict[str, Any]) -> str:
        return self.call(body={"document": document})["id"]

    def document(self, blueprint: str) -> dict[str, Any]:
        return self.call(f"{blueprint}/document/")


@pytest.fixture(scope="session")
def api(server: Serving) -> Api:
    return Api(server)


@pytest.fixture(params=sorted(path.stem for path in (ROOT / "examples").glob("*.json")))
def example(request: pytest.FixtureRequest) -> dict[str, Any]:
    return json.loads((ROOT / "examples" / f"{request.param}.json").read_text("utf-8"))
