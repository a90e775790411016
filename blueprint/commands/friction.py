"""`python -m blueprint friction FILE…`: where the employee side hurts the customer side, and at what price.

Text is for people; jsonl gives the whole diagnosis of each file.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from blueprint.catalogue import DETECTORS
from blueprint.commands import add_files, documents, json_line
from blueprint.document import Document
from blueprint.friction import Diagnosis, Finding, diagnose
from blueprint.friction.base import Phrase
from blueprint.friction.reviews import said_of
from blueprint.friction.wording import sentence
from blueprint.text import line, quoted, say


def add(subparsers: Any) -> None:
    """Declares the command."""
    parser = subparsers.add_parser(
        "friction", help="say where the employee side hurts the customer side, and why"
    )
    parser.add_argument(
        "--format", choices=("text", "jsonl"), default="text", help="jsonl: one object a file"
    )
    parser.add_argument(
        "--only", type=_detectors, action="extend", metavar="ID,…", help="run these detectors only"
    )
    parser.add_argument(
        "--limit",
        type=_limit,
        action="append",
        default=[],
        metavar="DETECTOR.NAME=VALUE",
        help="set a limit for this run, above the file's own",
    )
    add_files(parser)


def run(args: argparse.Namespace) -> int:
    """What is found in each good file on standard output; 1 where a file is wrong."""
    limits: dict[str, dict[str, float]] = defaultdict(dict)
    for detector, name, value in args.limit:
        limits[detector][name] = value
    wrong = False
    for place, (file, document) in enumerate(documents(args.files, args.lang)):
        if document is None:
            wrong = True
            continue
        diagnosis = diagnose(document, only=args.only, limits=limits, language=args.lang)
        if args.format == "jsonl":
            data = {"file": file, "title": document.title} | diagnosis.as_data()
            print(json_line(data))
        else:
            if place:
                print()
            print("\n".join(_lines(document, diagnosis, args.lang or document.language)))
    return 1 if wrong else 0


def _lines(document: Document, diagnosis: Diagnosis, language: str) -> Iterator[str]:
    findings = diagnosis.findings
    title = line(document.title)
    yield say(
        language, "friction.heading" if findings else "friction.nothing", title=title, count=len(findings)
    )
    yield _flow(diagnosis.flow, language)
    names = {
        element.id: line(element.title)
        for kind in (document.steps, document.tools, document.actors, document.information)
        for element in kind
    }
    said = said_of(document, findings)
    for number, finding in enumerate(findings, start=1):
        yield ""
        kind = say(language, f"{finding.detector}.title")
        ground = say(language, f"friction.rests.{finding.rests_on}")
        review = said.of_finding.get(finding.fingerprint)
        decided = f" · {say(language, f'drawing.review.{review.status}')}" if review else ""
        yield f"{number:3}. {kind} · {finding.detector} · {ground}{decided}"
        if review and review.reason:
            yield f"     {say(language, 'drawing.review.reason', reason=line(review.reason, 2_000))}"
        yield f"     {line(finding.because, 2_000)}"
        if finding.touches:
            yield f"     {_touches(finding, names, language)}"
        if finding.customer_min is not None:
            minutes = {"customer": finding.customer_min, "employee": finding.employee_min}
            yield f"     {say(language, 'friction.price', **minutes)}"
        for fix in finding.fixes[:1]:
            yield f"     {say(language, 'friction.try', sentence=line(fix.sentence, 2_000))}"
    yield from _pairs(diagnosis, names, language)
    if findings:
        yield ""
        yield from _cost(diagnosis, language)
    if diagnosis.unknown:
        yield ""
        yield say(language, "friction.unknown")
        yield from _unknown(diagnosis, names, language)
    if diagnosis.notes:
        yield ""
        yield from diagnosis.notes


def _flow(flow: dict[str, Any], language: str) -> str:
    return say(
        language,
        "friction.flow",
        lead=flow["lead_min"],
        work=flow["customer_work_min"],
        wait=sum(flow["customer_wait_min"].values()),
        employee=flow["employee_work_min"],
    )


def _pairs(diagnosis: Diagnosis, names: dict[str, str], language: str) -> Iterator[str]:
    if diagnosis.pairs:
        yield ""
        yield say(language, "friction.pairs")
    for number, pair in enumerate(diagnosis.pairs, start=1):
        yield f"{number:3}. {line(pair.sentence, 2_000)}"
        if len(pair.path) > 1:
            path = " → ".join(quoted(language, names[step]) for step in pair.path)
            yield f"     {say(language, 'friction.path', path=path)}"


def _cost(diagnosis: Diagnosis, language: str) -> Iterator[str]:
    cost = diagnosis.cost.as_data()
    minutes = {"employee": cost["employee_min"], "customer": cost["customer_min"]}
    yield say(language, "friction.cost", **minutes)
    if month := cost["per_month"]:
        key = "friction.cost.month" if month["low"] == month["high"] else "friction.cost.range"
        hours = round(cost["customer_hours_per_month"])
        amounts = {name: round(amount) for name, amount in month.items()}
        yield say(language, key, **amounts, currency=line(cost["currency"]), hours=hours)
    if missing := cost["missing"]:
        fields = [say(language, f"field.{name}") for name in missing]
        yield say(language, "friction.cost.missing", fields=fields)


def _touches(finding: Finding, names: dict[str, str], language: str) -> str:
    truth = len(finding.moments_of_truth)
    steps = [names[step] for step in finding.touches]
    return sentence(
        language,
        Phrase("friction.touches.truth" if truth else "friction.touches", {"steps": steps, "truth": truth}),
    )


def _unknown(diagnosis: Diagnosis, names: dict[str, str], language: str) -> Iterator[str]:
    missing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unknown in diagnosis.unknown:
        missing[unknown.detector, unknown.field].append(names.get(unknown.id, unknown.id))
    for (detector, field), elements in missing.items():
        values = {"detector": detector, "field": field, "names": elements}
        yield f"  {sentence(language, Phrase('friction.unknown.line', values))}"


def _detectors(text: str) -> list[str]:
    asked = [name for name in text.split(",") if name]
    if strangers := [name for name in asked if name not in DETECTORS]:
        known = ", ".join(DETECTORS)
        raise argparse.ArgumentTypeError(f"no detector is called {', '.join(strangers)} (detectors: {known})")
    return asked


def _limit(text: str) -> tuple[str, str, float]:
    where, _, value = text.partition("=")
    detector, _, name = where.partition(".")
    if name not in DETECTORS.get(detector, {}):
        known = ", ".join(f"{one}.{limit}" for one, limits in DETECTORS.items() for limit in limits)
        raise argparse.ArgumentTypeError(f"no limit is called {where} (limits: {known})")
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise argparse.ArgumentTypeError(f"{where}: a limit is a number from 0 up, not {value or 'nothing'}")
    return detector, name, number
