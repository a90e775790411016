"""`{% vite "src/pages.ts" %}`: the style sheets and the script that Vite built from an entry."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# What French and English texts are set in.
LETTERS = "-latin-wght-normal.woff2"


@register.simple_tag(takes_context=True)
def vite(context: template.Context, entry: str, blocking: str = "", first: str = "") -> SafeString:
    """Nothing where the front end was not built: a page without its style is still a page.

    `blocking="render"`: where the script makes the page, nothing is painted before it ran. `first`: an entry
    that it imports, and that runs as soon as it is there, without the rest.
    """
    manifest = _manifest(settings.VITE_DIR / "manifest.json", _changed(settings.VITE_DIR / "manifest.json"))
    chunk = manifest.get(entry)
    if chunk is None:
        return SafeString("")
    styles = [(static(name),) for name in _styles(manifest, entry, seen=set())]
    nonce = getattr(context.get("request"), "csp_nonce", "")
    # What the script imports is fetched beside it, not one after the other.
    imports = [name for name in _imports(manifest, entry, seen=set()) if name != first]
    parts = [(nonce, static(manifest[name]["file"])) for name in imports]
    ahead = [(nonce, static(manifest[first]["file"]))] if first in manifest else []
    # A sheet laid out before its letters are there is laid out twice; the script that does it comes first,
    # because a browser asks a server for six things at a time.
    fonts = [(static(part["file"]),) for name, part in manifest.items() if name.endswith(LETTERS)]
    return format_html(
        '{}{}{}<script type="module" nonce="{}" src="{}"{}></script>{}',
        format_html_join("", '<script type="module" async nonce="{}" src="{}"></script>', ahead),
        format_html_join("", '<link rel="stylesheet" href="{}">', styles),
        format_html_join("", '<link rel="modulepreload" nonce="{}" href="{}">', parts),
        nonce,
        static(chunk["file"]),
        format_html(' blocking="{}"', blocking) if blocking else "",
        format_html_join("", '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">', fonts),
    )


def _imports(manifest: dict[str, Any], name: str, *, seen: set[str]) -> list[str]:
    """All chunks that a chunk needs from the start, each once."""
    found: list[str] = []
    for other in manifest[name].get("imports", []):
        if other not in seen:
            seen.add(other)
            found += [other, *_imports(manifest, other, seen=seen)]
    return found


def _styles(manifest: dict[str, Any], name: str, *, seen: set[str]) -> list[str]:
    """The style sheets of a chunk after those of what it imports, each once."""
    if name in seen:
        return []
    seen.add(name)
    chunk = manifest[name]
    found = [style for other in chunk.get("imports", []) for style in _styles(manifest, other, seen=seen)]
    return found + [style for style in chunk.get("css", []) if style not in found]


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@cache
def _manifest(path: Path, changed: float) -> dict[str, Any]:
    """Read once a build: `changed` is part of the key of the cache."""
    return json.loads(path.read_text("utf-8")) if changed else {}
