"""`python -m blueprint compare AS_IS TO_BE`: what became of the friction, and what only changed sides."""

import argparse
from collections.abc import Iterator
from typing import Any

from blueprint.commands import add_language, documents, json_line
from blueprint.document import Document
from blueprint.friction import compare
from blueprint.text import line, say

KINDS = ("resolved", "worsened", "new", "kept")
FIGURES = ("lead_min", "customer_work_min", "employee_work_min")


def add(subparsers: Any) -> None:
    """Declares the command."""
    parser = subparsers.add_parser(
        "compare", help="say what is resolved, worse, new or only moved between two blueprints"
    )
    for name in ("as_is", "to_be"):
        about = "a blueprint (JSON), or a drawing of one (SVG); - is standard input"
        parser.add_argument(name, metavar=name.upper(), help=about)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json: one object")
    add_language(parser)


def run(args: argparse.Namespace) -> int:
    """The comparison on standard output; 1 where a file is wrong."""
    (_, as_is), (_, to_be) = documents([args.as_is, args.to_be], args.lang)
    if as_is is None or to_be is None:
        return 1
    compared = compare(as_is, to_be, language=args.lang)
    if args.format == "json":
        print(json_line(compared))
    else:
        print("\n".join(_lines(as_is, to_be, compared, args.lang or to_be.language)))
    return 0


def _lines(as_is: Document, to_be: Document, compared: dict[str, Any], language: str) -> Iterator[str]:
    yield say(language, "compare.heading", before=line(as_is.title), after=line(to_be.title))
    before, after = compared["flow"]["before"], compared["flow"]["after"]
    for name in FIGURES:
        yield _change(f"compare.figure.{name}", before[name], after[name], language)
    waited, waits = (sum(flow["customer_wait_min"].values()) for flow in (before, after))
    yield _change("compare.figure.customer_wait", waited, waits, language)
    actors = {actor.id: line(actor.title) for one in (as_is, to_be) for actor in one.actors}
    for actor in dict.fromkeys([*before["employee_min"], *after["employee_min"]]):
        minutes = {
            name: flow["employee_min"].get(actor, 0) for name, flow in (("before", before), ("after", after))
        }
        yield f"    {say(language, 'compare.change', name=actors[actor], **minutes)}"
    for kind in KINDS:
        yield from _section(
            f"compare.{kind}",
            [
                f"{say(language, one['detector'] + '.title')} · {line(one['because'], 2_000)}"
                for one in compared[kind]
            ],
            language,
        )
    yield from _section(
        "compare.moved", [line(one["sentence"], 2_000) for one in compared["moved"]], language
    )
    yield from _section("compare.steps", [_step(step, language) for step in compared["steps"]], language)


def _section(key: str, entries: list[str], language: str) -> Iterator[str]:
    yield ""
    yield f"{say(language, key)} ({len(entries)})"
    yield from (f"  {entry}" for entry in entries or [say(language, "compare.none")])


def _change(key: str, before: float, after: float, language: str) -> str:
    return f"  {say(language, 'compare.change', name=say(language, key), before=before, after=after)}"


def _step(step: dict[str, Any], language: str) -> str:
    change = say(language, f"compare.step.{step['change']}", fields=", ".join(step["fields"]))
    return f"{line(step['title'])} · {change}"
