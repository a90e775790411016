"""From a document to JSON: trimmed data, text for people and files, and the canonical form."""

import json
import math
from typing import Any

from pydantic import BaseModel

from blueprint.document.models import Actor, Document
from blueprint.document.values import EXTRA, FREE

# Written even where they have their default: whoever reads the file should not have to know it.
ALWAYS: dict[type[BaseModel], frozenset[str]] = {
    Document: frozenset({"format", "title", "language", "state"}),
    Actor: frozenset({"side"}),
}
EXACT = 2**53  # up to here every whole number is a double of its own


def to_data(document: Document) -> dict[str, Any]:
    """The document as plain data, without the fields that have their default but for those of `ALWAYS`."""
    data = _trimmed(document)
    for id, setting in data.get("detectors", {}).items():
        if id.startswith(EXTRA):
            data["detectors"][id] = setting[FREE]
    return data


def dumps(document: Document) -> str:
    """The document as JSON text, indented, ending in a line break."""
    return json.dumps(to_data(document), ensure_ascii=False, indent=1) + "\n"


def canonical(document: Document) -> bytes:
    """The one form of a document's JSON, after RFC 8785: for comparing and hashing."""
    return canonical_json(to_data(document)).encode()


def plain(value: Any) -> Any:
    """A value of a field as JSON has it: whole floats as integers, elements as dicts with all fields."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= EXACT else value
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, dict):
        return {name: plain(entry) for name, entry in value.items()}
    if isinstance(value, BaseModel):
        fields = {
            info.alias or name: plain(getattr(value, name)) for name, info in type(value).model_fields.items()
        }
        return fields | plain(value.model_extra or {})
    return value


def _trimmed(element: BaseModel) -> dict[str, Any]:
    data: dict[str, Any] = {}
    always = ALWAYS.get(type(element), frozenset())
    for attribute, info in type(element).model_fields.items():
        value = getattr(element, attribute)
        if info.is_required() or attribute in always or value != info.default:
            data[info.alias or attribute] = _trimmed_value(value)
    data.update(plain(element.model_extra or {}))
    return data


def _trimmed_value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _trimmed(value)
    if isinstance(value, list):
        return [_trimmed_value(entry) for entry in value]
    if isinstance(value, dict):
        return {name: _trimmed_value(entry) for name, entry in value.items()}
    return plain(value)


def canonical_json(value: Any) -> str:
    """RFC 8785 for any JSON value: names sorted by UTF-16, numbers as ECMAScript writes doubles."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical_json(name)}:{canonical_json(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical_json, value)) + "]"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _double(float(value))
    return json.dumps(value, ensure_ascii=False)


def _double(value: float) -> str:
    """ECMAScript's Number::toString. Python's repr gives the same shortest digits, laid out differently."""
    if value == 0:
        return "0"
    if not math.isfinite(value):
        raise ValueError("JSON has no such number")
    mantissa, _, exponent = f"{abs(value)!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits) if whole == "0" else 0)
    if whole == "0":
        point = int(exponent or 0) - (len(fraction) - len(digits))
    digits = digits.rstrip("0")
    sign = "-" if value < 0 else ""
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "") + power
