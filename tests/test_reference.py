"""The reference pages say what the code says, of every command and every field."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from marsad.records import RECORDS

REPOSITORY = Path(__file__).parent.parent


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script that writes the reference pages."""
    return script("reference")


def test_reference_pages_are_fresh(reference: ModuleType) -> None:
    assert reference.stale() == [], "run: make reference"


def test_reference_explains_every_command(reference: ModuleType) -> None:
    commands = list(reference.commands())
    bare = [c.name for c in commands if not c.help]
    bare += [f"{c.name} {p.notation}" for c in commands for p in c.parameters if not p.meaning]
    assert not bare


def test_reference_explains_every_field(reference: ModuleType) -> None:
    fields = {(record.__name__, name) for record in RECORDS for name, _ in reference.fields(record)}
    assert set(reference.meanings()) == fields
    assert all(reference.meanings().values())


def test_reference_explains_every_record() -> None:
    assert all(record.__doc__ and "(" not in record.__doc__[: len(record.__name__) + 1] for record in RECORDS)


def test_documentation_names_only_commands_there_are(reference: ModuleType) -> None:
    known = {c.name.split()[1] for c in reference.commands() if " " in c.name}
    for page in [*(REPOSITORY / "docs").rglob("*.md"), REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md"]:
        for line in page.read_text(encoding="utf-8").splitlines():
            found = re.match(r"^(?:\$ )?(?:\.venv/bin/)?marsad ([a-z]+)\b", line.strip())
            assert not found or found[1] in known, f"{page.name}: {line}"


def test_tutorial_shows_what_its_commands_print() -> None:
    tutorial = script("tutorial")
    page = tutorial.PAGE.read_text(encoding="utf-8")
    assert tutorial.same(tutorial.fresh(page), page), "run: make reference"
