"""`python -m blueprint draw FILE -o OUT.svg`: the sheet as an SVG file."""

import argparse
import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from blueprint.commands import add_language, documents, tell
from blueprint.document import DocumentError, Problem
from blueprint.drawing import draw
from blueprint.drawing.routing.graphviz import engines


def add(subparsers: Any) -> None:
    """Declares the command."""
    parser = subparsers.add_parser("draw", help="draw a blueprint as SVG")
    parser.add_argument(
        "file", metavar="FILE", help="a blueprint (JSON), or a drawing of one (SVG); - is standard input"
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="where to write; - is standard output"
    )
    parser.add_argument(
        "--decisions", action="store_true", help="show and embed what people decided: reviews, threads, notes"
    )
    parser.add_argument(
        "--complete", action="store_true", help="show and embed that, verbatims and notes of steps too"
    )
    parser.add_argument("--outlines", action="store_true", help="draw text as paths")
    parser.add_argument(
        "--router",
        choices=("gutters", "graphviz"),
        default="gutters",
        help="what finds the links' way (gutters)",
    )
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """0 when the drawing was written, 1 when the file is wrong or OUT cannot be written."""
    [(_, document)] = documents([args.file], args.lang)
    if document is None:
        return 1
    routers = engines() if args.router == "graphviz" else []
    svg = draw(
        document,
        language=args.lang,
        decisions=args.decisions,
        complete=args.complete,
        outlines=args.outlines,
        routers=routers,
    )
    if args.output == "-":
        sys.stdout.buffer.write(svg.encode("utf-8"))
        return 0
    try:
        _write(Path(args.output), svg.encode("utf-8"))
    except OSError as error:
        tell(args.output, DocumentError([_not_written(error)]), args.lang or "en")
        return 1
    return 0


def _not_written(error: OSError) -> Problem:
    codes = {FileNotFoundError: "no-folder", IsADirectoryError: "directory", PermissionError: "not-writable"}
    return Problem("", codes.get(type(error), "not-written"), {"reason": error.strerror or ""})


def _write(target: Path, data: bytes) -> None:
    """Writes all of it or nothing: aside first, then in place of what was there. A link, a pipe or a device
    stays what it is and is written through.
    """
    if target.is_symlink() or (target.exists() and not target.is_file()):
        target.write_bytes(data)
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(aside).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
