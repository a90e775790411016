"""SVG as text, by an allow-list: whatever is not on it is a mistake of ours and raises.

No foreignObject, no script, no reference to anything outside the file; a person's text is always text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from blueprint.drawing.lines import visible

NAMESPACE = "http://www.w3.org/2000/svg"

# fmt: off
TAGS = frozenset((
    "svg", "title", "desc", "metadata", "rv:blueprint", "defs", "style", "pattern",
    "g", "rect", "path", "circle", "polygon", "text",
))
ATTRIBUTES = frozenset((
    "xmlns", "xmlns:rv", "viewBox", "width", "height", "x", "y", "cx", "cy", "r", "rx", "d", "points", "id",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "font-family", "font-size", "font-weight", "text-anchor", "direction",
    "patternUnits", "patternTransform", "role", "lang", "aria-label", "aria-roledescription",
    "data-step", "data-link", "data-finding", "data-lane", "data-line", "data-flag", "data-note",
))
# fmt: on
_STYLE = re.compile(
    r"(@page\{size:[0-9.]+px [0-9.]+px;margin:0\})?"
    r'(@font-face\{font-family:"[A-Za-z ]+";font-weight:\d+;'
    r'src:url\("data:font/woff2;base64,[A-Za-z0-9+/=]+"\) format\("woff2"\)\})*'
)
_REFERENCE = re.compile(r"url\(#[a-z-]+\)")


@dataclass
class Node:
    """One element, its attributes in the order given, and what it holds."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def add(self, *children: Node | str | None) -> Node:
        self.children.extend(child for child in children if child is not None)
        return self


def node(tag: str, *children: Node | str | None, **attributes: Any) -> Node:
    """An element. `stroke_width=1.5` is the attribute stroke-width; None leaves an attribute out."""
    return Node(
        tag,
        {name.replace("_", "-"): number(value) for name, value in attributes.items() if value is not None},
        [child for child in children if child is not None],
    )


def number(value: Any) -> str:
    """A value as an attribute has it: numbers to two decimals."""
    if isinstance(value, float):
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text
    return str(value)


def serialise(root: Node) -> str:
    """The whole file. Raises ValueError for anything that is not on the list."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(root, parts)
    parts.append("\n")
    return "".join(parts)


def escape(text: str) -> str:
    """Text as XML carries it. A carriage return is written out: readers of XML would make it a new line."""
    text = visible(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;")


def _write(element: Node, parts: list[str]) -> None:
    if element.tag not in TAGS:
        raise ValueError(f"no such element in a drawing: {element.tag}")
    parts.append(f"<{element.tag}")
    for name, value in element.attributes.items():
        if name not in ATTRIBUTES:
            raise ValueError(f"no such attribute in a drawing: {name}")
        if name in ("fill", "stroke") and "url" in value and not _REFERENCE.fullmatch(value):
            raise ValueError(f"a reference out of the drawing: {value}")
        parts.append(f' {name}="{_attribute(value)}"')
    if not element.children:
        parts.append("/>")
        return
    parts.append(">")
    for child in element.children:
        if isinstance(child, Node):
            _write(child, parts)
        elif element.tag == "style":
            if not _STYLE.fullmatch(child):
                raise ValueError("a style that is not a font or a page")
            parts.append(child)
        else:
            parts.append(escape(child))
    parts.append(f"</{element.tag}>")


def _attribute(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;")
