"""The recipes of the documentation run on an export of the sample articles."""

import contextlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import marsad
from marsad.api import samples

PAGE = Path(__file__).parent.parent / "docs" / "how-to" / "use-the-export.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [code for name, code in _BLOCK.findall(PAGE.read_text(encoding="utf-8")) if name == language]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which `data` is an export of the samples."""
    place = tmp_path_factory.mktemp("recipes")
    assert set(marsad.add([samples()], place / "marsad.db")) == {"new"}
    marsad.export(place / "data", place / "marsad.db")
    with contextlib.chdir(place):
        yield place


def test_the_page_has_recipes_in_every_language() -> None:
    assert {name: len(blocks(name)) for name in ("sql", "python", "r")} == {"sql": 7, "python": 6, "r": 1}
    assert all(f"import {name}" in PAGE.read_text(encoding="utf-8") for name in ("pandas", "polars"))


@pytest.mark.parametrize("number", range(7))
def test_duckdb_recipes_run(folder: Path, number: int) -> None:
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(blocks("sql")[number]).fetchall()
    if number in {0, 1, 6}:  # dyads, statements, PLOVER: the samples have them whatever is linked
        assert found


def test_python_recipes_run(folder: Path) -> None:
    names: dict[str, Any] = {}
    for code in blocks("python"):
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown):
            exec(compile(code, str(PAGE), "exec"), names)
        assert shown.getvalue().strip()
    assert len(names["dyads"].collect()) > 5
    assert len(names["gdelt"]) > 50
    assert list(names["gdelt"])[-1] == "SOURCEURL"


def test_shell_examples_name_options_there_are() -> None:
    from typer.main import get_command

    from marsad.cli import app

    command = get_command(app).commands["export"]  # type: ignore[attr-defined]
    known = {name for parameter in command.params for name in parameter.opts}
    used = {word for block in blocks("sh") for word in block.split() if word.startswith("--")}
    assert used
    assert used <= known


def test_recipes_read_only_files_that_an_export_writes(folder: Path) -> None:
    files = set(re.findall(r"data/([\w.]+)", PAGE.read_text(encoding="utf-8")))
    assert files <= set(os.listdir(folder / "data"))
