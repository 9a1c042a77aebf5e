"""A brief is made of records alone: every line has its sources, and what articles say stays text in every format."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from newswire import WIRES, Wire, write_jsonl

import marsad
from marsad.api import add, samples
from marsad.output.briefs.document import document
from marsad.output.briefs.formats import markdown, write_brief
from marsad.output.briefs.parts import Document, Line, Section, Source
from marsad.output.files import OutputError
from marsad.relations.brief import Brief, brief
from marsad.store.store import Store

HOSTILE = "<script>alert(1)</script> *bold* [x](javascript:y) | `code` & \u202e\x00"

CLAIM = Wire(
    "agency.example/20", "2024-05-16", "2024-05-16T09:00:00Z", "واشنطن تتهم",
    "قالت وزارة الخارجية الأمريكية إن الصين قدمت مساعدات عسكرية إلى روسيا.",
)  # fmt: skip
"""What a third party says of the two."""
TOLD = (
    CLAIM,
    Wire("paper.example/20", "2024-05-18", "2024-05-18T09:00:00Z", "عقوبات", "فرضت واشنطن عقوبات على موسكو الجمعة."),
    Wire(
        "paper.example/21", "2024-05-21", "2024-05-21T09:00:00Z", "مساعدات",
        "قدمت الصين مساعدات إلى روسيا يوم الاثنين، بحسب وزارة الخارجية الصينية.",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("brief") / "store.db"
    list(add([samples(), write_jsonl(path.with_name("wires.jsonl"), (*WIRES[:5], *TOLD))], path))
    with Store.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(store: Store) -> Brief:
    return brief(store, "RUS", "CHN")


def test_a_brief_tells_what_the_store_tells_of_the_two(store: Store, found: Brief) -> None:
    between = {row.id for row in store.timeline("RUS", "CHN", limit=None).rows}
    told = [view.happening.id for view in (*found.told, *found.claimed)]
    assert between
    assert set(told) <= between <= {*told, *(view.happening.id for view in found.pressure)}
    assert found.left_out == 0


def test_a_brief_is_in_order_of_time(found: Brief) -> None:
    for several in (found.told, found.pressure):
        days = [view.happening.day or "9" for view in several]
        assert len(set(days)) > 2
        assert days == sorted(days)


def test_what_only_others_say_is_a_claim(found: Brief) -> None:
    """What one of the two says himself, or an article as its own, is none."""
    (claim,) = found.claimed
    assert (claim.happening.day, claim.happening.type) == ("2024-05-16", "AID")
    assert ("2024-05-20", "AID") in {(view.happening.day, view.happening.type) for view in found.told}
    assert any(not telling.according_to for view in found.told for telling in view.tellings)


def test_pressure_comes_from_outside(found: Brief) -> None:
    assert ("2024-05-17", "SANCTION") in {(view.happening.day, view.happening.type) for view in found.pressure}
    for view in found.pressure:
        countries = {entity.country or entity.id[6:] for entity in view.happening.actors}
        assert not countries & {"RUS", "CHN"}
        assert view.happening.quad in (3, 4)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_line_but_the_measured_has_sources_and_these_are_words_of_articles(
    store: Store, found: Brief, lang: marsad.output.labels.Lang
) -> None:
    made = document(found, lang)
    lines = [line for section in made.sections[:-1] for line in section.lines]
    assert lines
    assert all(line.sources for line in lines)
    assert {number for line in lines for number in line.sources} == set(range(1, len(made.sources) + 1))
    for source in made.sources:
        text = " ".join(store.get(source.id).article.text.split())
        assert source.words.strip(" …") in text


def test_formats_are_what_they_say(found: Brief, tmp_path: Path) -> None:
    for suffix, beginning in (("html", b"<!doctype html>"), ("md", b"# "), ("docx", b"PK")):
        path = tmp_path / f"brief.{suffix}"
        write_brief(document(found, "ar"), path, None)
        assert path.read_bytes().startswith(beginning)
    assert 'dir="rtl"' in (tmp_path / "brief.html").read_text(encoding="utf-8")
    with pytest.raises(OutputError, match="no brief has this suffix"):
        write_brief(document(found, "ar"), tmp_path / "brief.pages", None)


def hostile() -> Document:
    line = Line(HOSTILE, HOSTILE, (1,))
    return Document(HOSTILE, "en", (Section(HOSTILE, (line,), HOSTILE),), (Source(HOSTILE, HOSTILE, "0-e1", HOSTILE),))


def test_nothing_of_an_article_runs_in_html(tmp_path: Path) -> None:
    write_brief(hostile(), tmp_path / "x.html", None)
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert "default-src 'none'" in page


def test_nothing_of_an_article_is_markdown() -> None:
    text = markdown(hostile())
    assert (
        text.count("alert") == text.count("\\<script\\>alert") == text.count("\\*bold\\*") == text.count("\\[x\\]") > 4
    )


def test_docx_holds_any_text(tmp_path: Path) -> None:
    write_brief(hostile(), tmp_path / "x.docx", None)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "x.docx").read_bytes())) as archive:
        assert "alert(1)" in archive.read("word/document.xml").decode()
