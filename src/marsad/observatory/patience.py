"""How long a client may take to send what it asks for: one that never ends would hold its place for ever."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0
"""A request has to be there after one such time, or two at most."""


class Impatient(H11Protocol):
    """HTTP/1.1 that closes connections on which a request was begun, or none, since it last looked."""

    _unsent: tuple[Any, Any] | None = None
    _next: asyncio.TimerHandle

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there."""
        super().connection_made(transport)
        self._next = self.loop.call_later(SECONDS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """A client is gone."""
        self._next.cancel()
        super().connection_lost(exc)

    def _look(self) -> None:
        state = self.conn.their_state
        unsent = (self.cycle, state) if state in {h11.IDLE, h11.SEND_BODY} else None
        if unsent and unsent == self._unsent:
            self.transport.close()
        else:
            self._unsent = unsent
            self._next = self.loop.call_later(SECONDS, self._look)
