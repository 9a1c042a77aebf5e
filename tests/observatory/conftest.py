"""What the tests of the observatory need: the samples in a store, and someone who asks for pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import marsad
from marsad.api import add
from marsad.observatory.app import create_app
from marsad.observatory.settings import Settings

SAMPLES = Path(marsad.__file__).parent / "samples"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles."""
    path = tmp_path_factory.mktemp("observatory") / "samples.db"
    for _ in add([SAMPLES], path):
        pass
    return path


def client_of(store: Path, **settings: object) -> TestClient:
    """Someone on this machine who asks an observatory over a store. Errors of ours are raised, not answered."""
    made = Settings(str(store), rate=0)._replace(**settings)  # type: ignore[arg-type]
    return TestClient(create_app(made), base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture(scope="session")
def client(samples: Path) -> Iterator[TestClient]:
    """Someone who asks the observatory over the samples."""
    with client_of(samples) as made:
        yield made
