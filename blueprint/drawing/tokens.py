"""The look of the sheet in names: colours by role, sizes, strokes and dashes, from `tokens.json`.

The front end reads the same file, so that screen and print never drift apart.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TOKENS: dict[str, Any] = json.loads((Path(__file__).parent / "tokens.json").read_text("utf-8"))

COLOUR: dict[str, str] = _TOKENS["colour"]
STROKE: dict[str, float] = _TOKENS["stroke"]
RADIUS: dict[str, float] = _TOKENS["radius"]
SIZE: dict[str, float] = _TOKENS["size"]
TYPE: dict[str, float] = _TOKENS["font"]["size"]
WEIGHT: dict[str, int] = _TOKENS["font"]["weight"]
LEADING: float = _TOKENS["font"]["leading"]
FAMILY: str = _TOKENS["font"]["family"]
FALLBACK: str = _TOKENS["font"]["fallback"]
DASH: dict[str, str] = {
    name: " ".join(str(length) for length in lengths) for name, lengths in _TOKENS["dash"].items()
}
