"""From pydantic's errors to problems that a person understands, each with its place in the document."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from blueprint.document.values import EXTRA, ID_PATTERN
from blueprint.errors import SHOWN, Problem, closest
from blueprint.text import line

Path = tuple[str | int, ...]
PLAIN = re.compile(r"[\w-]{1,64}")
EXPECTED = {
    "string_type": "text",
    "float_type": "number",
    "bool_type": "truth",
    "list_type": "list",
    "dict_type": "object",
    "model_type": "object",
}


def place(path: Sequence[str | int]) -> str:
    """A path as people read it: `steps[3].lane`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif PLAIN.fullmatch(part):
            text += f".{part}" if text else part
        else:
            text += f'["{line(part, 64)}"]'
    return text


def problems_in(error: ValidationError, model: type[BaseModel] | None, at: Path = ()) -> list[Problem]:
    """What pydantic found wrong, for a value that stands at `at` and should be a `model`."""
    found: dict[str, Problem] = {}
    for detail in error.errors(include_url=False):
        path = _without_alternatives(detail["loc"])
        problem = _problem(detail, path, model, at)
        found.setdefault(problem.place, problem)
        if len(found) > SHOWN:
            break
    return list(found.values())


def show(value: Any) -> str:
    """A value as an error repeats it: short, on one line, without what it contains."""
    if isinstance(value, str):
        return f'"{line(value, 60)}"'
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, dict):
        return "{…}"
    return {None: "null", True: "true", False: "false"}.get(value, str(value)) if _bare(value) else str(value)


def _bare(value: Any) -> bool:
    return value is None or isinstance(value, bool)


def _problem(detail: Any, path: Path, model: type[BaseModel] | None, at: Path) -> Problem:
    where = place(at + path)
    kind, value, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    if path and path[-1] == "effort" and kind in EXPECTED:
        return Problem(where, "type", {"expected": "number-or-text", "value": show(value)})
    if kind in EXPECTED:
        return Problem(where, "type", {"expected": EXPECTED[kind], "value": show(value)})
    if kind == "missing":
        return Problem(where, "missing", {"field": str(path[-1])})
    if kind == "string_pattern_mismatch" and context["pattern"] == f"^{EXTRA}":
        return _unknown_field(where, path, model)
    if kind == "string_pattern_mismatch":
        return Problem(where, "id" if context["pattern"] == ID_PATTERN else "date", {"value": show(value)})
    if kind == "value_error":
        return Problem(where, "date", {"value": show(value)})
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"])
        close = closest(value, choices) if isinstance(value, str) else ""
        return Problem(where, "choice", {"value": show(value), "choices": choices, "close": close})
    if kind == "greater_than_equal":
        return Problem(where, "least", {"value": show(value), "bound": context["ge"]})
    if kind == "less_than_equal":
        return Problem(where, "most", {"value": show(value), "bound": context["le"]})
    if kind in ("too_short", "too_long"):
        return Problem(where, "two")
    return Problem(where, "invalid", {"value": show(value)})


def _unknown_field(where: str, path: Path, model: type[BaseModel] | None) -> Problem:
    field = str(path[-1])
    fields = field_names(_model_at(model, path[:-1]))
    return Problem(
        where, "unknown-field", {"field": line(field, 64), "fields": fields, "close": closest(field, fields)}
    )


def field_names(model: type[BaseModel] | None) -> list[str]:
    """The names that the fields of a model have in JSON."""
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _without_alternatives(path: Path) -> Path:
    # Pydantic adds the tried alternative of a union to the path; `effort` is the one union of the format.
    return path[: path.index("effort") + 1] if "effort" in path else path


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    for part in path:
        if isinstance(part, str) and model:
            model = _members(model).get(part)
    return model


@cache
def _members(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    return {info.alias or name: model_in(info.annotation) for name, info in model.model_fields.items()}


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone or in a list; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := model_in(part))), None)
