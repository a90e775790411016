"""A server draws several previews at once, each in a thread of its own, from the same font files."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from blueprint.drawing import fonts


@pytest.fixture
def eager_switches() -> Iterator[None]:
    """Threads take turns so often that they meet inside every function."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_a_font_is_read_by_many_threads_at_once(eager_switches: None) -> None:
    expected = fonts.width("Réclamation", 12)
    for _ in range(10):
        fonts._font.cache_clear()
        fonts._advances.cache_clear()
        with ThreadPoolExecutor(8) as threads:
            assert set(threads.map(lambda _: fonts.width("Réclamation", 12), range(16))) == {expected}
