"""Text in lines: breaking it to a width without ever cutting a word, and the way it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from blueprint.drawing import fonts

JOINERS = {"\u200d"}  # zero width joiner: what stands on both its sides is one sign
MODIFIERS = range(0x1F3FB, 0x1F400)  # skin tones
FLAGS = range(0x1F1E6, 0x1F200)  # regional indicators: two of them make one flag
TAGS = range(0xE0020, 0xE0080)
BREAKS_AFTER = re.compile(r"(?<=[-–—/\u200b])(?=[^\s\d])")


def wrap(
    text: str, width: float, size: float, weight: str = "regular", *, first: float | None = None
) -> list[str]:
    """`text` in lines at most `width` wide, the first at most `first`. One line at least, be it empty.

    Breaks at spaces, after hyphens and slashes, between CJK characters; only a word wider than a whole
    line is broken, between what a reader sees as characters.
    """
    measure = partial(fonts.width, size=size, weight=weight)
    room = width if first is None else first
    lines: list[str] = []
    line = ""
    for piece, spaced in _pieces(text):
        candidate = f"{line} {piece}" if line and spaced else line + piece
        if measure(candidate) <= room:
            line = candidate
            continue
        if line:
            lines.append(line)
            room = width
            line = ""
        elif first is not None and not lines and first < width and measure(piece) <= width:
            # The word fits a line of its own, only not the shortened first one.
            lines.append("")
            room = width
        *full, line = _broken(piece, measure, room, width)
        if full:
            lines.extend(full)
            room = width
    lines.append(line)
    return lines


def joined(parts: Sequence[str], width: float, size: float) -> list[str]:
    """Short texts in lines, with a dot between those that share one."""
    lines: list[str] = []
    for part in parts:
        if lines and fonts.width(f"{lines[-1]} · {part}", size) <= width:
            lines[-1] = f"{lines[-1]} · {part}"
        else:
            lines += wrap(part, width, size)
    return lines


def widest_word(text: str, size: float, weight: str = "regular") -> float:
    """The width of the widest piece of `text` that `wrap` would rather not break."""
    return max((fonts.width(piece, size, weight) for piece, _ in _pieces(text)), default=0.0)


def graphemes(text: str) -> list[str]:
    """What a reader sees as single characters: letters with their marks, joined emoji, flags."""
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction of its own is read from the right."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def visible(text: str) -> str:
    """`text` as XML can carry it: a character XML has no way to write is shown by its picture."""
    return "".join(_shown(char) for char in text) if _UNWRITABLE.search(text) else text


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _shown(char: str) -> str:
    if not _UNWRITABLE.match(char):
        return char
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\ufffd"


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Pieces between which a line may break, each with whether a space stands before it."""
    pieces: list[tuple[str, bool]] = []
    # Not `str.split`: no-break spaces are white space to it.
    for word in re.split(r"[ \t\n\r\f\v\u2028\u2029\u0085]+", text):
        spaced = True
        for part in BREAKS_AFTER.split(word):
            for piece in _ideographs(part):
                if piece:
                    pieces.append((piece, spaced))
                    spaced = False
    return pieces


def _ideographs(word: str) -> list[str]:
    """`word` cut between CJK characters, where a line may break without a space."""
    if not any(_is_ideograph(char) for char in word):
        return [word]
    pieces = [""]
    for sign in graphemes(word):
        # Closing marks stay with what they close.
        if _is_ideograph(sign[0]) and unicodedata.category(sign[0]) not in ("Pe", "Po", "Pf", "Lm"):
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces


def _is_ideograph(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F") and ord(char) < 0x1F000


def _broken(piece: str, measure: Callable[[str], float], room: float, width: float) -> list[str]:
    if measure(piece) <= room:
        return [piece]
    lines: list[str] = []
    line = ""
    for sign in graphemes(piece):
        if line and measure(line + sign) > (width if lines else room):
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def _continues(before: str, char: str) -> bool:
    code = ord(char)
    if unicodedata.category(char) in ("Mn", "Me", "Mc") or char in JOINERS or before[-1] in JOINERS:
        return True
    if code in MODIFIERS or code in TAGS or char in "\ufe0e\ufe0f":
        return True
    if code in FLAGS:
        return len(before) == 1 and ord(before) in FLAGS
    # Conjoining Hangul jamo: leading, then vowel, then trailing.
    return 0x1160 <= code <= 0x11FF and 0x1100 <= ord(before[-1]) <= 0x11FF
