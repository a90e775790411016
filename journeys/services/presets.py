"""What a blueprint can start from: empty lanes, or a service to adapt. A file each in journeys/presets, with
its texts in every language.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from blueprint import drawing
from blueprint.document import Document, from_data
from journeys.services.errors import Missing, Never

FOLDER = Path(__file__).resolve().parent.parent / "presets"
LANGUAGES = frozenset(("fr", "en"))


def preset_list(language: str) -> list[dict[str, Any]]:
    """Those there are: lanes, the fullest first, then services; with their texts in `language`."""
    return [
        {
            "id": id_,
            "title": preset["title"][language],
            "about": preset["about"][language],
            "lanes": [lane["title"][language] for lane in preset["document"]["lanes"]],
            "steps": len(preset["document"].get("steps", ())),
        }
        for id_, preset in _files().items()
    ]


def preset_document(id_: str | None, title: str, language: str) -> Document:
    """The blueprint of a preset, its texts in `language`. Raises Never for a preset nobody made,
    DocumentError for a title that no document may have.
    """
    preset = _files().get(id_ or "")
    if preset is None:
        raise Never(
            "preset",
            _("There is no preset “%(id)s”.") % {"id": id_}
            if id_
            else _("A document or a preset is needed."),
            _("Use one of: %(ids)s.") % {"ids": ", ".join(_files())},
        )
    with override(language):
        title = title or _("Untitled blueprint")
    begun = {"format": "blueprint/1", "title": title, "language": language}
    return from_data(begun | _said(preset["document"], language))


@cache
def preset_picture(id_: str, language: str) -> tuple[str, str]:
    """A small picture of it as SVG, and the mark under which it stays the same. Raises Missing."""
    if id_ not in _files():
        raise Missing("id", _("There is no preset “%(id)s”.") % {"id": id_})
    svg = drawing.preview(preset_document(id_, "", language))
    return svg, sha256(svg.encode()).hexdigest()[:16]


def _said(value: Any, language: str) -> Any:
    """The same with each text in one language; what is not a text stays as it is."""
    if isinstance(value, list):
        return [_said(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == LANGUAGES:
        return value[language]
    return {key: _said(item, language) for key, item in value.items()}


@cache
def _files() -> dict[str, dict[str, Any]]:
    """By id, which is the name of the file."""
    read = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
    return dict(sorted(read.items(), key=lambda item: item[1]["order"]))
