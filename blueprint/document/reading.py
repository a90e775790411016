"""From bytes to a document: size, encoding, JSON, shape, and then the rules between elements."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from blueprint.document.models import Document
from blueprint.document.problems import model_in, place, problems_in
from blueprint.document.rules import OTHERS, broken_rules, in_sheet_order, in_threads, too_many
from blueprint.document.values import EXTRA, Element
from blueprint.errors import SHOWN, DocumentError, Problem

SIZE = 10_000_000  # bytes of a file
DEPTH = 64  # brackets inside brackets
WIDTH = 1_000  # fields of one object
LENGTH = OTHERS  # entries of one list

# The lists of the document and the model of their entries.
ELEMENTS: dict[str, type[Element]] = {
    name: model
    for name, info in Document.model_fields.items()
    if (model := model_in(info.annotation)) and issubclass(model, Element)
}

SYNTAX = {
    "Expecting value": "value",
    "Expecting property name": "name",
    "Illegal trailing comma": "comma",
    "Expecting ':'": "colon",
    "Expecting ','": "delimiter",
    "Extra data": "extra",
    "Invalid control": "control",
    "Invalid \\": "escape",
    "Unterminated string": "string",
}


def read(path: str | Path) -> Document:
    """The document in a file. Raises DocumentError, also where the file cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return parse(file.read(SIZE + 1))
    except OSError as error:
        codes = {FileNotFoundError: "no-file", IsADirectoryError: "directory", PermissionError: "permission"}
        code = codes.get(type(error), "unreadable")
        raise DocumentError([Problem("", code, {"reason": error.strerror or ""})]) from error
    except ValueError as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError([Problem("", "no-file")]) from error  # a path that no file can have


def parse(text: str | bytes) -> Document:
    """The document in JSON text. Raises DocumentError and nothing else."""
    return from_data(loads(text))


def from_data(data: object) -> Document:
    """The document in what JSON was read to: dicts, lists, text, numbers. Raises DocumentError."""
    problems = flaws(data) or too_many(data)
    if problems:
        raise DocumentError(problems)
    document = _shaped(data)
    if problems := broken_rules(document):
        raise DocumentError(problems)
    return in_threads(in_sheet_order(document))


def flaws(data: object, at: tuple[str | int, ...] = ()) -> list[Problem]:
    """What no document may hold anywhere: NUL, lone surrogates, NaN, a name twice, endless nesting."""
    problems: list[Problem] = []
    for problem in _flaws(data, at):
        problems.append(problem)
        if len(problems) > SHOWN:
            break
    return problems


def loads(text: str | bytes) -> object:
    """The data in JSON text: at most 10 MB of UTF-8, numbers a double can hold. Raises DocumentError."""
    if len(text) > SIZE:
        raise DocumentError([Problem("", "too-large", {"megabytes": SIZE // 1_000_000})])
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError([Problem("", "not-utf8", {"byte": error.start})]) from None
    try:
        return _DECODER.decode(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        what = next((code for start, code in SYNTAX.items() if error.msg.startswith(start)), "other")
        values = {"line": error.lineno, "column": error.colno, "what": what}
        raise DocumentError([Problem("", "syntax", values)]) from None
    except RecursionError:
        raise DocumentError([Problem("", "too-deep", {"depth": DEPTH})]) from None


def _shaped(data: object) -> Document:
    """The document, still without the rules between elements.

    Element by element, no further than an error can tell: listing a million mistakes takes gigabytes.
    """
    problems: list[Problem] = []
    checked: object = data
    if isinstance(data, dict):
        checked = dict(data)
        for name, model in ELEMENTS.items():
            if isinstance(entries := data.get(name), list):
                checked[name] = _elements(name, model, entries, problems)
            if len(problems) > SHOWN:
                raise DocumentError(problems)
    try:
        document = Document.model_validate(checked)
    except ValidationError as error:
        problems = problems_in(error, Document) + problems
    if problems:
        raise DocumentError(problems)
    return document


def _elements(name: str, model: type[Element], entries: list[Any], problems: list[Problem]) -> list[Element]:
    """The good entries of one of the document's lists; of the others come problems."""
    elements = []
    for index, entry in enumerate(entries):
        try:
            elements.append(model.model_validate(entry))
        except ValidationError as error:
            problems.extend(problems_in(error, model, (name, index)))
            if len(problems) > SHOWN:
                break
    return elements


def _flaws(data: object, at: tuple[str | int, ...]) -> Iterator[Problem]:
    """A walk without recursion. Where something stands is a chain of (parent, part), joined when wanted."""
    if not isinstance(data, dict | list):
        if code := _flaw(data):
            yield Problem(place(at), code)
        return
    free = any(isinstance(part, str) and part.startswith(EXTRA) for part in at)
    stack: list[tuple[dict[Any, Any] | list[Any], Any, int, bool]] = [(data, None, 1, free)]
    while stack:
        value, chain, depth, free = stack.pop()
        if problem := _unwieldy(value, depth, free):
            yield Problem(place(at + _path(chain)[:8]), *problem)
            continue
        if isinstance(value, _Object):
            yield Problem(place((*at, *_path(chain), value.doubled)), "doubled-field")
        inner = []
        for part, entry in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(value, dict) and (code := _flaw(part) if isinstance(part, str) else "not-json"):
                yield Problem(place(at + _path(chain)), code if code == "not-json" else f"{code}-in-name")
            elif isinstance(entry, dict | list):
                is_free = free or (isinstance(part, str) and part.startswith(EXTRA))
                inner.append((entry, (chain, part), depth + 1, is_free))
            elif code := _flaw(entry):
                yield Problem(place((*at, *_path(chain), part)), code)
        stack.extend(reversed(inner))


def _unwieldy(value: dict[Any, Any] | list[Any], depth: int, free: bool) -> tuple[str, dict[str, Any]] | None:
    if depth > DEPTH:
        return "too-deep", {"depth": DEPTH}
    if isinstance(value, list) and len(value) > LENGTH and not free:
        return "too-many", {"most": LENGTH, "count": len(value)}
    if isinstance(value, dict) and len(value) > WIDTH and not free:
        return "too-wide", {"most": WIDTH}
    return None


def _flaw(value: object) -> str:
    if isinstance(value, str):
        if "\0" in value:
            return "nul"
        return "" if value.isascii() or _encodes(value) else "surrogate"
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return "" if abs(value) <= _LARGEST else "not-finite"
    if isinstance(value, float):
        return "" if math.isfinite(value) else "not-finite"
    return "not-json"


_LARGEST = int(1.7976931348623157e308)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _path(chain: Any) -> tuple[str | int, ...]:
    parts: list[str | int] = []
    while chain is not None:
        chain, part = chain
        parts.append(part)
    return tuple(reversed(parts))


class _Object(dict[str, Any]):
    """A JSON object in which a name was given twice."""

    doubled: str


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    kept = _Object(plain)
    kept.doubled = Counter(name for name, _ in pairs).most_common(1)[0][0]
    return kept


def _integer(digits: str) -> int | float:
    return (
        int(digits) if len(digits) <= 310 else math.inf
    )  # beyond what any double holds: refused by the walk


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer)
