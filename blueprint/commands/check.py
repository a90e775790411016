"""`python -m blueprint check FILE…`: says of each file whether it is a blueprint, and if not, why."""

import argparse
from typing import Any

from blueprint.commands import add_files, documents, file_name
from blueprint.document import Document
from blueprint.text import line, say


def add(subparsers: Any) -> None:
    """Declares the command."""
    parser = subparsers.add_parser("check", help="say whether files are blueprint documents, and if not, why")
    add_files(parser)


def run(args: argparse.Namespace) -> int:
    """One line on standard output for each good file; 1 where a file is wrong."""
    language = args.lang or "en"
    wrong = False
    for name, document in documents(args.files, language):
        if document is None:
            wrong = True
        else:
            print(f"{file_name(name, language)}{say(language, 'word.colon')}{_summary(document, language)}")
    return 1 if wrong else 0


def _summary(document: Document, language: str) -> str:
    counts = {name: len(getattr(document, name)) for name in ("phases", "moments", "lanes", "steps", "links")}
    return say(language, "check.good", title=line(document.title), **counts)
