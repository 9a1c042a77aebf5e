"""The notebook of the documentation runs as it stands, and says what it shows."""

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parent.parent / "docs" / "finding.ipynb"


def printed(cell: Any) -> str:
    """What a cell writes, and the kinds of what it shows."""
    outputs = cell.get("outputs", [])
    return "".join(o["text"] if o["output_type"] == "stream" else "/".join(sorted(o.get("data", {}))) for o in outputs)


def test_the_notebook_says_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = str(Path(__file__).parent.parent / "src")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([source, os.environ.get("PYTHONPATH", "")]))
    shown = nbformat.read(NOTEBOOK, as_version=4)
    run = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(run, timeout=120, kernel_name="python3").execute()
    for before, after in zip(shown.cells, run.cells, strict=True):
        assert printed(after) == printed(before), before["source"]
    assert any("image/svg+xml" in printed(cell) for cell in run.cells)
