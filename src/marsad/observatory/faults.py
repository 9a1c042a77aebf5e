"""Defects of ours: whoever asked is told that there is one, the log has where."""

from __future__ import annotations

import logging
from collections.abc import Callable

from fastapi import Request, Response

from marsad.observatory.security import App, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)


class Faults:
    """Answers in place of what failed, inside of all that is put on answers. `answer` makes a response of an error."""

    def __init__(self, app: App, answer: Callable[[Request, Exception], Response]) -> None:
        self.app, self.answer = app, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception as error:
            if scope["type"] != "http" or begun:
                raise
            _log.exception("%s %s", scope["method"], scope["path"])
            await self.answer(Request(scope, receive), error)(scope, receive, send)
