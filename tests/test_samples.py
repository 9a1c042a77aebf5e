"""The samples in a store: every kind of link has something to show, and shows it right."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad.api import add, samples
from marsad.cli import main

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "store.db"
    list(add([samples()], path))
    return path


@pytest.fixture
def ask(filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """The rows that a command of the command line finds in the store."""
    monkeypatch.setenv("MARSAD_STORE", str(filled))

    def invoke(*arguments: str) -> list[dict[str, Any]]:
        monkeypatch.setattr(sys, "argv", ["marsad", *arguments, "-f", "jsonl"])
        with pytest.raises(SystemExit):
            main()
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return invoke


def test_two_stories_are_told_by_three_outlets_or_more_and_one_is_copied(ask: Ask) -> None:
    found = ask("stories")
    assert sum(story["outlets"] >= 3 for story in found) >= 2
    assert any(story["articles"] == 2 and story["tellings"] == 1 for story in found)


def test_tellings_differ_in_a_number(ask: Ask) -> None:
    assert any(row["differences"] for row in ask("timeline", "TUR", "EGY", "--limit", "0"))


def test_promises_of_visits_are_kept_put_off_and_open(ask: Ask) -> None:
    visits = {
        (row["actors"][0].rpartition("-")[2], row["term"]): row["outcome"]
        for row in ask("promises", "--actor", "TUR")
        if row["mode"] == "visit" and row["term"]
    }
    assert visits == {
        ("cavusoglu", "2023-03"): "kept", ("fidan", "2023-10"): "kept", ("erdogan", "2024-02-14"): "kept",
        ("sisi", "2024-04"): "postponed", ("sisi", "2024-09-04"): "kept",
    }  # fmt: skip
    assert [row["term"] for row in ask("promises", "--actor", "TUR", "--outcome", "open") if row["term"]] == ["2026"]


def test_one_saying_in_two_wordings_is_an_echo(ask: Ask) -> None:
    echoes = {row["speaker"] for row in ask("quotes", "--about", "تركيا") if row["echo"]}
    assert "person:abdel-fattah-el-sisi" in echoes


def test_the_joint_declaration_is_one_agreement(ask: Ask) -> None:
    found = [row for row in ask("agreements") if "إعلانا مشتركا" in row["subject"]]
    assert len(found) == 1
