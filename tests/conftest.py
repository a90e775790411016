"""What holds for all tests: what waits comes first; no property is wrong for being slow on a busy machine."""

import pytest
from hypothesis import HealthCheck, settings

from tests.draws import TIMES, draws

settings.register_profile(
    "rectoverso",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=draws(100),
    derandomize=not TIMES,  # a red test is red again
)
settings.load_profile("rectoverso")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that start the whole product mostly wait: begun last, they would be waited for alone."""
    items.sort(key=lambda item: item.get_closest_marker("process") is None)
