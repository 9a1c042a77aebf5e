"""The observatory as a server, in one process or several."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from marsad.errors import MarsadError
from marsad.observatory.app import create_app
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
    _check(address)
    started()
    os.environ[_HANDED] = json.dumps(settings._asdict())
    uvicorn.run(
        "marsad.observatory.serving:app", factory=True, host=address.host, port=address.port, workers=workers,
        log_level="warning", server_header=False, timeout_keep_alive=30, limit_concurrency=500,
        h11_max_incomplete_event_size=65_536,
    )  # fmt: skip


def app() -> FastAPI:
    """The application with the settings that `serve` handed on."""
    told = json.loads(os.environ[_HANDED])
    return create_app(Settings(**{**told, "hosts": tuple(told["hosts"])}))


def _check(address: Address) -> None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address.host, address.port))
        except OSError as error:
            raise MarsadError(
                f"{address.host}:{address.port}: cannot be listened on ({error.strerror}); "
                "end what listens there, or name another with --port"
            ) from error
