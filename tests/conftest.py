"""What several tests need: the lexicon, compiled once, and the shared material where it lies beside the repository."""

from pathlib import Path

import pytest

from marsad.lexicon.compile import compile_lexicon
from marsad.lexicon.lexicon import Lexicon

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
