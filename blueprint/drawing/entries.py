"""What the legend says and which numbers stand where: findings, friction that people saw, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from blueprint.document import Area, Flag
from blueprint.drawing.remarks import signed, told_of
from blueprint.drawing.words import Words
from blueprint.friction import Finding
from blueprint.friction.reviews import Said, flagged_steps, kind_title, said_of
from blueprint.graph import BlueprintGraph

Numbers = dict[str, list[int]]  # element -> numbers at it, in their order


@dataclass(frozen=True)
class Entry:
    """One line of the legend: its mark with a number, what it is, why, where, and what people said of it."""

    key: str  # fingerprint, or id of a flag or note
    title: str
    because: str = ""
    where: str = ""
    told: tuple[str, ...] = ()
    number: int = 0
    mark: str = ""  # flag, pennant or note; none where nothing is drawn for it


@dataclass(frozen=True)
class Remarks:
    """Everything that is marked on a sheet, and told below it."""

    sections: list[tuple[str, list[Entry]]] = field(default_factory=list)  # heading, entries
    findings: Numbers = field(default_factory=dict)
    flags: Numbers = field(default_factory=dict)
    notes: Numbers = field(default_factory=dict)
    areas: list[tuple[int, Area]] = field(default_factory=list)


def remarks_of(
    graph: BlueprintGraph,
    findings: Sequence[Finding],
    numbers: Mapping[str, int],
    words: Words,
    *,
    decisions: bool,
) -> Remarks:
    """Numbers and legend of a sheet. A finding that has no number yet gets the next free one; flags and notes
    are counted in their order. What was dismissed is not drawn; `decisions` tells of it, and of all that
    people said.
    """
    said = said_of(graph.document, findings)
    found = [_finding(graph, finding, words, said, decisions) for finding in findings]
    found = _numbered(found, [one for one in found if one.key not in said.dismissed], numbers)
    flags = [
        _flag(graph, flag, number, words, said, decisions)
        for number, flag in enumerate(graph.document.flags, start=1)
    ]
    standing = [entry for entry in found if entry.mark]
    seen = [entry for entry in flags if entry.key not in said.dismissed]
    heading = words("legend.findings", count=len(standing)) if standing else words("legend.none")
    sections = [(heading, sorted(standing, key=lambda entry: entry.number))]
    if seen:
        sections.append((words("legend.flags", count=len(seen)), seen))
    pinned: Numbers = {}
    if decisions:
        notes, pinned = _notes(graph, words)
        dismissed = [entry for entry in (*found, *flags) if entry.key in said.dismissed]
        waiting = [_waiting(graph, said, place, words) for place in range(len(said.waiting))]
        for name, entries in (("dismissed", dismissed), ("waiting", waiting), ("notes", notes)):
            if entries:
                plain = [_unmarked(entry) for entry in entries] if name == "dismissed" else entries
                sections.append((words(f"legend.{name}", count=len(entries)), plain))
    steps = {finding.fingerprint: finding.steps for finding in findings}
    drawn = {entry.key for entry in seen}
    marked = [(n, flag) for n, flag in enumerate(graph.document.flags, start=1) if flag.id in drawn]
    return Remarks(
        sections,
        _at((entry.number, steps[entry.key]) for entry in standing),
        _at((number, flag.on) for number, flag in marked),
        pinned,
        [(number, flag.area) for number, flag in marked if flag.area],
    )


def place_name(graph: BlueprintGraph, words: Words, element: str) -> str:
    """What an element is called; a link by its ends."""
    for link in graph.document.links:
        if link.id == element:
            return words("link.flow", source=graph.title(link.source), target=graph.title(link.target))
    return graph.title(element)


def _numbered(entries: list[Entry], drawn: Iterable[Entry], numbers: Mapping[str, int]) -> list[Entry]:
    free = max([0, *numbers.values()])
    given = {}
    for entry in drawn:
        number = numbers.get(entry.key)
        if number is None:
            free = number = free + 1
        given[entry.key] = number
    return [
        _with(entry, number=given[entry.key], mark="flag") if entry.key in given else entry
        for entry in entries
    ]


def _finding(graph: BlueprintGraph, finding: Finding, words: Words, said: Said, decisions: bool) -> Entry:
    titles = dict.fromkeys(graph.title(step) for step in finding.steps)
    # A reason that names its steps need not be followed by their names.
    where = " · ".join(titles) if any(title not in finding.because for title in titles) else ""
    told = told_of(said.of_finding.get(finding.fingerprint), words) if decisions else ()
    title = kind_title(words.language, finding.detector)
    return Entry(finding.fingerprint, title, finding.because, where, told)


def _flag(graph: BlueprintGraph, flag: Flag, number: int, words: Words, said: Said, decisions: bool) -> Entry:
    notes = {note.id for note in graph.document.notes}
    steps = set(flagged_steps(graph, flag))
    named = [one for one in flag.on if one not in notes and one not in steps]
    where = [
        *(graph.title(step.id) for step in graph.document.steps if step.id in steps),
        *(place_name(graph, words, one) for one in named),
    ]
    if decisions and flag.by:
        where.append(words("flag.by", by=flag.by))
    told = told_of(said.of_flag.get(flag.id), words) if decisions else ()
    title = kind_title(words.language, flag.kind)
    return Entry(flag.id, title, flag.text, " · ".join(dict.fromkeys(where)), told, number, "pennant")


def _notes(graph: BlueprintGraph, words: Words) -> tuple[list[Entry], Numbers]:
    """Notes outside threads, those on something with a number; and the numbers where they are pinned."""
    pinned = [note for note in graph.document.notes if note.on is not None]
    entries = []
    for number, note in enumerate(pinned, start=1):
        title = f"{words('note.' + note.kind)} · {place_name(graph, words, note.on or '')}"
        entries.append(Entry(note.id, title, note.text, signed(note, words), (), number, "note"))
    for note in graph.document.notes:
        if note.on is None:
            entries.append(Entry(note.id, words("note." + note.kind), note.text, signed(note, words)))
    return entries, _at((number, [note.on or ""]) for number, note in enumerate(pinned, start=1))


def _waiting(graph: BlueprintGraph, said: Said, place: int, words: Words) -> Entry:
    review = said.waiting[place]
    where = " · ".join(graph.title(element) for element in review.elements)
    return Entry(
        review.finding, kind_title(words.language, review.detector), "", where, told_of(review, words)
    )


def _unmarked(entry: Entry) -> Entry:
    return _with(entry, number=0, mark="")


def _with(entry: Entry, *, number: int, mark: str) -> Entry:
    return Entry(entry.key, entry.title, entry.because, entry.where, entry.told, number, mark)


def _at(numbered: Iterable[tuple[int, Iterable[str]]]) -> Numbers:
    at: Numbers = defaultdict(list)
    for number, elements in numbered:
        for element in dict.fromkeys(elements):
            at[element].append(number)
    return {element: sorted(there) for element, there in at.items()}
