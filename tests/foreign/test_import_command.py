"""`marsad import` and `marsad remove --source`."""

import subprocess
import sys
from pathlib import Path

LINES = (
    "Turkey\tMake_a_visit\tQatar\t2018-09-02\n"
    "Jan_Nobody\tConsult\tQatar\t2018-09-02\n"
    "Eve_Nobody\tConsult\tJan_Nobody\t2018-09-03\n"
    "European_Union\tConsult\tQatar\t2018-09-03\n"
)


def run(folder: Path, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "marsad.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, input=stdin, check=False)
    return done.returncode, done.stdout, done.stderr


def test_import_again_and_remove(tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(LINES, encoding="utf-8")
    status, out, told = run(tmp_path, "import", "icews", "events.tsv", "--store", "s.db")
    assert (status, out) == (0, "")
    assert "no country for 2 names of actors: Jan Nobody 2, Eve Nobody 1\n" in told
    assert "4 events added, 0 known, 0 skipped, 25.0% with a country on both sides" in told
    assert told.endswith("· s.db\n")
    assert "0 events added, 4 known" in run(tmp_path, "import", "icews", "events.tsv", "--store", "s.db")[2]
    assert run(tmp_path, "remove", "--source", "icews", "--store", "s.db") == (
        0,
        "",
        "marsad: icews: 4 events removed\n",
    )
    assert run(tmp_path, "remove", "--source", "icews", "--store", "s.db")[0] == 1


def test_unmapped_names_are_listed_and_nothing_is_kept(tmp_path: Path) -> None:
    status, out, _ = run(tmp_path, "import", "icews", "-", "--unmapped", "--store", "s.db", stdin=LINES)
    assert (status, out) == (0, "2\tJan Nobody\n1\tEve Nobody\n")
    assert not (tmp_path / "s.db").exists()


def test_bad_line_is_told_and_the_rest_comes_in(tmp_path: Path) -> None:
    status, _, told = run(tmp_path, "import", "icews", "-", "--store", "s.db", stdin=f"Turkey\tConsult\n{LINES}")
    assert status == 1
    assert "marsad: standard input:1: has 2 columns, not subject, relation, object and date; give a file" in told
    assert "4 events added, 0 known, 1 skipped" in told


def test_wrong_use_is_told(tmp_path: Path) -> None:
    status, _, told = run(tmp_path, "import", "acled", "x.csv")
    assert status == 2
    assert "'acled' is not one of" in told
    status, _, told = run(tmp_path, "remove", "--store", "s.db")
    assert status == 2
    assert "nothing to remove; give an ID, or --source icews" in told


def test_help_names_the_command(tmp_path: Path) -> None:
    assert "  import " in run(tmp_path, "--help")[1]
