"""The observatory as a server, in one process or several."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from marsad.errors import MarsadError
from marsad.observatory.app import create_app
from marsad.observatory.patience import Impatient
from marsad.observatory.settings import Settings

_HANDED = "MARSAD_OBSERVATORY"
"""The variable by which processes are told their settings."""


class Address:
    """Where a server listens."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port

    def url(self, token: str | None = None) -> str:
        """What one types into a browser."""
        host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(self.host, self.host)
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self.port}/" + (f"?token={token}" if token else "")


def serve(settings: Settings, address: Address, workers: int, started: Callable[[], None]) -> None:
    """Serve until the process is told to end. `started` is called when all is ready to start. Raises `StoreError` for a
    store that cannot be opened, `MarsadError` where the port is taken."""
    create_app(settings).state.store.close()  # what is wrong with the store is told here, once
    listening = _listening(address)
    started()
    os.environ[_HANDED] = json.dumps(settings._asdict())
    config = uvicorn.Config(
        "marsad.observatory.serving:app", factory=True, workers=workers, log_level="warning", server_header=False,
        timeout_keep_alive=30, limit_concurrency=500, h11_max_incomplete_event_size=65_536, http=Impatient,
    )  # fmt: skip
    with listening, contextlib.suppress(KeyboardInterrupt):
        if workers > 1:
            Multiprocess(config, sockets=[listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])


def app() -> FastAPI:
    """The application with the settings that `serve` handed on."""
    told = json.loads(os.environ[_HANDED])
    return create_app(Settings(**{**told, "hosts": tuple(told["hosts"])}))


def _listening(address: Address) -> socket.socket:
    """A socket that is bound, and known to be TCP: asyncio looks at that before it sends small answers at once."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address.host, address.port))
    except OSError as error:
        listening.close()
        raise MarsadError(
            f"{address.host}:{address.port}: cannot be listened on ({error.strerror}); "
            "end what listens there, or name another with --port"
        ) from error
    listening.set_inheritable(True)
    return listening
