"""What was worked out of the present state of the store, kept for those who need it again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
_MOST = 256


class Memory:
    """Values by their keys, those that were asked for last. A change of the store, as `revision` tells it, ends all."""

    def __init__(self, revision: Callable[[], str], most: int = _MOST) -> None:
        self.revision, self.most, self._lock = revision, most, threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], Value]) -> Value:
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
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return made
