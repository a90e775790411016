"""A state while ops are applied to it, with the ops as they really happened and what takes them back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from blueprint.changes.errors import Dropped, Op
from blueprint.errors import Problem
from blueprint.records import OWN_NAMES, RECORDS, Record, State


@dataclass
class Draft:
    """A state being changed: tables are copied when first written, and what is done is noted."""

    before: State
    tables: dict[str, Mapping[str, Record]] = field(init=False)
    copied: dict[str, dict[str, Record]] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)
    inverse: list[Op] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    last: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # (type, parent) -> last key among siblings
    sources: set[str] = field(default_factory=set)  # steps whose links' shares are to be checked
    moved: set[str] = field(default_factory=set)  # steps that may stand in another column now
    columns_changed: bool = False

    def __post_init__(self) -> None:
        self.tables = dict(self.before)

    def get(self, kind: str, id: str) -> Record | None:
        return self.tables[kind].get(id)

    def put(self, kind: str, record: Record) -> None:
        self._table(kind)[record["id"]] = record
        self.ops.append({"op": "put", "type": kind, "record": record})
        self.inverse.append({"op": "remove", "type": kind, "id": record["id"]})

    def set(self, kind: str, id: str, name: str, **value: Any) -> None:
        """Sets a field to `value`, or takes it away where no value is given."""
        old = self.tables[kind][id]
        op = {"op": "set", "type": kind, "id": id, "field": name}
        self.ops.append(op | value)
        self.inverse.append(op | ({"value": old[name]} if name in old else {}))
        rest = {key: kept for key, kept in old.items() if key != name} if not value else old
        self._table(kind)[id] = rest | ({name: value["value"]} if value else {})

    def remove(self, kind: str, id: str) -> None:
        record = self._table(kind).pop(id)
        self.ops.append({"op": "remove", "type": kind, "id": id})
        self.inverse.append({"op": "put", "type": kind, "record": record})
        self.last.clear()

    def drop(self, op: Op, where: str, code: str, **values: Any) -> None:
        self.dropped.append(Dropped(op, Problem(where, code, values)))

    def has(self, kinds: Sequence[str], id: str) -> bool:
        return any(id in self.tables[kind] for kind in kinds)

    def taken(self, kind: str, id: str) -> bool:
        """Whether an id is in use among the types that share names with this one."""
        if kind in OWN_NAMES:
            return id in self.tables[kind]
        return self.has([name for name in RECORDS if name not in OWN_NAMES], id)

    def _table(self, kind: str) -> dict[str, Record]:
        if kind not in self.copied:
            self.copied[kind] = dict(self.tables[kind])
            self.tables[kind] = self.copied[kind]
        return self.copied[kind]
