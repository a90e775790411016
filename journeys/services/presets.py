"""What a blank blueprint can start from: lanes and empty moments, a file each in journeys/presets."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from blueprint.document import Document, from_data
from journeys.services.errors import Never

FOLDER = Path(__file__).resolve().parent.parent / "presets"


def preset_list(language: str) -> list[dict[str, Any]]:
    """Those there are, the fullest first, with their titles in `language`."""
    return [
        {
            "id": id_,
            "title": preset["title"][language],
            "about": preset["about"][language],
            "lanes": [lane["title"][language] for lane in preset["lanes"]],
        }
        for id_, preset in _files().items()
    ]


def preset_document(id_: str | None, title: str, language: str) -> Document:
    """The blank blueprint of a preset, its titles in `language`. Raises Never for a preset nobody made,
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
    moments: list[dict[str, str]] = []
    with override(language):
        for phase in preset["phases"]:
            for _number in range(phase["moments"]):
                number = len(moments) + 1
                moments.append(
                    {
                        "id": f"m{number}",
                        "phase": phase["id"],
                        "title": _("Moment %(number)s") % {"number": number},
                    }
                )
        title = title or _("Untitled blueprint")
    return from_data(
        {
            "format": "blueprint/1",
            "title": title,
            "language": language,
            "phases": [{"id": phase["id"], "title": phase["title"][language]} for phase in preset["phases"]],
            "moments": moments,
            "lanes": [lane | {"title": lane["title"][language]} for lane in preset["lanes"]],
        }
    )


@cache
def _files() -> dict[str, dict[str, Any]]:
    """By id, which is the name of the file."""
    read = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
    return dict(sorted(read.items(), key=lambda item: -len(item[1]["lanes"])))
