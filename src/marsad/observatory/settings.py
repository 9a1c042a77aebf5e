"""What an observatory is started with."""

from __future__ import annotations

from typing import NamedTuple

from marsad.output.labels import Lang

PORT = 8400
"""Where it listens unless told otherwise."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names under which only this machine reaches it."""


class Settings(NamedTuple):
    """`store` is a file or a PostgreSQL URL. `token` is what others must show (None: nothing is asked for), `hosts` the
    names under which it may be addressed (none: any). `rate` and `burst` are requests a second of one address, in the
    long run and at once; `body_bytes` what may be sent; `read_seconds` and `query_seconds` how long reading a text and
    asking the store may take. `cache_bytes` is how much of what was answered is kept for those who ask again. With
    `warm` what takes longest is worked out before somebody asks.
    """

    store: str
    lang: Lang = "en"
    token: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    rate: float = 50.0
    burst: int = 200
    body_bytes: int = 700_000
    read_seconds: float = 20.0
    query_seconds: float = 20.0
    cache_bytes: int = 64 * 2**20
    warm: bool = True
