"""The colours of the sheet can be told apart: text at 4.5, borders and marks at 3."""

import pytest

from blueprint.drawing.tokens import COLOUR

LANES = ["lane-evidence", "lane-customer", "lane-frontstage", "lane-backstage", "lane-support"]
TEXTS = [
    *[(colour, ground) for colour in ("ink", "muted") for ground in ("paper", "card", *LANES)],
    *[(colour, ground) for colour in ("customer", "employee") for ground in ("paper", "card")],
    *[(side, f"{side}-tint") for side in ("customer", "employee", "support")],
    ("muted", "evidence-tint"),
    ("ink", "friction"),
    ("ink", "friction-tint"),
    ("inverse", "ink"),
]
MARKS = [
    *[("border", ground) for ground in ("paper", "card", "lane-evidence")],
    *[(colour, ground) for colour in ("link", "rework", "ink") for ground in ("paper", *LANES)],
    *[(side, ground) for side in ("customer", "employee", "support") for ground in ("card", "paper", *LANES)],
    ("evidence", "lane-evidence"),
]


@pytest.mark.parametrize(("colour", "ground"), TEXTS)
def test_text_can_be_read(colour: str, ground: str) -> None:
    assert contrast(COLOUR[colour], COLOUR[ground]) >= 4.5


@pytest.mark.parametrize(("colour", "ground"), MARKS)
def test_borders_and_marks_can_be_seen(colour: str, ground: str) -> None:
    assert contrast(COLOUR[colour], COLOUR[ground]) >= 3


def contrast(one: str, other: str) -> float:
    """After WCAG 2.1."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
