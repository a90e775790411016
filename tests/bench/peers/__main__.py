"""The same sheet in the editor, in React Flow and in bpmn-js, in one run: how soon each is ready.

python -m tests.bench.peers     (script/bench peers brings the libraries first)

A page is ready once the frame that shows its sheet is drawn. The libraries are given theirs as a file,
already with a place for every card, and nothing to edit, check or keep; the editor reads it from its
database. Each page is opened with an empty cache.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.browser import context, entered, told
from tests.bench.synthetic import synthetic
from tests.browser.conftest import CHROMIUM, Api, browser_arguments
from tests.serving import serving

HERE = Path(__file__).parent
OURS, PEERS = "ours", ("flow", "bpmn")
ROUNDS = 9
NAMES = {"flow": "React Flow", "bpmn": "bpmn-js"}


def main() -> int:
    document = synthetic(1000, 1500)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "data") as server,
        static(Path(folder) / "peers", document) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=browser_arguments())
        addresses = {OURS: f"{server.address}/blueprints/{Api(server).create(document)}/"}
        addresses |= {peer: f"{address}/{peer}.html" for peer in PEERS}
        # In turn: a browser that has just started, or a machine that is busy for a while, is slow for all.
        rounds = [{name: opened(browser, at) for name, at in addresses.items()} for _ in range(1 + ROUNDS)]
        whole = median(completed(browser, addresses[OURS]) for _ in range(ROUNDS))
        browser.close()
    theirs = {name: medians(one[name] for one in rounds[1:]) for name in addresses}
    ours = theirs.pop(OURS)
    print("1,000 steps, 1,500 links, until the page is ready")
    shown("Rectoverso", ours)
    told("  until what lies beyond the first screen is made too", whole, "ms")
    good = True
    for peer, times in theirs.items():
        shown(NAMES[peer], times)
        ratio, drawing = (time / our for time, our in zip(times, ours, strict=True))
        print(f"  {'  against ours':48} {ratio:8.1f} x    (limit 2 x)")
        print(f"  {'  the drawing against ours':48} {drawing:8.1f} x")
        good &= ratio >= 2
    return 0 if good else 1


def shown(name: str, times: tuple[float, float]) -> None:
    ready, drawing = times
    told(name, ready, "ms")
    told("  of that drawing, once script and sheet are there", drawing, "ms")


def opened(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds until it is ready, and of these the drawing."""
    with context(browser) as fresh:
        page = entered(fresh, address)
        return page.evaluate("bench.ready()"), page.evaluate("bench.grid()")


def completed(browser: Browser, address: str) -> float:
    """Milliseconds until the editor has made everything, as the libraries have when they are ready."""
    with context(browser) as fresh:
        return entered(fresh, address).evaluate("bench.whole()")


def medians(times: Iterable[tuple[float, float]]) -> tuple[float, float]:
    ready, drawing = zip(*times, strict=True)
    return median(ready), median(drawing)


@contextmanager
def static(folder: Path, document: dict[str, Any]) -> Iterator[str]:
    """A file server of the built pages; its address."""
    shutil.copytree(HERE / "dist", folder / "dist")
    (folder / "sheet.json").write_text(json.dumps(document), "utf-8")
    page = (HERE / "index.html").read_text("utf-8")
    for peer in PEERS:
        (folder / f"{peer}.html").write_text(page.replace("LIBRARY", peer), "utf-8")
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


if __name__ == "__main__":
    sys.exit(main())
