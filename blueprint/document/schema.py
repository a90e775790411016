"""The JSON Schema of the document, for editors and other programs; made from the models."""

from typing import Any

from blueprint.catalogue import DETECTORS
from blueprint.document.models import Document
from blueprint.document.values import EXTRA

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FREE_FIELDS: dict[str, Any] = {f"^{EXTRA}": {}}


def json_schema() -> dict[str, Any]:
    """What JSON Schema can say of a document: shape, types, ranges. References and shares it cannot."""
    schema = Document.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs")
    for name in ("DetectorSetting", "JsonValue"):
        definitions.pop(name)
    schema["properties"]["detectors"] = _detectors(schema["properties"]["detectors"]["description"])
    for part in (schema, *definitions.values()):
        _closed(part)
    return {"$schema": DRAFT, "title": "Blueprint document", **schema, "$defs": definitions}


def _closed(part: dict[str, Any]) -> None:
    """Refuses unknown fields but those that begin with `x-`, and drops the titles that only repeat names."""
    part.pop("title", None)
    part["patternProperties"] = FREE_FIELDS
    part["additionalProperties"] = False
    for field in part["properties"].values():
        field.pop("title", None)


def _detectors(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "default": {},
        "properties": {id: _detector(limits) for id, limits in DETECTORS.items()},
        "patternProperties": FREE_FIELDS,
        "additionalProperties": False,
    }


def _detector(limits: dict[str, float]) -> dict[str, Any]:
    numbers = {name: {"type": "number", "minimum": 0, "default": default} for name, default in limits.items()}
    return {
        "type": "object",
        "properties": {"on": {"type": "boolean", "default": True}, **numbers},
        "patternProperties": FREE_FIELDS,
        "additionalProperties": False,
    }
