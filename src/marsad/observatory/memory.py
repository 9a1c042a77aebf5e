"""What was worked out of the present state of the store, kept for those who need it again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
_MOST, _OF_A_KIND = 256, 48
"""Values that are kept, and those of one kind: what an actor did in each of many periods is much."""


class Memory:
    """Values by their keys, of which the first part is the kind; those that were asked for last. A change of the store,
    as `revision` tells it, ends all."""

    def __init__(self, revision: Callable[[], str], most: int = _MOST) -> None:
        self.revision, self.most, self._lock = revision, most, threading.Lock()
        self._kept: OrderedDict[tuple[Hashable, ...], tuple[str, Any]] = OrderedDict()

    def of(self, key: tuple[Hashable, ...], make: Callable[[], Value]) -> Value:
        """The value of a key: as it was made, if that was since the store changed last, else made now."""
        now = self.revision()
        with self._lock:
            then, value = self._kept.get(key, ("", None))
            if then == now:
                self._kept.move_to_end(key)
                return cast(Value, value)
        made = make()
        with self._lock:
            self._kept[key] = now, made
            self._kept.move_to_end(key)
            self._forget(key[0])
        return made

    def _forget(self, kind: Hashable) -> None:
        """Let go of what was asked for longest ago, where there is too much."""
        alike = [key for key in self._kept if key[0] == kind]
        for key in alike[: max(0, len(alike) - _OF_A_KIND)]:
            del self._kept[key]
        while len(self._kept) > self.most:
            self._kept.popitem(last=False)
