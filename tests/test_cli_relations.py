"""The commands that measure relations: on a store of their own, in both languages and every format."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from marsad.cli import main
from marsad.output.answers.columns import columns

Run = Callable[..., tuple[int, str, str]]
START = date(2020, 1, 1)
DAYS = 50
HEADER = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude"  # noqa: E501


def line(number: int, day: int, source: str, text: str, code: str, target: str) -> str:
    told = [
        str(number),
        (START + timedelta(days=day)).isoformat(),
        source,
        "",
        source,
        text,
        code,
        "0",
        target,
        "",
        target,
    ]
    return "\t".join([*told, *[""] * 9])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Turkey consults Russia daily and accuses it from the thirtieth day on; Brazil and Peru make the other news."""
    folder = tmp_path_factory.mktemp("relations")
    rows = [(day, "Turkey", "Consult", "040", "Russia") for day in range(DAYS)]
    rows += [(day, "Turkey", "Accuse", "112", "Russia") for day in range(30, DAYS) for _ in range(8)]
    rows += [(day, "Brazil", "Consult", "040", "Peru") for day in range(DAYS) for _ in range(40)]
    lines = [line(number, *row) for number, row in enumerate(rows)]
    events = folder / "events.tsv"
    events.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    from marsad.api import import_events

    assert sum(entered.new for entered in import_events("icews", [events], folder / "store.db")) == len(rows)
    return folder / "store.db"


@pytest.fixture
def run(filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("MARSAD_STORE", str(filled))

    def invoke(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["marsad", *arguments])
        with pytest.raises(SystemExit) as ending:
            main()
        output = capsys.readouterr()
        return int(ending.value.code or 0), output.out, output.err

    return invoke


def test_a_relation_is_told_with_its_break(run: Run) -> None:
    status, told, _ = run("relation", "Turkey", "RUS")
    assert status == 0
    assert "Türkiye – Russia" in told or "Turkey – Russia" in told
    assert "31 January 2020 · verbal conflict 0.0 → 8.0 a day" in told
    assert "accusation ×8" in told


def test_a_relation_is_told_in_arabic(run: Run) -> None:
    status, told, _ = run("relation", "TUR", "روسيا", "--lang", "ar")
    assert status == 0
    assert "التحولات" in told
    assert "نزاع لفظي" in told


def test_a_relation_as_one_object(run: Run) -> None:
    _, told, _ = run("relation", "TUR", "RUS", "--by", "week", "-f", "json")
    (found,) = json.loads(told)
    assert (found["a"], found["b"], found["acts"]) == ("TUR", "RUS", DAYS + 8 * 20)
    assert [change["day"] for change in found["breaks"]] == ["2020-01-31"]
    assert sum(row["acts"] for row in found["counts"]) == 2 * DAYS + 8 * 20  # a meeting counts in both directions
    assert all(-1 <= row["low"] <= row["tie"] <= row["high"] <= 1 for row in found["ties"])
    assert found["ties"][-1]["tie"] < found["ties"][0]["tie"]
    assert found["reciprocity"] == {"cooperation": None, "conflict": 0.0}
    driver = found["breaks"][0]["drivers"][0]
    assert run("show", driver["ids"][0])[0] == 0


def test_counts_as_a_table_have_the_described_columns(run: Run) -> None:
    _, told, _ = run("relation", "TUR", "RUS", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert list(rows[0]) == list(columns("relation"))
    assert {row["period"] for row in rows} == {"2020-01-01", "2020-02-01"}


def test_a_period_limits_what_is_counted_and_not_what_the_tie_remembers(run: Run) -> None:
    _, told, _ = run("relation", "TUR", "RUS", "--from", "2020-02-01", "--to", "2020-02-05", "-f", "json")
    (found,) = json.loads(told)
    assert found["acts"] == 5 * 9
    assert found["ties"][0]["weight"] > found["acts"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["relation", "TUR", "TUR"], "one country"),
        (["relation", "TUR", "Atlantis"], "knows nobody"),
        (["relation", "TUR", "RUS", "--from", "2031"], "tells nothing of this period; see"),
        (["relation", "TUR", "RUS", "--source", "gdelt"], "tells nothing of this period in events of gdelt"),
        (["forecast", "TUR", "RUS", "--source", "gdelt"], "tells nothing of this period in events of gdelt"),
        (["network", "--source", "gdelt"], "tells nothing of this period in events of gdelt"),
        (["report", "TUR", "RUS"], "has no articles that tell of this period; imported events have no sentences"),
        (["report"], "has no articles that tell of this period; imported events have no sentences"),
        (["report", "TUR"], "of two countries, or of the whole store"),
        (["brief", "TUR", "RUS"], "has no articles that tell of this period; imported events have no sentences"),
        (["pressure", "--on", "TUR", "--by", "RUS", "--and", "TUR"], "three"),
    ],
)
def test_what_cannot_be_measured_is_refused(run: Run, arguments: list[str], reason: str) -> None:
    status, told, error = run(*arguments)
    assert status == 2
    assert reason in error
    assert told == ""


def test_pressure_says_that_there_is_too_little(run: Run) -> None:
    status, told, _ = run("pressure", "--on", "RUS", "--by", "TUR", "--and", "PER")
    assert status == 0
    assert "It cannot be told" in told
    _, told, _ = run("pressure", "--on", "RUS", "--by", "TUR", "--and", "PER", "-f", "json")
    (found,) = json.loads(told)
    assert (found["verdict"], found["effect"], found["days"]) == ("too little", None, DAYS)
    assert len(found["series"]) == DAYS


def test_all_pairs_in_all_periods(run: Run) -> None:
    _, told, _ = run("pairs", "-f", "csv")
    rows = {(row["period"], row["a"], row["b"]): row for row in csv.DictReader(io.StringIO(told))}
    assert list(next(iter(rows.values()))) == list(columns("pairs"))
    assert set(rows) == {(f"2020-0{month}-01", *pair) for month in (1, 2) for pair in (("BRA", "PER"), ("RUS", "TUR"))}
    assert rows["2020-01-01", "RUS", "TUR"]["quad_1"] == "31"
    assert rows["2020-02-01", "RUS", "TUR"]["quad_3"] == str(8 * 19)
    (found,) = json.loads(run("relation", "TUR", "RUS", "-f", "json")[1])
    first, second = found["ties"]
    assert float(rows["2020-01-01", "RUS", "TUR"]["tie"]) == pytest.approx(first["tie"])
    # The table looks back from the end of the month, the other from the last day of which anything is told.
    faded = second["weight"] * 2 ** (-(date(2020, 2, 29) - date.fromisoformat(second["day"])).days / 30)
    told_less = second["tie"] * (second["weight"] + 5) / second["weight"] * faded / (faded + 5)
    assert float(rows["2020-02-01", "RUS", "TUR"]["tie"]) == pytest.approx(told_less)


def test_the_busiest_pairs_come_first(run: Run) -> None:
    _, told, _ = run("pairs", "--limit", "1")
    assert "Russia – Türkiye" in told or "Russia – Turkey" in told
    assert "Brazil" not in told
