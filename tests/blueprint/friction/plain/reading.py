"""The friction catalogue read word by word: for each detector what it is to find on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.blueprint.friction.plain import cases, choices, knowing, paths, tools, trust
from tests.blueprint.friction.plain.words import Seen, Sheet

READINGS: dict[str, Callable[[Sheet], Iterator[Seen]]] = {
    "re-entry": knowing.re_entry,
    "customer-repeats": knowing.customer_repeats,
    "information-gap": knowing.information_gap,
    "stale-knowledge": knowing.stale_knowledge,
    "feedback-latency": knowing.feedback_latency,
    "tool-hops": tools.tool_hops,
    "tool-latency": tools.tool_latency,
    "access-gap": tools.access_gap,
    "search-time": tools.search_time,
    "autonomy-gap": trust.autonomy_gap,
    "ambiguous-standard": trust.ambiguous_standard,
    "misaligned-objective": trust.misaligned_objective,
    "mirror-dip": trust.mirror_dip,
    "no-recovery": trust.no_recovery,
    "unsupported-moment": trust.unsupported_moment,
    "single-point": trust.single_point,
    "approval-stacking": paths.approval_stacking,
    "orphan-work": paths.orphan_work,
    "rework-loop": paths.rework_loop,
    "ping-pong": paths.ping_pong,
    "channel-maze": choices.channel_maze,
    "entry-mirror": choices.entry_mirror,
    "bottleneck": cases.bottleneck,
    "invisible-wait": cases.invisible_wait,
}
APART = {"handoff-chain"}  # of several paths with most changes any may be shown: `paths.handoff_chains`
