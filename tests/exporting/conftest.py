"""Stores to export."""

from pathlib import Path

import pytest
from exportstore import fill

from marsad.exporting.export import export_store
from marsad.exporting.selection import Selection
from marsad.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one of everything."""
    return fill(store)


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export of everything, its tables as CSV."""
    folder = tmp_path_factory.mktemp("export")
    with Store.open(folder / "store.db", create=True) as store:
        export_store(fill(store), folder / "out", "csv", Selection())
    return folder / "out"
