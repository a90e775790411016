"""A small store of what was worked out: the least recently used goes; of several who ask one works."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Memo(Generic[V]):
    """Process-local. The key of a value has to name the state it was worked out from; then nothing is ever
    stale.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._working: dict[Hashable, Lock] = {}
        self._guard = Lock()

    def get(self, key: Hashable, work: Callable[[], V]) -> V:
        """The value kept under `key`, else that of `work`, which runs once however many ask meanwhile."""
        with self._guard:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            turn = self._working.setdefault(key, Lock())
        with turn:
            with self._guard:
                if key in self._values:
                    return self._values[key]
            try:
                value = work()
                self.keep(key, value)
            finally:
                with self._guard:
                    self._working.pop(key, None)
            return value

    def peek(self, key: Hashable) -> V | None:
        with self._guard:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def keep(self, key: Hashable, value: V) -> None:
        with self._guard:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self.size:
                self._values.popitem(last=False)

    def clear(self) -> None:
        with self._guard:
            self._values.clear()
