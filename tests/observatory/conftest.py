"""What the tests of the observatory need: the samples in a store, and someone who asks for pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import askedstore
import pytest
from browsing import chromium, chromium_path, observatory
from fastapi.testclient import TestClient
from observedpages import client_of
from observedstates import import_states
from visiting import Visit

import marsad
from marsad.api import add
from marsad.store.store import Store

SAMPLES = Path(marsad.__file__).parent / "samples"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles."""
    path = tmp_path_factory.mktemp("observatory") / "samples.db"
    for _ in add([SAMPLES], path):
        pass
    return path


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator[TestClient]:
    """Someone who asks the observatory over the samples."""
    with client_of(samples) as made:
        yield made


@pytest.fixture(autouse=True)
def _forgotten(request: pytest.FixtureRequest) -> None:
    """The language that one test chose is not that of the next."""
    for name in {"client", "linked", "states"} & set(request.fixturenames):
        request.getfixturevalue(name).cookies.clear()


@pytest.fixture(scope="session")
def linked_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store with links of every kind (`askedstore`)."""
    path = tmp_path_factory.mktemp("observatory") / "linked.db"
    with Store.open(path, create=True) as store:
        askedstore.fill(store)
    return path


@pytest.fixture(scope="session")
def linked(linked_store: Path) -> Iterator[TestClient]:
    """Someone who asks the observatory over that store."""
    with client_of(linked_store) as made:
        yield made


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Someone who asks the observatory over a small system of states, imported, without an article."""
    folder = tmp_path_factory.mktemp("states")
    import_states(folder / "states.db", folder)
    with client_of(folder / "states.db") as made:
        yield made


@pytest.fixture(scope="session")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Someone who asks the observatory over an empty store."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store.open(path, create=True).close()
    with client_of(path) as made:
        yield made


@pytest.fixture(scope="session")
def address(samples: Path) -> Iterator[str]:
    """Where an observatory over the samples runs as a process of its own."""
    with observatory(samples, "--workers", "1") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium; tests that need one are skipped without it."""
    if chromium_path() is None:
        pytest.skip("Chromium is not installed")
    with chromium() as found:
        yield found


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Visit]:
    """A new visitor, whose browser has nothing to complain of in the end."""
    made = Visit(browser, address, viewport={"width": 1280, "height": 900})
    yield made
    made.context.close()
    assert not made.complaints
