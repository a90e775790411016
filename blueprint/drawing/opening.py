"""Opening a blueprint from whatever a person has of it: its JSON, or a drawing that carries it."""

from __future__ import annotations

import sys
from pathlib import Path

from blueprint.document import SIZE, Document, parse, read
from blueprint.drawing.embedding import LARGEST, extract

STDIN = "-"


def open_blueprint(path: str | Path) -> Document:
    """The blueprint in a file, or in standard input for `-`. Raises DocumentError and nothing else."""
    if str(path) == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return extract(data) if is_drawing(data) else parse(data)
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return read(path)  # which says what is wrong with it
    return extract(data) if is_drawing(data) else parse(data[: SIZE + 1])


def is_drawing(data: bytes) -> bool:
    """Whether the bytes begin as XML does; a document begins with a brace."""
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
