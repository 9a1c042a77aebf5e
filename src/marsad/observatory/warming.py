"""What takes longest is worked out before somebody asks for it: at the start, and whenever the store has changed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from marsad.errors import MarsadError
from marsad.observatory.asking import Asked
from marsad.observatory.pages import home, network, outlets, pair, relations
from marsad.observatory.parts.filters import choices
from marsad.observatory.templating import page

EVERY = 5.0
"""Seconds between looks at whether the store has changed."""
PAIRS = 20
"""Relations that are measured beforehand, those of most acts."""
_log = logging.getLogger(__name__)


def warm(asked: Asked) -> None:
    """Make the pages that measure the whole store, and those of the pairs that people will ask for first."""
    for make in (home.home, network.network, outlets.outlets):
        page(make(asked), asked)
    found = relations.relations(asked)
    page(found, asked)
    for row in found.data.pairs[:PAIRS]:
        page(pair.pair(asked, row.a, row.b, choices({})), asked)


class Warmer:
    """Calls `warm` in a thread of its own, once and after each change of the store, as long as it is not closed."""

    def __init__(self, asked: Asked, warm: Callable[[Asked], None] = warm, every: float = EVERY) -> None:
        self.asked, self.warm, self.every = asked, warm, every
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="warming", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it, when what it works out is there."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        done = ""
        while True:
            try:
                now = self.asked.store.revision()
                if now != done:
                    self.warm(self.asked)
                    done = now
            except MarsadError as error:  # an empty store, or one that is being replaced: who asks is told
                _log.info("not worked out beforehand: %s", error)
                done = now
            if self._ended.wait(self.every):
                return
