"""The sheet's fonts: how wide a text is, the subset a file embeds, and a text as an outline.

Widths are sums of advances, and the embedded subset has no kerning: what is measured is what is shown, in
every viewer, and a subset is made in a third of the time. What the font lacks (emoji, Arabic, Hebrew, CJK) is
shown by a font of the reader's own, so its width is estimated, on the safe side.
"""

from __future__ import annotations

import base64
import io
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from blueprint.drawing.tokens import FAMILY, WEIGHT

FOLDER = Path(__file__).parent / "fonts"
FILES = {
    "regular": "IBMPlexSans-Regular.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
    "bold": "IBMPlexSans-Bold.ttf",
}
_reading = RLock()  # a font reads its tables from its one open file when they are first asked for


def width(text: str, size: float, weight: str = "regular") -> float:
    """The width of one line of text at `size`, in the units of `size`."""
    advances = _advances(weight)
    return sum(advances.get(char) or _guess(char) for char in text) * size


def covers(text: str) -> bool:
    """Whether the sheet's own font has every character of `text`."""
    advances = _advances("regular")
    return all(char in advances for char in text)


def embedded(used: Mapping[str, Iterable[str]]) -> str:
    """`@font-face` rules with the part of each weight that `used` needs: weight -> characters shown in it."""
    return "".join(_face(weight, frozenset(chars)) for weight, chars in sorted(used.items()))


def outline(text: str, size: float, weight: str, x: float, y: float) -> str:
    """`text` as SVG path data from the baseline point (x, y). Only for text that the font `covers`."""
    with _reading:
        font = _font(weight)
        glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
        for char in text:
            glyph = glyphs[names.get(ord(char), ".notdef")]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
            x += glyph.width * scale
        return str(pen.getCommands())


@cache
def _font(weight: str) -> Any:
    return TTFont(FOLDER / FILES[weight], lazy=True)


@cache
def _advances(weight: str) -> dict[str, float]:
    with _reading:
        font = _font(weight)
        metrics, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}


@cache
def _guess(char: str) -> float:
    """A width in em for a character the font lacks, wide enough for the usual fallback fonts."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(char) >= 0x1F000 or 0x2600 <= ord(char) <= 0x27BF:
        return 1.4
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.08
    return 0.85


@cache
def _face(weight: str, chars: frozenset[str]) -> str:
    from fontTools import subset  # a fifth of a second that only an export needs to spend

    options = subset.Options(flavor="woff2", layout_features=["mark", "mkmk", "ccmp"])
    options.notdef_outline = True
    # Hints are for screens of another time; the file is printed and zoomed.
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the OFL asks that notice and licence go along
    font = TTFont(FOLDER / FILES[weight], recalcTimestamp=False)  # the same file again gives the same bytes
    if not any(unicodedata.category(char) == "Mn" for char in chars):
        # Only marks need them, and reading them takes longer than all the rest.
        for table in ("GPOS", "GSUB", "GDEF"):
            del font[table]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(chars)) + " ")
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{WEIGHT[weight]};'
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )
