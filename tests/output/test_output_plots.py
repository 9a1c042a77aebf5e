"""Plots: files of the right kind, the same from the same data, with their data beside them, in both languages."""

import csv
import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from marsad.output.files import OutputError
from marsad.output.plots.canvas import draw
from marsad.output.plots.pressure import plot_pressure
from marsad.output.plots.relation import meetings_rows, plot_meetings, plot_relation, relation_rows
from marsad.output.plots.system import plot_network, plot_ties, shown, tie_rows
from marsad.relations.acts import COLUMNS
from marsad.relations.breaks import Break
from marsad.relations.dyad import Change, Dyad
from marsad.relations.network.system import Network, measured
from marsad.relations.pressure import Pressure
from marsad.relations.ties import Trend

Plot = Callable[[Any, Path, Any], None]

START = date(2020, 1, 1)
DAYS = [START + timedelta(days=n) for n in range(40)]
STARTS = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}


@pytest.fixture
def found() -> Dyad:
    """Two who meet every week, and accuse each other from the twentieth day on."""
    told = [(n, day, "CONSULT", 1) for n, day in enumerate(DAYS) if n % 7 == 0]
    told += [(100 + n, day, "ACCUSE", 3) for n, day in enumerate(DAYS) if n >= 20]
    acts = pl.DataFrame(told, {"act": pl.Int64, "day": pl.Date, "type": pl.String, "quad": pl.Int8}, orient="row")
    acts = acts.with_columns(status=pl.lit("actual"), a=pl.lit("RUS"), b=pl.lit("TUR"), mutual=pl.lit(False))
    tie = [0.2 if n < 20 else -0.1 for n in range(len(DAYS))]
    ties = pl.DataFrame({"day": DAYS, "tie": tie, "low": [t - 0.1 for t in tie], "high": [t + 0.1 for t in tie]})
    change = Change(Break(DAYS[20], 0.99, (0.1, 0, 0, 0), (0.1, 0, 1, 0), (3,)), ())
    nothing = pl.DataFrame()
    return Dyad(
        "RUS",
        "TUR",
        DAYS[0],
        DAYS[-1],
        acts,
        nothing,
        ties,
        Trend(0.0, 0.0, 0.0),
        (change,),
        (),
        (),
        (None, None),
        nothing,
    )


