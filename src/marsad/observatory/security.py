"""What stands between the network and the pages: who may ask, how much, under which name, and what a browser may do
with the answer."""

from __future__ import annotations

import hmac
import json
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import cookie_parser

from marsad.observatory.addresses import own_path
from marsad.observatory.problems import PROBLEM, Problem, problem
from marsad.observatory.settings import Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, and nothing that stands in a page itself, is ever run or applied."""
_HEADERS = (
    (b"content-security-policy", POLICY.encode()), (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"), (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)  # fmt: skip
_COOKIE = "marsad_token"
_CLIENTS = 10_000
"""Addresses whose requests are counted, the last ones."""
_LONGEST_PATH, _LONGEST_QUERY, _MOST_PARAMETERS = 2_000, 3_000, 100
"""Characters of a path and of a query as pages write them, and parameters: a page has a hundred links that repeat
them."""


def headers_of(scope: Scope) -> dict[str, str]:
    """The headers of a request by their names in lower case."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def cookies_of(headers: Mapping[str, str]) -> dict[str, str]:
    """The cookies of a request. Those that other servers of the same machine left there may look like anything."""
    return cookie_parser(headers.get("cookie", ""))


async def refuse(send: Send, found: Problem, extra: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """Answer with a problem."""
    body = json.dumps(found.body()).encode()
    headers = [(b"content-type", PROBLEM.encode()), (b"content-length", str(len(body)).encode()), *extra]
    await send({"type": "http.response.start", "status": found.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Headers:
    """Puts what a browser may do with an answer on each of them."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class Door:
    """Lets in who addresses the observatory by one of its names, with its token, seldom enough, with a small body."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app, self.settings, self.rates = app, settings, Rates(settings.rate, settings.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = headers_of(scope)
        if not self._is_named(headers.get("host", "")):
            await refuse(send, problem(403, "the observatory is not addressed by this name"))
        elif _is_long(scope):
            await refuse(send, problem(414, "the address is too long", "ask for less at once"))
        elif wait := self.rates.wait(scope):
            await refuse(send, problem(429, "too many requests at once"), [(b"retry-after", str(wait).encode())])
        elif not (found := self._token(scope, headers)):
            missing = problem(401, "the token is missing or wrong", "open the address that marsad serve printed")
            await refuse(send, missing, [(b"www-authenticate", b"Bearer")])
        elif found == "query" and scope["method"] in {"GET", "HEAD"}:
            await _remember(scope, send, self.settings.token or "")
        elif refused := self._body(headers):
            await refuse(send, refused)
        else:
            await self.app(scope, receive, send)

    def _is_named(self, host: str) -> bool:
        """A page elsewhere could else be given our address under its own name, and read us."""
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        return not self.settings.hosts or name.strip("[]") in self.settings.hosts

    def _token(self, scope: Scope, headers: dict[str, str]) -> str:
        """Where the right token was shown; empty if it was not."""
        if self.settings.token is None:
            return "none"
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        # The address comes first: it must not keep the token, or pages would have it in their links.
        shown = (
            ("query", dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")),
            ("header", bearer.strip() if kind.lower() == "bearer" else ""),
            ("cookie", cookies_of(headers).get(_COOKIE, "")),
        )  # fmt: skip
        expected = self.settings.token.encode()
        return next((where for where, value in shown if hmac.compare_digest(value.encode(), expected)), "")

    def _body(self, headers: dict[str, str]) -> Problem | None:
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdecimal():
            return problem(411, "the length of the body is not told")
        if len(length) > 18 or int(length) > self.settings.body_bytes:
            return problem(413, f"the body is longer than {self.settings.body_bytes:,} bytes", "send less at once")
        return None


def _is_long(scope: Scope) -> bool:
    query = scope["query_string"].decode("latin-1")
    if len(query) > _LONGEST_QUERY or query.count("&") >= _MOST_PARAMETERS:
        return True
    path = scope.get("raw_path") or scope["path"].encode()
    return len(path) > _LONGEST_PATH or len(urlencode(parse_qsl(query))) > _LONGEST_QUERY


async def _remember(scope: Scope, send: Send, token: str) -> None:
    """Keep the token in a cookie that scripts cannot read, and lead on to the address without it."""
    query = urlencode([(k, v) for k, v in parse_qsl(scope["query_string"].decode("latin-1")) if k != "token"])
    path = own_path(scope.get("raw_path", scope["path"].encode()).decode("latin-1"))
    target = f"{path}?{query}" if query else path
    cookie = f"{_COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict"
    headers = [(b"location", target.encode("latin-1")), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


class Rates:
    """How often each address asks: a bucket that `rate` requests a second fill, and that holds `burst`."""

    def __init__(self, rate: float, burst: int) -> None:
        self.rate, self.burst = rate, burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, scope: Scope) -> int:
        """The seconds that the address of a request has to wait; 0 if it need not."""
        client = (scope.get("client") or ("", 0))[0]
        now = time.monotonic()
        left, since = self._buckets.pop(client, (float(self.burst), now))
        left = min(float(self.burst), left + (now - since) * self.rate)
        allowed = left >= 1 or self.rate <= 0
        self._buckets[client] = (left - 1 if allowed else left, now)
        if len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, round((1 - left) / self.rate))
