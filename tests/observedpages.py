"""Someone who asks an observatory for its pages, without a browser."""

import time
from multiprocessing.connection import Connection
from pathlib import Path

from fastapi.testclient import TestClient

from marsad.observatory.app import create_app
from marsad.observatory.settings import Settings


def client_of(store: Path, **settings: object) -> TestClient:
    """Someone on this machine who asks an observatory over a store, as often as he likes."""
    made = Settings(str(store), rate=0, warm=False)._replace(**settings)  # type: ignore[arg-type]
    return TestClient(create_app(made), base_url="http://127.0.0.1", follow_redirects=False)


def never(pipe: Connection) -> None:
    """A reader that gives no answer."""
    pipe.recv()
    time.sleep(60)
