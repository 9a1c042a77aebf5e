"""Measures are those of the records, not of the database nor of the order in which they came: a store in SQLite and one
in PostgreSQL answer alike."""

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import postgresql
import pytest
from newswire import MEETING, Wire, write_jsonl

from marsad.api import add, import_events, samples
from marsad.cli import main
from marsad.output.briefs.document import document
from marsad.output.briefs.formats import markdown
from marsad.output.briefs.report import pair_document, store_document
from marsad.relations.brief import brief
from marsad.relations.overview import overview, voices
from marsad.store.store import Store

START = date(2018, 1, 1)
DAYS = 70
LINES = [
    # Every how many days, from which day on, who does what to whom: camps, a break on the fortieth day, pressure.
    (1, 0, "Vladimir_Putin", "Make_a_visit", "Turkey"),
    (1, 0, "Turkey", "Host_a_visit", "Vladimir_Putin"),
    (1, 0, "Turkey", "Consult", "Foreign_Affairs_(Russia)"),
    (1, 0, "Foreign_Affairs_(Russia)", "Consult", "Turkey"),
    (3, 0, "Citizen_(Turkey)", "Criticize_or_denounce", "Russia"),
    *[(1, 40, "Turkey", "Accuse", f"{who}_(Russia)") for who in ("Police", "Citizen", "Government", "Military")],
    (2, 1, "United_States", "Threaten", "Turkey"),
    (2, 0, "Iran", "Provide_aid", "Turkey"),
    (2, 0, "Russia", "Sign_formal_agreement", "Iran"),
    (3, 0, "United_States", "Consult", "France"),
    (4, 0, "France", "Accuse", "Iran"),
    (4, 1, "France", "Consult", "Israel"),
    (3, 1, "Israel", "Consult", "United_States"),
    (3, 2, "Israel", "Threaten", "Iran"),
]
Answers = Callable[..., list[str]]


WIRE = Wire("arabic.rt.com/world/1", "2024-05-14", "2024-05-14T09:00:00Z", "لقاء في موسكو", MEETING)
"""An article whose outlet is known."""


def filled(url: str, folder: Path, lines: list[str]) -> str:
    """A store of our own articles and of others' events, in the order of the lines."""
    list(add([samples(), write_jsonl(folder / "wire.jsonl", (WIRE,))], url))
    (folder / "events.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert sum(entered.new for entered in import_events("icews", [folder / "events.tsv"], url)) > 400
    return url


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory, postgresql_server: str) -> list[str]:
    folder = tmp_path_factory.mktemp("stores")
    lines = [
        "\t".join((*event, (START + timedelta(days=day)).isoformat()))
        for every, first, *event in LINES
        for day in range(first, DAYS, every)
    ]
    server = postgresql.database(postgresql_server)
    return [filled(str(folder / "store.db"), folder, lines), filled(server, folder, lines[::-1])]


@pytest.fixture
def answers(urls: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answers:
    """What a command writes of each store."""

    def asked(url: str, *arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["marsad", *arguments, "--store", url])
        with pytest.raises(SystemExit) as exit_:
            main()
        out, told = capsys.readouterr()
        assert not exit_.value.code, told
        return out

    return lambda *arguments: [asked(url, *arguments) for url in urls]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("relation RUS TUR", lambda found: found[0]["breaks"] and found[0]["ties"]),
        ("relation RUS CHN", lambda found: found[0]["outlets"] and found[0]["promises"]),
        ("pairs --by week", lambda found: len(found) > 50),
        ("network --at 2018-03-11", lambda found: found[0]["blocs"]),
        ("pressure --on TUR --by USA --and RUS --source icews", lambda found: found[0]["effect"] is not None),
        ("forecast RUS TUR --source icews --horizon 2w", lambda found: found[0]["best"]),
    ],
)  # fmt: skip
def test_measures_are_the_same_on_both(answers: Answers, arguments: str, says: Callable[[Any], Any]) -> None:
    sqlite, server = answers(*arguments.split(), "-f", "json")
    assert sqlite == server
    assert says(json.loads(sqlite)), "there is something to tell"


def test_reports_are_the_same_on_both(urls: list[str]) -> None:
    pages = []
    for url in urls:
        with Store.open(url) as store:
            pages.append(markdown(store_document(overview(store), "en")))
            pages.append(markdown(pair_document(voices(store, "RUS", "CHN"), "ar")))
    assert pages[:2] == pages[2:]
    assert "China – Russia" in pages[0]


def test_briefs_are_the_same_on_both(urls: list[str]) -> None:
    pages = []
    for url in urls:
        with Store.open(url) as store:
            pages.append(markdown(document(brief(store, "RUS", "CHN"), "en")))
    assert pages[0] == pages[1]
    assert "Lavrov" in pages[0]
