"""`marsad serve`: the observatory in the browser."""

from __future__ import annotations

import math
import os
import re
import secrets
import sys
from typing import Annotated

import typer

from marsad.cli.options import Language, LanguageOption, StoreOption
from marsad.errors import MissingDependencyError

_MOST_WORKERS = 4
_TOKEN = re.compile("[A-Za-z0-9._~-]{8,200}")
"""What stands in addresses and cookies as it is."""


def serve(
    store: StoreOption = "marsad.db",
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Where to listen; others than this machine need the token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="PORT", help="The port.")] = 8400,
    token: Annotated[
        str | None,
        typer.Option(envvar="MARSAD_TOKEN", metavar="TOKEN", help="What others must show; made up if --host is given."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, max=64, metavar="N", help="Processes that answer; 0: one a core, four at most.")
    ] = 0,
    rate: Annotated[
        float, typer.Option(min=0, metavar="N", help="Requests a second of one address, in the long run; 0: any.")
    ] = 50,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    lang: LanguageOption = Language.en,
) -> None:
    """Open the observatory: the store as pages in the browser, and as an HTTP API.

    It listens to this machine alone. With --host others reach it too, who must show a token; the address that is
    printed has it. --lang is for browsers that ask for neither English nor Arabic.
    """
    try:
        from marsad.observatory.serving import Address, serve
        from marsad.observatory.settings import LOOPBACK, Settings
    except ImportError:
        raise MissingDependencyError("fastapi", "web") from None

    _check(host, token, rate)
    local = host in LOOPBACK
    shown = token or (None if local else secrets.token_urlsafe(24))
    settings = Settings(store, lang.value, shown, LOOPBACK if local else (), rate, max(int(rate * 4), 1))
    address = Address(host, port)

    def started() -> None:
        print(f"marsad: the observatory is at {address.url(shown)} (Ctrl-C ends it)", file=sys.stderr, flush=True)
        if open_browser:
            import threading
            import webbrowser

            threading.Timer(1.5, webbrowser.open, [address.url(shown)]).start()

    serve(settings, address, workers or min(os.cpu_count() or 1, _MOST_WORKERS), started)


def _check(host: str, token: str | None, rate: float) -> None:
    """Raises `typer.BadParameter` for what would be no host, no token, no rate."""
    if not host.strip():
        raise typer.BadParameter("no host; 0.0.0.0 is all of this machine's addresses", param_hint="--host")
    if token and not _TOKEN.fullmatch(token):
        raise typer.BadParameter("8 to 200 of the characters A-Z a-z 0-9 . _ ~ - make a token", param_hint="--token")
    if not math.isfinite(rate):
        raise typer.BadParameter("a number of requests a second; 0 for any", param_hint="--rate")
