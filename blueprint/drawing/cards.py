"""Cards: what stands on each, how wide it wants to be, how high it is, and drawing it.

A card is as high as what it holds; nothing on it is ever cut or left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from blueprint.document import Link, Step
from blueprint.drawing import fonts
from blueprint.drawing.canvas import (
    Canvas,
    box,
    flag,
    flag_width,
    label,
    leading,
    pill,
    pill_size,
    star,
    wait_bar,
)
from blueprint.drawing.entries import Remarks
from blueprint.drawing.lines import joined, widest_word, wrap
from blueprint.drawing.marks import HIGH, bubble, bubble_width, counted, pennant
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import RADIUS, SIZE, STROKE, TYPE
from blueprint.drawing.words import Words, duration
from blueprint.graph import BlueprintGraph
from blueprint.text import NO_BREAK

T = TypeVar("T")

LEFT, RIGHT = SIZE["card-padding"] + 1, 8.0
FIRST = 19.0  # from the top of a card to its first baseline: below the flag that sits on the edge
FOOT = 9.0
STAR_ROOM = 15.0
FLAG_OUT = 5.0  # how far the flag's tip stands out over the right edge
TIME_GAP = 6.0
FLAG_UP = 6.5  # and its middle over the top


@dataclass(frozen=True)
class Piece:
    """Small text that is never broken, with a hatched bar before it or not."""

    text: str
    bar: float = 0.0

    @property
    def width(self) -> float:
        return fonts.width(self.text, TYPE["card-note"]) + (self.bar + 5 if self.bar else 0)


@dataclass
class Card:
    """A step as it stands on the sheet. Everything below the title is worked out by `fit`."""

    step: Step
    side: str  # role of colour: customer, employee, support, evidence
    spoken: str  # for screen readers
    who: list[str]
    times: list[Piece]
    facts: list[list[str]]  # each a few words that belong together
    said: list[str]  # the doer's words, and what is noted of the step
    pills: list[str]
    numbers: list[int]
    spelled: str  # the numbers in words, for where the flag has no room
    flags: str = ""  # numbers of people's flags
    notes: str = ""  # numbers of the notes that are pinned to it
    width: float = 0.0
    title: list[str] = field(default_factory=list)
    height: float = 0.0

    @property
    def wanted(self) -> float:
        """The width at which no word and no pill needs breaking."""
        indent = STAR_ROOM if self.step.moment_of_truth else 0.0
        return (
            LEFT
            + RIGHT
            + max(
                indent + widest_word(self.step.title, TYPE["card-title"], "semibold"),
                max((widest_word(text, TYPE["card-note"]) for text in self._small()), default=0.0),
                max((piece.width for piece in self.times), default=0.0),
                max((pill_size(text, 1e9)[0] for text in self.pills), default=0.0),
            )
        )

    def fit(self, width: float) -> None:
        """Breaks everything to the width of the column and knows the height from then on."""
        self.width, self.room = width, width - LEFT - RIGHT
        indent = STAR_ROOM if self.step.moment_of_truth else 0.0
        self.title = wrap(
            self.step.title, self.room, TYPE["card-title"], "semibold", first=self.room - indent
        )
        self.doer = joined(self.who, self.room, TYPE["card-note"])
        self.fact_lines = [
            line for parts in self.facts for line in joined(parts, self.room, TYPE["card-note"])
        ]
        self.quote = [line for text in self.said for line in wrap(text, self.room, TYPE["card-note"])]
        self.time_lines = _flow(self.times, [piece.width for piece in self.times], self.room, TIME_GAP)
        self.pill_rows = _flow(
            self.pills, [pill_size(text, self.room)[0] for text in self.pills], self.room, 4.0
        )
        self.flag = _flag_text(self.numbers, width)
        # Numbers that have no room in the flag stand on the card.
        self.overflow_lines = (
            wrap(self.spelled, self.room, TYPE["card-note"], "bold") if self.flag.startswith("×") else []
        )
        texts = [*self.doer, *self.fact_lines, *self.quote, *self.overflow_lines]
        small = len(texts) + len(self.time_lines)
        self.height = FIRST + leading("card-title") * (len(self.title) - 1) + leading("card-note") * small + 1
        for row in self.pill_rows:
            self.height += max(pill_size(text, self.room)[1] for text in row) + 4
        self.height += FOOT + (1 if self.pill_rows else 0)
        if self.notes:  # they stand at the lower right, where the last row of pills leaves room or below
            last = self.pill_rows[-1] if self.pill_rows else []
            used = sum(pill_size(text, self.room)[0] + 4 for text in last)
            self.height += 0 if last and used + bubble_width(self.notes) <= self.room else HIGH

    def _small(self) -> list[str]:
        return [*self.who, *(text for parts in self.facts for text in parts), *self.said]

    @property
    def free(self) -> tuple[float, float]:
        """Where links may reach the top and bottom edge: clear of the corners and of the flag."""
        return 14.0, self.width - (flag_width(self.flag) + 4 if self.flag else 14.0)


def cards_of(graph: BlueprintGraph, words: Words, remarks: Remarks, *, complete: bool) -> list[Card]:
    """The cards of a document, in the order of its steps, with the numbers of what is remarked on each."""
    into: dict[str, list[Link]] = {}
    back: dict[str, list[Link]] = {}
    for link in graph.document.links:
        if graph.is_rework(link):
            back.setdefault(link.source, []).append(link)
        else:
            into.setdefault(link.target, []).append(link)
    return [
        _card(
            graph,
            words,
            step,
            into.get(step.id, []),
            back.get(step.id, []),
            remarks,
            complete,
        )
        for step in graph.document.steps
    ]


def _card(
    graph: BlueprintGraph,
    words: Words,
    step: Step,
    into: Sequence[Link],
    back: Sequence[Link],
    remarks: Remarks,
    complete: bool,
) -> Card:
    numbers, flags, notes = (of.get(step.id, []) for of in (remarks.findings, remarks.flags, remarks.notes))
    lane = graph.lane_of(step.id)
    who = [graph.title(step.actor)] if step.actor and step.actor != lane.actor else []
    who = [name for name in who if name != step.title]
    if step.kind not in ("action", "evidence"):
        who.append(words("card.kind." + step.kind))
    times = []
    if step.wait_min:
        wait = duration(words, step.wait_min)
        times.append(Piece(wait, min(46.0, 8.0 + 3.4 * step.wait_min)))
    if step.work_min is not None and (step.work_min or not step.wait_min):
        times.append(Piece(("+ " if step.wait_min else "") + duration(words, step.work_min)))
    shares = sorted({link.share for link in into if link.share is not None and link.share < 1}, reverse=True)
    times += [Piece(words("card.share", percent=share * 100)) for share in shares]
    times += [
        Piece(words("card.rework", percent=link.share * 100)) for link in back if link.share is not None
    ]
    facts = []
    if step.decides and (step.decides != "alone" or step.stakes):
        stakes = [words("card.stakes." + step.stakes)] if step.stakes else []
        facts.append([words("card.decides." + step.decides), *stakes])
    typed = Counter(exchange.information for exchange in step.information if exchange.how == "types")
    for information, times_typed in typed.items():
        often = f"{NO_BREAK}×{times_typed}" if times_typed > 1 else ""
        facts.append([words("card.types", information=graph.title(information)) + often])
    told = dict.fromkeys(exchange.information for exchange in step.information if exchange.how == "tells")
    facts += [[words("card.tells", information=graph.title(information))] for information in told]
    pills = [graph.title(step.channel)] if step.channel else []
    used: dict[str, float] = {}
    for use in step.uses:
        used[use.tool] = used.get(use.tool, 0) + use.times
    for id_, times_used in used.items():
        tool = graph.tools[id_]
        often = f"{NO_BREAK}×{words.number(times_used)}" if times_used != 1 else ""
        waits = (tool.latency_s or 0) * times_used
        slow = f"{NO_BREAK}· {words.number(waits)}{NO_BREAK}s" if waits else ""
        pills.append(tool.title + often + slow)
    said = [words.quoted(step.said)] if complete and step.said else []
    said += [step.note] if complete and step.note else []
    side = {"evidence": "evidence", "customer": "customer", "support": "support"}.get(lane.kind, "employee")
    spelled = words("card.frictions", numbers=[str(number) for number in numbers]) if numbers else ""
    spoken = label(
        step.title,
        words("card.moment-of-truth") if step.moment_of_truth else "",
        *who,
        *(words("card.waits", minutes=duration(words, step.wait_min)) for _ in [0] if step.wait_min),
        *(words("card.works", minutes=duration(words, step.work_min)) for _ in [0] if step.work_min),
        *(text for parts in facts for text in parts),
        *pills,
        spelled,
        words("card.flags", numbers=[str(number) for number in flags]) if flags else "",
        words("card.notes", numbers=[str(number) for number in notes]) if notes else "",
    )
    marks = counted(flags), counted(notes)
    return Card(step, side, spoken, who, times, facts, said, pills, numbers, spelled, *marks)


def draw_card(canvas: Canvas, card: Card, x: float, y: float) -> Node:
    """The card with its top left corner at (x, y)."""
    group = node("g", role="img", aria_label=card.spoken, data_step=card.step.id)
    evidence = card.side == "evidence"
    group.add(
        box(x, y, card.width, card.height, fill="card", stroke=card.side, line=STROKE["card"],
            radius=RADIUS["card"], dash="evidence" if evidence else None)
    )  # fmt: skip
    if card.side in ("customer", "employee"):
        group.add(box(x, y + 7, SIZE["card-edge"], card.height - 14, fill=card.side, radius=2.0))
    left, baseline = x + LEFT, y + FIRST
    indent = STAR_ROOM if card.step.moment_of_truth else 0.0
    if indent:
        group.add(star(left + 5.5, baseline - 4.6, card.side))
    group.add(
        *canvas.lines(
            left, baseline, card.title, "card-title", weight="semibold", room=card.room, indent=indent
        )
    )
    baseline += leading("card-title") * len(card.title)
    baseline += 1.0 - leading("card-title") + leading("card-note")
    group.add(*canvas.lines(left, baseline, card.doer, "card-note", colour="muted", room=card.room))
    baseline += leading("card-note") * len(card.doer)
    for pieces in card.time_lines:
        at = left
        for piece in pieces:
            if piece.bar:
                group.add(wait_bar(at, baseline - 3.8, piece.bar))
            group.add(canvas.text(at + (piece.bar + 5 if piece.bar else 0), baseline, piece.text, "card-note",
                                  colour="muted"))  # fmt: skip
            at += piece.width + TIME_GAP
        baseline += leading("card-note")
    for small_lines, colour in ((card.fact_lines, "muted"), (card.quote, "ink")):
        group.add(*canvas.lines(left, baseline, small_lines, "card-note", colour=colour, room=card.room))
        baseline += leading("card-note") * len(small_lines)
    group.add(*canvas.lines(left, baseline, card.overflow_lines, "card-note", weight="bold", room=card.room))
    baseline += leading("card-note") * len(card.overflow_lines)
    top = baseline - leading("card-note") + 6.0
    for row in card.pill_rows:
        at = left - 1
        for text in row:
            group.add(*pill(canvas, at, top, text, card.side, card.room))
            at += pill_size(text, card.room)[0] + 4.0
        top += max(pill_size(text, card.room)[1] for text in row) + 4.0
    if card.flag:
        group.add(*flag(canvas, x + card.width + FLAG_OUT, y - FLAG_UP, card.flag))
    if card.flags:
        group.add(*pennant(canvas, x - 6, y - 12, card.flags))
    if card.notes:
        wide = bubble_width(card.notes)
        group.add(*bubble(canvas, x + card.width - wide - 6, y + card.height - HIGH - 3, card.notes))
    return group


def _flow(items: Sequence[T], widths: Sequence[float], room: float, gap: float) -> list[list[T]]:
    """Items in rows at most `room` wide."""
    rows: list[list[T]] = []
    used = 0.0
    for item, wide in zip(items, widths, strict=True):
        if rows and used + gap + wide <= room:
            rows[-1].append(item)
            used += gap + wide
        else:
            rows.append([item])
            used = wide
    return rows


def _flag_text(numbers: Sequence[int], width: float) -> str:
    """The numbers, so that the legend can be read against the sheet; their count where they are too many."""
    text = " · ".join(str(number) for number in numbers)
    return text if flag_width(text) <= width * 0.7 else f"×{len(numbers)}"
