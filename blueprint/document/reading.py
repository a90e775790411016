"""From bytes to a document: size, encoding, JSON, shape, and then the rules between elements."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from blueprint.document.models import EXTRA, Document
from blueprint.document.problems import model_in, place, problems_in
from blueprint.document.rules import broken_rules, in_sheet_order, too_many
from blueprint.errors import SHOWN, DocumentError, Problem

SIZE = 10_000_000  # bytes of a file
DEPTH = 64  # brackets inside brackets
WIDTH = 1_000  # fields of one object
LENGTH = 20_000  # entries of one list

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
    return from_data(_loads(text))


def from_data(data: object) -> Document:
    """The document in what JSON was read to: dicts, lists, text, numbers. Raises DocumentError."""
    problems = flaws(data) or too_many(data)
    if problems:
        raise DocumentError(problems)
    try:
        document = Document.model_validate(data)
    except ValidationError as error:
        raise _shape_error(data, error) from None
    if problems := broken_rules(document):
        raise DocumentError(problems)
    return in_sheet_order(document)


def flaws(data: object, at: tuple[str | int, ...] = ()) -> list[Problem]:
    """What no document may hold anywhere: NUL, lone surrogates, NaN, a name twice, endless nesting."""
    problems: list[Problem] = []
    for problem in _flaws(data, at):
        problems.append(problem)
        if len(problems) > SHOWN:
            break
    return problems


def _loads(text: str | bytes) -> object:
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


def _flaws(data: object, at: tuple[str | int, ...]) -> Iterator[Problem]:
    """A walk without recursion; where a value stands is a chain of (parent, key), joined when wanted."""
    free = any(isinstance(part, str) and part.startswith(EXTRA) for part in at)
    stack: list[tuple[object, Any, int, bool]] = [(data, None, 0, free)]
    while stack:
        value, chain, depth, free = stack.pop()
        code = _flaw(value)
        if code:
            yield Problem(place(at + _path(chain)), code)
        elif isinstance(value, dict | list):
            if depth >= DEPTH:
                yield Problem(place(at + _path(chain)[:4]), "too-deep", {"depth": DEPTH})
                return
            if isinstance(value, list):
                if len(value) > LENGTH and not free:
                    yield Problem(place(at + _path(chain)), "too-many", {"most": LENGTH, "count": len(value)})
                    return
                stack.extend(
                    (entry, (chain, index), depth + 1, free) for index, entry in reversed([*enumerate(value)])
                )
                continue
            if len(value) > WIDTH and not free:
                yield Problem(place(at + _path(chain)), "too-wide", {"most": WIDTH})
                return
            if isinstance(value, _Object) and value.doubled is not None:
                yield Problem(place((*at, *_path(chain), value.doubled)), "doubled-field")
            for name, entry in reversed(value.items()):
                if code := _flaw(name) if isinstance(name, str) else "not-json":
                    yield Problem(place(at + _path(chain)), f"{code}-in-name" if code != "not-json" else code)
                    continue
                stack.append((entry, (chain, name), depth + 1, free or name.startswith(EXTRA)))


def _flaw(value: object) -> str:
    if isinstance(value, str):
        if "\0" in value:
            return "nul"
        return "" if value.isascii() or _encodes(value) else "surrogate"
    if value is None or isinstance(value, bool | dict | list):
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
    """A JSON object that remembers a name that it was given twice."""

    doubled: str | None = None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    kept, seen = _Object(plain), set[str]()
    kept.doubled = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
    return kept


def _integer(digits: str) -> int | float:
    return (
        int(digits) if len(digits) <= 310 else math.inf
    )  # beyond what any double holds: refused by the walk


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer)


def _shape_error(data: object, error: ValidationError) -> DocumentError:
    """The problems of a document of the wrong shape. Listing a million of them would cost gigabytes, so where
    there are very many only the first wrong element is looked at."""
    count = error.error_count()
    if count > 2_000 and isinstance(data, dict):
        for name, info in Document.model_fields.items():
            model, entries = model_in(info.annotation), data.get(name)
            if model is None or not isinstance(entries, list):
                continue
            for index, entry in enumerate(entries):
                try:
                    model.model_validate(entry)
                except ValidationError as first:
                    return DocumentError(
                        problems_in(first, model, (name, index)), count - first.error_count()
                    )
    problems = problems_in(error, Document)
    return DocumentError(problems, max(0, count - len(problems)))