@pytest.mark.parametrize("suffix", STARTS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_plots_are_files_of_their_kind_and_the_same_each_time(
    found: Dyad, tmp_path: Path, suffix: str, lang: str
) -> None:
    for plot in (plot_relation, plot_meetings):
        files = [tmp_path / f"{n}.{suffix}" for n in (1, 2)]
        for file in files:
            plot(found, file, lang)  # type: ignore[arg-type]
        first, second = (file.read_bytes() for file in files)
        assert first.startswith(STARTS[suffix])
        assert first == second


def test_a_plot_shows_what_is_there(found: Dyad, tmp_path: Path) -> None:
    quiet = found._replace(changes=())
    plot_relation(found, tmp_path / "with.svg", "en")
    plot_relation(quiet, tmp_path / "without.svg", "en")
    dashed = [
        len(re.findall("stroke-dasharray", (tmp_path / name).read_text())) for name in ("with.svg", "without.svg")
    ]
    assert dashed == [1, 0]


def test_arabic_letters_are_joined(found: Dyad, tmp_path: Path) -> None:
    """Joined, a word has other glyphs than its letters alone have."""
    for name, text in (("joined", "\u0644\u0628\u0646"), ("apart", "\u0644\u200c\u0628\u200c\u0646")):
        draw(tmp_path / f"{name}.svg", (2, 1), lambda figure, text=text: figure.text(0.1, 0.5, text) and None)
    glyphs = [
        set(re.findall(r'<path id="([^"]*)"', (tmp_path / f"{name}.svg").read_text())) for name in ("joined", "apart")
    ]
    assert glyphs[0] != glyphs[1]


def test_the_data_stand_beside(found: Dyad) -> None:
    rows = list(relation_rows(found))
    assert len(rows) == len(DAYS)
    assert (rows[0]["day"], rows[0]["quad_1"], rows[0]["quad_3"]) == ("2020-01-01", 1, 0)
    assert (rows[21]["tie"], rows[21]["quad_1"], rows[21]["quad_3"]) == (-0.1, 1, 1)
    assert [row["day"] for row in meetings_rows(found) if row["meetings"]] == [day.isoformat() for day in DAYS[::7]]


@pytest.mark.parametrize("name", ["plot", "plot.gif", "plot.jsonl"])
def test_a_suffix_that_is_no_format_is_refused(found: Dyad, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="no plot has this suffix"):
        plot_relation(found, tmp_path / name, "en")
    assert list(tmp_path.iterdir()) == []


def test_csv_of_a_plot_can_be_read(found: Dyad) -> None:
    from marsad.output.flat import csv_lines

    rows = list(relation_rows(found))
    read = list(csv.DictReader(io.StringIO("".join(csv_lines(dict.fromkeys(rows[0], str), rows)))))
    assert [row["day"] for row in read] == [row["day"] for row in rows]


@pytest.fixture(scope="module")
def system() -> Network:
    """Two blocs of three that are hostile to each other."""
    pairs = [(a, b, 5.0) for group in ("FRA DEU ITA", "RUS IRN SYR") for a, b in permutations(group.split(), 2)]
    pairs += [(a, b, -7.0) for a in ("FRA", "DEU") for b in ("RUS", "IRN")]
    rows = [
        (n, "marsad", START, "AID", None, 2, "actual", score, f"s{n}", a, b, False)
        for n, (a, b, score) in enumerate(pairs * 6)
    ]  # fmt: skip
    schema = dict.fromkeys(COLUMNS, pl.String) | {
        "act": pl.Int64, "day": pl.Date, "quad": pl.Int8, "score": pl.Float64, "mutual": pl.Boolean,
    }  # fmt: skip
    found = measured(pl.DataFrame(rows, schema, orient="row"), START + timedelta(days=3))
    assert found is not None
    return found


@pytest.mark.parametrize("plot", [plot_ties, plot_network])
def test_plots_of_the_system_are_the_same_each_time(system: Network, tmp_path: Path, plot: Plot) -> None:
    files = [tmp_path / f"{n}.svg" for n in (1, 2)]
    for file in files:
        plot(system, file, "ar")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_states_of_one_bloc_stand_side_by_side(system: Network) -> None:
    assert [set(shown(system, 6)[:3]), set(shown(system, 6)[3:])] in (
        [{"FRA", "DEU", "ITA"}, {"RUS", "IRN", "SYR"}], [{"RUS", "IRN", "SYR"}, {"FRA", "DEU", "ITA"}],
    )  # fmt: skip
    rows = list(tie_rows(system))
    assert {(row["a"], row["b"]) for row in rows if row["tie"] < 0} == {
        ("FRA", "RUS"), ("FRA", "IRN"), ("DEU", "RUS"), ("DEU", "IRN"),
    }  # fmt: skip
    assert all((row["bloc_a"] == row["bloc_b"]) == (row["tie"] > 0) for row in rows)


@pytest.mark.parametrize("correlations", [None, {-1: 0.1, 0: -0.5, 1: 0.4}], ids=["too little", "enough"])
def test_pressure_is_drawn_with_its_lags_if_there_are_any(
    tmp_path: Path, correlations: dict[int, float] | None
) -> None:
    series = pl.DataFrame({"day": DAYS, "pressure": [1.0] * 40, "nearness": [0.5] * 40})
    found = Pressure(
        "RUS", "USA", "CHN", DAYS[0], DAYS[-1], 40, 40, 40, "no effect", correlations, 0, 0.5, 0.1, 0.5, series
    )
    files = [tmp_path / f"{n}.svg" for n in (1, 2)]
    for file in files:
        plot_pressure(found, file, "ar")
    assert files[0].read_bytes() == files[1].read_bytes()
    axes = len(re.findall(r'<g id="axes_\d+">', files[0].read_text()))
    assert axes == (2 if correlations else 1)
