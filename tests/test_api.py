"""Marsad from Python, and reading in several processes."""

import dataclasses
import datetime as dt
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

import marsad
from marsad.api import samples
from marsad.errors import SourceError
from marsad.parallel import chunks, readings
from marsad.records import Article, Reading, spans

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ترفض العقوبات الغربية."


def articles(*texts: str) -> list[Article]:
    return [Article(str(number), text, f"doc{number}") for number, text in enumerate(texts)]


def fake_reader(article: Article) -> Reading:
    if article.text == "raise":
        raise RuntimeError("no such luck")
    if article.text == "die":
        os._exit(9)
    return Reading(dataclasses.replace(article, title=article.text.upper()))


def test_read_a_text() -> None:
    reading = marsad.read(TEXT, published="2024-03-05", outlet="media:reuters")
    assert reading.article.text == TEXT
    assert reading.article.published.date == "2024-03-05"
    assert reading.article.outlet == "media:reuters"
    assert reading.statements[0].speaker == "person:sergey-lavrov"


def test_read_takes_a_date() -> None:
    assert marsad.read(TEXT, published=dt.date(2024, 3, 5)).article.published.date == "2024-03-05"


def test_read_a_file(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(TEXT, encoding="utf-8")
    reading = marsad.read(file, published="2024-03")
    assert reading.doc == "x"
    assert (reading.article.published.date, reading.article.published.precision) == ("2024-03", "month")


def test_read_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        marsad.read(tmp_path / "x.txt")


def test_read_refuses_what_is_no_date() -> None:
    with pytest.raises(SourceError, match="is no date"):
        marsad.read(TEXT, published="yesterday")


def test_read_many_streams_in_order(tmp_path: Path) -> None:
    for name in "cab":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
    found = marsad.read_many([tmp_path], outlet="media:spa", published="2020")
    first = next(iter(found))
    assert first.doc == "a"
    assert [r.doc for r in found] == ["b", "c"]
    assert (first.article.outlet, first.article.published.date) == ("media:spa", "2020")


def test_read_many_raises_without_a_handler(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        list(marsad.read_many([tmp_path / "no.txt"]))


def test_read_many_goes_on_after_errors(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    errors: list[SourceError] = []
    assert len(list(marsad.read_many([tmp_path / "no.txt", tmp_path / "x.txt"], on_error=errors.append))) == 1
    assert "no.txt" in errors[0].where


def test_samples_are_read_with_true_spans() -> None:
    errors: list[SourceError] = []
    found = list(marsad.read_many([samples()], on_error=errors.append))
    assert not errors
    assert len(found) >= 16
    for reading in found:
        assert reading.statements
        assert reading.events
        assert all(reading.article.text[s.start : s.end] == s.text for s in spans(reading))


def test_samples_are_of_the_promised_length() -> None:
    for file in samples().glob("*.txt"):
        assert 150 <= len(file.read_text(encoding="utf-8").split()) <= 350, file.name


def test_chunks_keep_order_and_bounds() -> None:
    found = articles(*(["x"] * 40), "y" * 70_000, "z")
    made = list(chunks(found))
    assert [a for chunk in made for a in chunk] == found
    assert max(map(len, made)) <= 16
    assert list(chunks([])) == []


def test_one_process_reports_failures() -> None:
    errors: list[SourceError] = []
    found = list(readings(articles("a", "raise", "b"), 1, errors.append, fake_reader))
    assert [r.article.title for r in found] == ["A", "B"]
    assert errors[0].where == "doc1"
    assert "RuntimeError: no such luck" in str(errors[0])


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_several_processes_keep_order(method: str) -> None:
    errors: list[SourceError] = []
    texts = [f"t{n}" for n in range(50)]
    texts[20] = "raise"
    context = multiprocessing.get_context(method)
    found = list(readings(articles(*texts), 2, errors.append, fake_reader, context))  # type: ignore[arg-type]
    assert [r.article.text for r in found] == texts[:20] + texts[21:]
    assert [e.where for e in errors] == ["doc20"]


def test_a_process_that_dies_costs_its_article_alone() -> None:
    errors: list[SourceError] = []
    texts = [f"t{n}" for n in range(80)]
    texts[17] = texts[60] = "die"
    found = list(readings(articles(*texts), 2, errors.append, fake_reader))
    assert [r.article.text for r in found] == [t for t in texts if t != "die"]
    assert [e.where for e in errors] == ["doc17", "doc60"]
    assert "the process that read it died" in str(errors[0])


def test_several_processes_can_be_left_early() -> None:
    found = readings(articles(*(f"t{n}" for n in range(500))), 2, lambda error: None, fake_reader)
    assert next(found).article.text == "t0"
    found.close()  # type: ignore[attr-defined]


ENDLESS = """
import itertools, multiprocessing, sys, time
from marsad.parallel import results
from marsad.records import Article

def read_one(article):
    time.sleep(0.01)
    return article

if __name__ == "__main__":
    articles = (Article(str(n), "", "") for n in itertools.count())
    for done in results(articles, 2, print, read_one, multiprocessing.get_context(sys.argv[1])):
        print(done.id, flush=True)
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_end_with_the_one_that_started_them(method: str, tmp_path: Path) -> None:
    """Killed, it can tell them nothing. They hold its standard output, which ends when the last of them does."""
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    with subprocess.Popen([sys.executable, script, method], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"0\n"
        process.kill()
        process.communicate(timeout=20)


def test_several_processes_read_as_one_does(tmp_path: Path) -> None:
    files = sorted(samples().glob("0[1-4]*.txt"))
    alone = [r.to_json() for r in marsad.read_many(files)]
    assert [r.to_json() for r in marsad.read_many(files, jobs=2)] == alone


def test_reading_above_a_confidence() -> None:
    reading = marsad.read(
        "قال وزير الخارجية الروسي سيرغي لافروف إن الصين شريك موثوق. والتقى لافروف نظيره الصيني وانغ يي في موسكو.",
        published="2023-02-22",
    )
    confidences = sorted(r.confidence for r in (*reading.statements, *reading.events))
    middle = confidences[len(confidences) // 2]
    sure = reading.above(middle)
    records = [*sure.statements, *sure.events]
    assert records
    assert all(r.confidence >= middle for r in records)
    assert len(records) == sum(c >= middle for c in confidences)
    kept = {s.id for s in sure.statements}
    assert all(e.statement is None or e.statement in kept for e in sure.events)
    assert {m.entity for m in sure.mentions} <= {e.id for e in sure.entities}
    assert reading.above(0.0).events == reading.events
