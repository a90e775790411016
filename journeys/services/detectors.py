"""The kinds of friction for people: what each is called, what it says in one line, its limits and its page.
The pages of docs/friction are the one source.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from blueprint.catalogue import DETECTORS
from blueprint.text import say

FOLDERS = {"en": "docs/friction", "fr": "docs/friction/fr"}
UNITS = ("s", "min", "days")  # as the name of a limit ends; the others count, or are shares
LIMIT = re.compile(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


def detector_list(language: str) -> list[dict[str, Any]]:
    """All kinds, in the order of the catalogue."""
    return [
        {
            "id": id_,
            "title": detector_title(id_, language),
            "about": _about(id_, language),
            "limits": [
                {
                    "name": name,
                    "default": default,
                    "unit": unit if (unit := name.rpartition("_")[2]) in UNITS else None,
                    "about": _meanings(id_, language)[name],
                }
                for name, default in limits.items()
            ],
            "page": reverse("pages:kind", args=[id_]),
        }
        for id_, limits in DETECTORS.items()
    ]


def detector_title(id_: str, language: str) -> str:
    return say(language, f"{id_}.title")


@cache
def detector_page(id_: str, language: str) -> str:
    """Its page as Markdown."""
    return (Path(settings.BASE_DIR) / FOLDERS[language] / f"{id_}.md").read_text("utf-8")


def _about(id_: str, language: str) -> str:
    """The first paragraph, which is one line."""
    return detector_page(id_, language).split("\n\n", 2)[1]


def _meanings(id_: str, language: str) -> dict[str, str]:
    return {name: meaning.strip() for name, meaning in LIMIT.findall(detector_page(id_, language))}
