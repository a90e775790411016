"""Logging: one line a problem, naming the place in the code; the whole traceback only on asking (DEBUG=1)."""

import logging
import traceback
from types import TracebackType
from typing import Any

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class OneLine(logging.Formatter):
    def __init__(self, *, whole: bool = False, **options: Any) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", **options)
        self.whole = whole

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return text if self.whole else " | ".join(line.strip() for line in text.splitlines() if line.strip())

    def formatException(self, ei: ExcInfo) -> str:
        if self.whole or ei[1] is None:
            return super().formatException(ei)  # type: ignore[arg-type]
        frames = traceback.extract_tb(ei[2])
        ours = [frame for frame in frames if "site-packages" not in frame.filename] or frames
        place = f" ({ours[-1].filename}:{ours[-1].lineno})" if ours else ""
        return f"{type(ei[1]).__name__}: {ei[1]}{place}"
