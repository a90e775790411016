"""The names of all detectors and the limits that a blueprint may set for each, with their defaults.

This is part of the document format: a file may set a limit of a detector before that detector is built, so
the table stands here and not with the detectors. Units are in the names (`_s`, `_min`, `_days`); the limit of
`bottleneck` is a share of capacity.
"""

DETECTORS: dict[str, dict[str, float]] = {
    "re-entry": {},
    "customer-repeats": {},
    "approval-stacking": {},
    "autonomy-gap": {},
    "tool-hops": {"tools_per_episode": 4, "tools_per_moment": 3},
    "tool-latency": {"limit_s": 10},
    "access-gap": {},
    "information-gap": {},
    "search-time": {"limit_min": 2},
    "stale-knowledge": {"limit_days": 180},
    "ambiguous-standard": {},
    "no-recovery": {},
    "unsupported-moment": {},
    "orphan-work": {},
    "ping-pong": {},
    "handoff-chain": {"limit": 4},
    "rework-loop": {},
    "invisible-wait": {"limit_min": 10},
    "channel-maze": {},
    "entry-mirror": {},
    "misaligned-objective": {},
    "feedback-latency": {"limit_days": 7},
    "mirror-dip": {},
    "bottleneck": {"limit": 0.85},
    "single-point": {},
}
