"""The blueprint inside its drawing, so that the file reopens as the blueprint it shows."""

from __future__ import annotations

import json
import re
from xml.parsers import expat

from blueprint.document import SIZE, Document, parse, to_data
from blueprint.drawing.svg import Node, node
from blueprint.errors import DocumentError, Problem

NAMESPACE = "urn:rectoverso:blueprint:1"
LARGEST = 4 * SIZE  # a drawing is its document, its fonts, and its lines
_OUTSIDE_XML = re.compile("[\ufffe\uffff]")


def shared(document: Document, *, decisions: bool, complete: bool) -> Document:
    """The document as it goes out, which is as it is shown: notes, reviews and who set flags where the person
    asked for what was decided, verbatims and notes of steps where they asked for all.
    """
    if complete:
        return document
    silent = [step.model_copy(update={"said": "", "note": ""}) for step in document.steps]
    if decisions:
        return document.model_copy(update={"steps": silent})
    gone = {note.id for note in document.notes}
    return document.model_copy(
        update={
            "notes": [],
            "reviews": [],
            "steps": silent,
            "flags": [
                flag.model_copy(update={"by": "", "on": [id for id in flag.on if id not in gone]})
                for flag in document.flags
            ],
        }
    )


def metadata(document: Document) -> Node:
    """The element that carries the document."""
    text = json.dumps(to_data(document), ensure_ascii=False, separators=(",", ":"))
    # JSON escapes control characters by itself; these two XML cannot carry either.
    text = _OUTSIDE_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return node("metadata", Node("rv:blueprint", {"xmlns:rv": NAMESPACE}, [text]))


def extract(svg: str | bytes) -> Document:
    """The blueprint in a drawing. Raises DocumentError and nothing else."""
    data = svg.encode("utf-8", "surrogatepass") if isinstance(svg, str) else svg
    if len(data) > LARGEST:
        raise DocumentError([Problem("", "drawing-too-large", {"most": LARGEST // 1_000_000})])
    found = _Found()
    try:
        found.read(data)
    except (expat.ExpatError, _Doctype, ValueError) as error:
        raise DocumentError([Problem("", "drawing-broken")]) from error
    if not found.closed:
        raise DocumentError([Problem("", "drawing-without-document")])
    return parse("".join(found.parts))


class _Doctype(Exception):
    """A drawing of ours has no document type, and nothing in one is ever worked out."""


class _Found:
    """Reads XML up to the end of the embedded document."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.inside = self.closed = False

    def read(self, data: bytes) -> None:
        # UTF-8 whatever the file claims: nothing else is ever written, and encodings are a way around checks.
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)

    def _refuse(self, *_: object) -> None:
        raise _Doctype

    def _start(self, name: str, _: object) -> None:
        self.inside = name == f"{NAMESPACE} blueprint" and not self.closed

    def _end(self, name: str) -> None:
        if self.inside:
            self.inside, self.closed = False, True

    def _text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)
