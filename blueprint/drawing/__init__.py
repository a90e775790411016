"""The sheet as SVG, drawn from the document: for the wall, for the mail, and to be reopened.

    draw(document)                  # the whole sheet, its fonts and the document embedded
    preview(document)               # a small picture of it
    figure(document)                # a picture that can be read, to stand in a text
    extract(svg)                    # the document in a drawing

A drawing depends on nothing but its arguments: the same document gives the same file on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blueprint.document import Document
from blueprint.drawing import fonts
from blueprint.drawing.canvas import Canvas, Outlines, Skeleton
from blueprint.drawing.embedding import extract, metadata, shared
from blueprint.drawing.entries import Remarks, remarks_of
from blueprint.drawing.routing import Router
from blueprint.drawing.sheet import body, defs, paper, root
from blueprint.drawing.svg import node, serialise
from blueprint.drawing.words import Words
from blueprint.friction import Finding, analyse
from blueprint.graph import BlueprintGraph

__all__ = ["draw", "extract", "figure", "preview"]

PREVIEW_WIDTH = 640


def draw(
    document: Document,
    *,
    language: str | None = None,
    findings: Sequence[Finding] | None = None,
    numbers: Mapping[str, int] | None = None,
    decisions: bool = False,
    complete: bool = False,
    outlines: bool = False,
    routers: Sequence[Router] = (),
) -> str:
    """The sheet as an SVG file.

    `language` is that of the sheet's own words, else the document's. `findings` are analysed where not
    given; `numbers` (fingerprint -> number) keeps those they have. `decisions` shows and embeds what people
    decided and wrote: reviews with their threads, what was dismissed, notes. `complete` shows and embeds all:
    that, what was said, and notes of steps. `outlines` draws text as paths, for tools that ignore embedded
    fonts. Links run in the gutters unless one of `routers` has an answer. About linear in cards and links:
    200 cards and 300 links take well under a second.
    """
    words = Words(language or document.language)
    if findings is None:
        findings = analyse(document, language=words.language).findings
    graph = BlueprintGraph(document)
    decisions = decisions or complete
    remarks = remarks_of(graph, findings, numbers or {}, words, decisions=decisions)
    canvas = Outlines() if outlines else Canvas()
    drawn = body(canvas, graph, words, remarks, complete=complete, routers=routers)
    page = f"@page{{size:{drawn.width:.0f}px {drawn.height:.0f}px;margin:0}}"
    sheet = root(graph, words, drawn).add(
        metadata(shared(document, decisions=decisions, complete=complete)),
        node("style", page + fonts.embedded(canvas.shown)),
        defs(),
        paper(drawn),
        *drawn.nodes,
    )
    return serialise(sheet)


def preview(document: Document) -> str:
    """A small picture of the sheet: text as bars, neither fonts nor the document inside."""
    graph, words = BlueprintGraph(document), Words(document.language)
    drawn = body(Skeleton(), graph, words, Remarks(), title=False, key=False)
    return serialise(root(graph, words, drawn, width=PREVIEW_WIDTH).add(defs(), paper(drawn), *drawn.nodes))


def figure(
    document: Document, *, language: str | None = None, findings: Sequence[Finding] | None = None
) -> str:
    """The sheet as a picture in a text that explains it: with its words, their fonts and the findings' flags,
    without title, legend and document.
    """
    words = Words(language or document.language)
    if findings is None:
        findings = analyse(document, language=words.language).findings
    graph, canvas = BlueprintGraph(document), Canvas()
    remarks = remarks_of(graph, findings, {}, words, decisions=False)
    drawn = body(canvas, graph, words, remarks, title=False, key=False, empty_band=False)
    style = node("style", fonts.embedded(canvas.shown))
    return serialise(root(graph, words, drawn).add(style, defs(), paper(drawn), *drawn.nodes))
