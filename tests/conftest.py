"""What several tests need: the lexicon, compiled once, and the shared material where it lies beside the repository."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import postgresql
import pytest

from marsad.lexicon.compile import compile_lexicon
from marsad.lexicon.lexicon import Lexicon
from marsad.store.store import Store

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped lexicon, compiled from its files."""
    return Lexicon(compile_lexicon())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the news corpus and the gold records; tests that need it are skipped without it."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no shared folder beside the repository")
    return folder


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that runs as long as the tests."""
    server = postgresql.Server()
    yield server.url
    server.close()


@pytest.fixture
def postgresql_database(postgresql_server: str) -> str:
    """The URL of an empty database."""
    return postgresql.database(postgresql_server)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: a file's name, or the URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return str(request.getfixturevalue("postgresql_database"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    with Store.open(url, create=True) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """What gives another place for a store at each call."""
    numbers = itertools.count(1)
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"store{next(numbers)}.db")
    server = str(request.getfixturevalue("postgresql_server"))
    return lambda: postgresql.database(server)
