"""What holds for all tests: a property is never wrong for being slow on a busy machine."""

from hypothesis import HealthCheck, settings

settings.register_profile("rectoverso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rectoverso")
