"""What must hold of every article, whatever it says: spans equal their text, nothing raises, the same input gives the
same output. Over arbitrary text, and over a sample of the news corpus where it lies beside the repository."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marsad.api
from marsad.lexicon.lexicon import Lexicon
from marsad.reading import Reader
from marsad.records import Article, Dating, Reading, spans

EVERY = 40


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def article(text: str, doc: str = "x") -> Article:
    return Article(id=doc, text=text, doc=doc, published=Dating("2015-07-24", "day", "metadata"))


def as_bytes(reading: Reading) -> bytes:
    return json.dumps(reading.to_json(), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def assert_holds(reading: Reading, text: str) -> None:
    """The properties of every reading."""
    assert reading.article.text == text
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    entities = {e.id for e in reading.entities}
    assert len(entities) == len(reading.entities)
    statements = {s.id for s in reading.statements}
    assert len(statements) == len(reading.statements)
    assert len({e.id for e in reading.events}) == len(reading.events)
    for statement in reading.statements:
        assert {statement.speaker, *statement.via} <= entities
        assert 0 <= statement.confidence <= 1
    for event in reading.events:
        assert {*event.actors, *event.recipients, *event.according_to} <= entities
        assert event.statement is None or event.statement in statements
        assert event.status in {"actual", "planned", "possible", "denied"}
        assert 0 <= event.confidence <= 1
    assert {m.entity for m in reading.mentions} <= entities


VOCABULARY = (
    'وقال الرئيس الروسي فلاديمير بوتين إن موسكو سترد على العقوبات الأمريكية « » " : ، . ( ) ؟ ! … - \n \n\n '
    "وأكد وزير الخارجية أن بلاده لن توقع الاتفاق مع إيران وفقا ل رويترز بحسب مصادر أمس اليوم الجمعة 24 يوليو 2015 "
    "الجانبان نظيره السعودي عادل الجبير البيت الأبيض قتل 15 شخصا في هجوم على مدينة عدن 3,5 مليار دولار ٪ "
    "ولم يعلن زار واشنطن الأسبوع المقبل إلى من عن قد لا ما التقى اجتماع زيارة مليون طن ه ا ال و ف ب ك ل س"
)
NEWS = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=60).map(" ".join)
ANYTHING = st.text(max_size=300)
ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(' \n.:«»"()'), max_size=300)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANYTHING | ARABIC | NEWS)
def test_reader_reads_arbitrary_text(reader: Reader, text: str) -> None:
    assert_holds(reader.read(article(text)), text)


@settings(max_examples=40, deadline=None)
@given(text=NEWS)
def test_reader_is_pure(reader: Reader, text: str) -> None:
    assert as_bytes(reader.read(article(text))) == as_bytes(reader.read(article(text)))


LITTLE = ["", " ", "\n\n", "\ufeff", "\u200f", ".", "«", "»", ":", "«»", "(", "\x00", "قال", "قال:", "ا" * 10_000]


@pytest.mark.parametrize("text", LITTLE)
def test_reader_reads_next_to_nothing(reader: Reader, text: str) -> None:
    assert_holds(reader.read(article(text)), text)


@pytest.mark.parametrize("arguments", [["--format", "jsonl"], ["--format", "brief"], ["--format", "csv"]], ids=" ".join)
def test_command_gives_the_same_bytes_in_each_process(arguments: list[str]) -> None:
    start = "import marsad.cli; marsad.cli.main()"
    command = [sys.executable, "-c", start, "read", str(marsad.api.samples()), *arguments]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in "123"
    ]
    assert runs[0] == runs[1] == runs[2]
    assert runs[0]


def corpus_texts(folder: Path) -> Iterator[tuple[str, str]]:
    number = 0
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                for row in json.loads(archive.read(name)):
                    number += 1
                    if number % EVERY == 0:
                        yield f"{path.stem}-{number}", row["content"]


@pytest.fixture(scope="module")
def sample(shared: Path) -> list[tuple[str, str]]:
    folder = shared / "corpora" / "saudinewsnet"
    if not folder.is_dir():
        pytest.skip("no news corpus beside the repository")
    return list(corpus_texts(folder))


def test_corpus_sample_is_read(sample: list[tuple[str, str]], reader: Reader, lexicon: Lexicon) -> None:
    assert len(sample) > 300
    fresh = Reader(Lexicon(lexicon.compiled))
    first = {}
    for doc, text in sample:
        reading = reader.read(article(text, doc))
        assert_holds(reading, text)
        first[doc] = as_bytes(reading)
    for doc, text in reversed(sample[::5]):
        assert as_bytes(fresh.read(article(text, doc))) == first[doc], f"{doc}: depends on what was read before"
