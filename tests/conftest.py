"""What holds for all tests: a property is never wrong for being slow on a busy machine."""

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
