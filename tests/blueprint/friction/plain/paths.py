"""Friction in the way work goes: approvals in a row, to and fro, many hands, back again, to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from tests.blueprint.friction.plain.words import Seen, Sheet, by_key

Path = tuple[str, ...]


def approval_stacking(sheet: Sheet) -> Iterator[Seen]:
    approvals = {step for step in sheet.employees if sheet.steps[step].kind == "approval"}
    clusters = {frozenset([step]) for step in approvals}
    for one in approvals:
        for two in approvals & sheet.work_after[one]:
            joined = {cluster for cluster in clusters if cluster & {one, two}}
            clusters = clusters - joined | {frozenset().union(*joined)}
    for cluster in clusters:
        if len(cluster) > 1:
            yield Seen(cluster)


def orphan_work(sheet: Sheet) -> Iterator[Seen]:
    for group in sheet.orphans:
        yield Seen(group)


def rework_loop(sheet: Sheet) -> Iterator[Seen]:
    for link in sheet.rework:
        if link.share is None or link.share > 0:
            yield Seen(body(sheet, link.source, link.target), (link.id,))


def body(sheet: Sheet, source: str, target: str) -> set[str]:
    """Both ends of a rework link, and every step on a path from where it leads to where it begins."""
    between = {step for step in sheet.after[target] if source in sheet.after[step]}
    return {source, target} | between


def ping_pong(sheet: Sheet) -> Iterator[Seen]:
    steps = by_key(
        (frozenset(sheet.actor(run[0]) or "" for run in runs), step)
        for path in work_paths(sheet, sheet.employees)
        for runs in _to_and_fro(sheet, path)
        for run in runs
        for step in run
    )
    for pair, members in steps.items():
        yield Seen(members, tuple(pair))


def _to_and_fro(sheet: Sheet, path: Path) -> Iterator[list[Path]]:
    """The runs of a path in which two actors go A, B, A, B, or A, B, A where B adds nothing."""
    runs = [tuple(run) for _, run in groupby(path, key=sheet.actor)]
    who = [sheet.actor(run[0]) for run in runs]
    for at in range(len(runs) - 2):
        if None in who[at : at + 3] or who[at] != who[at + 2]:
            continue
        if not any(_adds(sheet, step) for step in runs[at + 1]):
            yield runs[at : at + 3]
        if who[at + 1] in who[at + 3 : at + 4]:
            yield runs[at : at + 4]


def _adds(sheet: Sheet, step: str) -> bool:
    """Whether it types, approves, decides or is automatic."""
    kinds = ("approval", "decision", "automatic")
    return bool(sheet.exchanges(step, "types")) or sheet.steps[step].kind in kinds


def handoff_chains(sheet: Sheet) -> dict[str, set[Path]]:
    """Customer step -> the paths behind it with most changes of actor, where these are 4 or more: one of them
    is the finding. The rows of the catalogue do not say which of several."""
    chains = {}
    for customer in sheet.customers:
        paths = list(work_paths(sheet, sheet.behind[customer]))
        most = max((_changes(sheet, path) for path in paths), default=0)
        if most >= 4:
            parts = {part for path in paths for part in _parts(path)}
            chains[customer] = {sheet.in_order(part) for part in parts if _changes(sheet, part) == most}
    return chains


def _changes(sheet: Sheet, path: Path) -> int:
    """How often the actor changes along the path; unknown actors are skipped."""
    actors = [actor for step in path if (actor := sheet.actor(step)) is not None]
    return sum(one != two for one, two in pairwise(actors))


def _parts(path: Path) -> Iterator[Path]:
    for start in range(len(path)):
        for end in range(start + 1, len(path) + 1):
            yield path[start:end]


def work_paths(sheet: Sheet, among: Iterable[str]) -> Iterator[Path]:
    """The paths of these employee-side steps that cannot be made longer; every other is a part of one.

    An exchange counts as its members in document order.
    """
    units = {sheet.work_unit[step] for step in among}
    onward = {
        unit: {
            sheet.work_unit[step] for member in unit for step in sheet.next[member] & sheet.employees
        } & units - {unit}
        for unit in units
    }  # fmt: skip
    for start in units - set().union(*onward.values()):
        yield from _onward(onward, start)


def _onward(onward: dict[Path, set[Path]], unit: Path) -> Iterator[Path]:
    if not onward[unit]:
        yield unit
    for following in onward[unit]:
        for rest in _onward(onward, following):
            yield unit + rest
