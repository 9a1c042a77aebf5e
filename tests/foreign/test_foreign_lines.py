"""Files of event data, plain and packed; the tables of codes keep their format."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from foreignfiles import gdelt, read

from marsad.foreign.cells import Occurrences, day_of, place_of
from marsad.foreign.lines import Line, files
from marsad.foreign.names import DATA, countries, entities
from marsad.foreign.reading import foreign_events
from marsad.lexicon.schema import CONTEXTS, MODES
from marsad.lexicon.tables import read_table

LINE = "Turkey\tConsult\tIraq\t2018-09-02\n"
OTHER = "Iraq\tConsult\tTurkey\t2018-09-03\n"


def test_gzip(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv.gz"
    path.write_bytes(gzip.compress(LINE.encode()))
    events, errors = read("icews", path)
    assert not errors
    assert len(events) == 1


def test_zip_with_several_files(tmp_path: Path) -> None:
    path = tmp_path / "20150724.export.CSV.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("20150724.export.CSV", f"{gdelt(c5='TUR', c7='TUR')}\n")
        archive.writestr("20150725.export.CSV", f"{gdelt(c0='1002', c5='TUR', c7='TUR')}\nbad\n")
        archive.writestr("__MACOSX/._20150724.export.CSV", "left over")
    events, errors = read("gdelt", path)
    assert [event.id for event in events] == ["1001", "1002"]
    assert len(errors) == 1
    assert "20150724.export.CSV.zip/20150725.export.CSV:2: " in errors[0]


def test_names_repeat_in_each_file_anew(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tsv", LINE)
        archive.writestr("b.tsv", LINE + LINE)
    events, _ = read("icews", path)
    assert events[0].id == events[1].id != events[2].id


def test_cut_gzip_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv.gz"
    packed = gzip.compress("".join(f"Turkey\tConsult\tIraq\t2018-09-{n % 28 + 1:02}\n" for n in range(50_000)).encode())
    path.write_bytes(packed[: len(packed) // 2])
    events, errors = read("icews", path)
    assert events
    assert "ends too early" in errors[-1]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.tsv", None, "there is no such file"),
        ("x.zip", b"PK\x03\x04broken", "the zip is broken"),
        ("x.pdf", b"%PDF-1.4", "is a PDF, not text"),
    ],
)
def test_file_that_cannot_be_read_is_told(name: str, content: bytes | None, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    events, errors = read("icews", path)
    assert not events
    assert len(errors) == 1
    assert told in errors[0]


def test_bad_file_does_not_stop_the_next(tmp_path: Path) -> None:
    good = tmp_path / "good.tsv"
    good.write_text(LINE, encoding="utf-8")
    errors: list[Exception] = []
    assert len(list(foreign_events("icews", [tmp_path / "none.tsv", good], errors.append))) == 1
    assert len(errors) == 1


def test_standard_input() -> None:
    stdin = io.BytesIO((LINE + OTHER).encode())
    assert len(list(foreign_events("icews", ["-"], lambda error: None, stdin=stdin))) == 2


def test_lines_have_their_numbers_and_western_letters(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes(b"\xef\xbb\xbfone\r\n\nNicol\xe1s\n")
    found = [line for lines in files(path) for line in lines]
    assert [(line.number, line.text) for line in found if isinstance(line, Line)] == [(1, "one"), (3, "Nicolás")]


def test_nothing_at_all(tmp_path: Path) -> None:
    path = tmp_path / "empty.tsv"
    path.write_bytes(b"")
    assert [read(source, path) for source in ("icews", "gdelt", "polecat", "plover")] == [([], [])] * 4


def test_dates() -> None:
    assert [day_of(text) for text in ("2018-08-29", "20180829", "2018-08-29 00:00:00")] == ["2018-08-29"] * 3


def test_places_are_cities_or_states() -> None:
    assert [place_of("Doha", "QAT"), place_of("", "Qatar"), place_of("", "QAT"), place_of("", "Atlantis")] == [
        "Doha", "state:QAT", "state:QAT", None,
    ]  # fmt: skip


def test_names_of_lines_tell_their_parts_apart() -> None:
    occurrences = Occurrences()
    assert occurrences.name("2018-08-29", "ab", "c") != occurrences.name("2018-08-29", "a", "bc")


# the tables


def test_codes_of_actors_keep_their_format() -> None:
    seen: set[tuple[str, str]] = set()
    states = set(countries().values())
    for row in read_table(DATA / "cameo_actors.tsv"):
        at = row["_at"]
        assert (row["kind"], row["code"]) not in seen, at
        seen.add((row["kind"], row["code"]))
        assert row["kind"] in {"type", "group", "country", "region"}, at
        assert row["kind"] != "group" or row["meaning"] in entities(), at
        assert row["kind"] != "country" or row["meaning"] in states, at
        assert row["kind"] != "region" or row["code"] not in states, at


def test_older_terms_lead_to_terms_of_version_2() -> None:
    for row in read_table(DATA / "plover_older.tsv"):
        at, newer = row["_at"], row["newer"]
        if row["kind"] == "type":
            assert newer in MODES, at
            assert not row["mode"] or row["mode"] in MODES[newer], at
        elif row["kind"] == "mode":
            assert row["older"] not in MODES[row["type"]], at
            assert not newer or newer in MODES[row["type"]], at
        else:
            assert row["kind"] == "context", at
            assert row["older"] not in CONTEXTS, at
            assert not newer or newer in CONTEXTS, at


def test_sectors_of_icews_are_plover_sectors() -> None:
    rows = list(read_table(DATA / "icews_sectors.tsv"))
    assert len({row["icews"] for row in rows}) == len(rows)
    assert all(row["sector"].isupper() for row in rows)
