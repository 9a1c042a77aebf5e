"""`marsad network` on a store with two camps of four, in other words and on other days each."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from marsad.api import import_events
from marsad.cli import main
from marsad.errors import QueryError
from marsad.relations.network import changes, network, networks
from marsad.store.store import Store

WEST, EAST = ("United States", "United Kingdom", "France", "Israel"), ("Russia", "Iran", "Syria", "China")
CODES = {"USA", "GBR", "FRA", "ISR"}, {"RUS", "IRN", "SYR", "CHN"}
Run = Callable[..., tuple[int, str, str]]


def lines() -> list[str]:
    """Six acts of each two, in September; in October China is friends with the West and hostile to the East."""
    found = []
    for month, east, west in (("09", EAST, WEST), ("10", EAST[:3], (*WEST, "China"))):
        for one, other in combinations((*east, *west), 2):
            friends = (one in east) == (other in east)
            what = "Express_intent_to_cooperate" if friends else "Threaten_with_military_force"
            for n in range(8):
                a, b = (one, other) if n % 2 else (other, one)
                found.append(f"{a.replace(' ', '_')}\t{what}\t{b.replace(' ', '_')}\t2018-{month}-{3 * n + 2:02d}")
    found += [f"{name}\tConsult\tTurkey\t2018-10-20" for name in ("Russia", "France") for _ in range(5)]
    return found


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("camps")
    (folder / "events.tsv").write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
    list(import_events("icews", [folder / "events.tsv"], folder / "s.db"))
    return folder / "s.db"


@pytest.fixture
def run(camps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def invoke(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["marsad", "network", "--store", str(camps), *arguments])
        with pytest.raises(SystemExit) as exit_:
            main()
        out, told = capsys.readouterr()
        return int(exit_.value.code or 0), out, told

    return invoke


def test_network_of_a_store(camps: Path) -> None:
    with Store.open(camps) as store:
        found = network(store, at="2018-09-30")
        assert {frozenset(member.state for member in bloc.members) for bloc in found.blocs.blocs} == set(
            map(frozenset, CODES)
        )
        assert found.balance.balanced is not None
        assert found.balance.balanced.value == 1
        assert str(network(store).graph.at) == "2018-10-23"  # the last day told of
        assert network(store, sources=["icews"]).graph.edges.equals(network(store).graph.edges)
        with pytest.raises(QueryError, match="no two states"):
            network(store, at="2018-09-30", sources=["marsad"])
        with pytest.raises(QueryError, match="no date"):
            network(store, at="yesterday")
        before, after = networks(store, [found.graph.at, network(store).graph.at], window=23)
        assert [move.state for move in changes(before, after).moves] == ["CHN"]
        turned = {(shift.a, shift.b) for shift in changes(before, after).shifts if shift.turned}
        assert turned == {tuple(sorted(("CHN", state))) for state in CODES[0] | CODES[1] - {"CHN"}}


def test_network_in_english_and_arabic(run: Run) -> None:
    status, out, told = run("--at", "2018-09-30")
    assert (status, told) == (0, "")
    for word in ("network of states", "8 states, 28 ties", "Russia", "balanced triads: 1.000", "hostile to each other"):
        assert word in out
    status, out, _ = run("--at", "2018-09-30", "--lang", "ar")
    assert status == 0
    for word in ("شبكة الدول", "الكتل", "روسيا", "الثلاثيات المتوازنة", "متعاديتان"):
        assert word in out


def test_network_compared(run: Run) -> None:
    status, out, _ = run("--at", "2018-10-24", "--compare", "2018-09-24", "--window", "23d")
    assert status == 0
    changed = out.partition("what changed")[2]
    assert "China – United States" in changed
    assert "China moved" in changed


def test_network_as_data(run: Run) -> None:
    _, out, _ = run("--from", "2018-09-24", "--to", "2018-10-24", "--every", "30d", "--window", "23d", "-f", "jsonl")
    first, second = map(json.loads, out.splitlines())
    assert (first["at"], second["at"], second["changes"]["since"]) == ("2018-09-24", "2018-10-24", "2018-09-24")
    assert "changes" not in first
    assert {frozenset(member["state"] for member in bloc["members"]) for bloc in first["blocs"]} == set(
        map(frozenset, CODES)
    )
    assert [move["state"] for move in second["changes"]["moves"]] == ["CHN"]
    _, out, _ = run("--at", "2018-09-24", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 56
    assert {row["bloc_a"] for row in rows} == {"1", "2"}
    assert all((float(row["tie"]) > 0) == (row["bloc_a"] == row["bloc_b"]) for row in rows)
    assert run("--at", "2018-09-24", "-f", "csv")[1] == out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--window", "long"), "'long' is no time; write 30d or 6w"),
        (("--every", "0d", "--from", "2018-09"), "'0d' is no time"),
        (("--at", "2018-09-24", "--from", "2018-09"), "a sequence has no --at"),
        (("--from", "2018-10", "--to", "2018-09"), "no date from 2018-10 to 2018-09"),
        (("--to", "2018-10"), "give --from as well"),
        (("--at", "2017"), "no two states have 5 acts in 30 days"),
    ],
)
def test_network_tells_what_it_cannot_do(run: Run, arguments: tuple[str, ...], told: str) -> None:
    status, _, error = run(*arguments)
    assert status == 2
    assert told in error


def test_network_loads_nothing_to_draw_with(camps: Path) -> None:
    code = (
        "import sys, contextlib, marsad.cli\n"
        f"sys.argv = ['marsad', 'network', '--store', {str(camps)!r}, '-f', 'csv']\n"
        "with contextlib.suppress(SystemExit):\n"
        "    marsad.cli.main()\n"
        "print('matplotlib' in sys.modules, 'igraph' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False True"


# Autumn 2018

GOVERNED = (
    "China", "Djibouti", "Eritrea", "Ethiopia", "France", "Germany", "India", "Iran", "Israel", "Japan", "North_Korea",
    "Pakistan", "Russia", "Saudi_Arabia", "Somalia", "South_Korea", "Syria", "Turkey", "Ukraine", "United_Kingdom",
    "United_States", "Vietnam", "Yemen",
)  # fmt: skip


@pytest.fixture(scope="module")
def autumn(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ICEWS tells of what some governments did to each other up to the middle of September."""
    events = shared / "corpora" / "icews18" / "events.tsv"
    if not events.is_file():
        pytest.skip("no ICEWS events beside the repository")
    folder = tmp_path_factory.mktemp("autumn")
    with events.open(encoding="utf-8") as every, (folder / "events.tsv").open("w", encoding="utf-8") as some:
        for line in every:
            a, _, b, day = line.rstrip("\n").split("\t")[:4]
            if a in GOVERNED and b in GOVERNED and a != b and day <= "2018-09-15":
                some.write(line)
    list(import_events("icews", [folder / "events.tsv"], folder / "s.db"))
    return folder / "s.db"


def test_network_of_autumn_2018(autumn: Path) -> None:
    """Peace on the Horn of Africa, talks between the Koreas, Iran and Syria against the rest."""
    with Store.open(autumn) as store:
        found = network(store, at="2018-09-15")
    blocs = [{member.state for member in bloc.members} for bloc in found.blocs.blocs if bloc.stable]
    assert {"ETH", "ERI", "SOM", "DJI"} in blocs
    assert any({"USA", "ISR"} <= bloc and not {"RUS", "CHN"} & bloc for bloc in blocs)
    assert any({"RUS", "CHN"} <= bloc for bloc in blocs)
    place = found.graph.states.index
    assert found.blocs.together[place("IRN"), place("SYR")] >= 0.9
    assert found.blocs.together[place("IRN"), place("USA")] < 0.1
    ties = {(row["a"], row["b"]): row for row in found.graph.edges.iter_rows(named=True)}
    assert ties["KOR", "PRK"]["low"] > 0.1
    assert found.balance.balanced is not None
    assert found.balance.balanced.value > 0.5
