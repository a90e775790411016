"""The log says one line a problem, with the place in our code."""

import logging
import sys

from journeys.logs import OneLine


def entry(whole: bool = False) -> str:
    try:
        raise ValueError("of two\nlines")
    except ValueError:
        record = logging.LogRecord(
            "journeys", logging.ERROR, __file__, 1, "Export %s", ("x",), sys.exc_info()
        )
    return OneLine(whole=whole).format(record)


def test_a_problem_is_one_line_that_names_the_place() -> None:
    line = entry()
    assert "\n" not in line
    assert "Export x" in line and "ValueError: of two" in line and "test_logs.py:" in line


def test_the_whole_of_it_on_asking() -> None:
    assert "Traceback" in entry(whole=True)
