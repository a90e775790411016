"""The commands of `python -m blueprint`, one module each: `add(subparsers)` declares it, `run(args)` does it.

Here is what they share: reading files, and telling on standard error why one of them is wrong.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from blueprint.document import Document, DocumentError
from blueprint.drawing.opening import STDIN, open_blueprint
from blueprint.text import LANGUAGES, line, say

_LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # those that JSON does not escape by itself


def add_files(parser: argparse.ArgumentParser) -> None:
    """Declares FILE… and --lang."""
    about = "a blueprint (JSON), or a drawing of one (SVG); - is standard input"
    parser.add_argument("files", nargs="+", metavar="FILE", help=about)
    add_language(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Declares --lang, the language of what is said; the default is English for errors."""
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help="language of what is said: fr or en")


def documents(files: list[str], language: str | None) -> Iterator[tuple[str, Document | None]]:
    """Each file with its document, or None for a wrong one, whose problems have then been told."""
    for name in files:
        try:
            document = open_blueprint(name)
        except DocumentError as error:
            tell(name, error, language or "en")
            yield name, None
        else:
            yield name, document


def tell(name: str, error: DocumentError, language: str = "en") -> None:
    """Says on standard error what is wrong with a file, a line for each problem."""
    sys.stdout.flush()  # so that both streams keep their order on a terminal
    shown = file_name(name, language)
    colon = say(language, "word.colon")
    for problem in error.problems:
        text = problem.line(language)
        if problem.place:  # of a file as a whole the message says enough
            text += f". {problem.mend(language)}"
        print(f"{shown}{colon}{line(text, 1_000)}", file=sys.stderr)
    if error.more:
        print(f"{shown}{colon}{say(language, 'check.more')}", file=sys.stderr)


def json_line(data: dict[str, Any]) -> str:
    """JSON on one line, also for readers to whom other characters than a line feed end one."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def file_name(name: str, language: str) -> str:
    """A file's name as output shows it."""
    return say(language, "word.stdin") if name == STDIN else line(name, 1_000)
