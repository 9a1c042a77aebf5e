"""Who heads an organisation on the article's day, whatever the office is called and without a name."""

import pytest

from marsad.lexicon.lexicon import Lexicon
from marsad.reading.reader import Reader
from marsad.sources import article_from_text

HEADS = [
    # day, who speaks, speaker
    ("2025-11-20", "قال رئيس الموساد", "person:david-barnea"),
    ("2019-03-01", "قال رئيس الموساد", "person:yossi-cohen"),
    ("2025-11-20", "قال زعيم الحوثيين", "person:abdul-malik-al-houthi"),
    ("2025-11-20", "وأكد قائد قوات الدعم السريع", "person:mohamed-hamdan-dagalo"),
    ("2024-05-02", "وقال المفوض العام للأونروا", "person:philippe-lazzarini"),
    ("2023-09-13", "وقالت رئيسة المفوضية الأوروبية", "person:ursula-von-der-leyen"),
    ("2022-02-23", "وقال مدير الوكالة الدولية للطاقة الذرية", "person:rafael-grossi"),
    ("2025-10-02", "وقال وزير الحرب الأمريكي", "person:pete-hegseth"),
    ("2025-02-12", "وأكد الأمين العام لحزب الله", "person:naim-qassem"),
    ("2017-02-12", "وأكد الأمين العام لحزب الله", "person:hassan-nasrallah"),
    ("2025-11-20", "قال قائد في فيلق القدس", "person:irn-quds-force-commander"),
    ("2025-11-20", "قال قائد فيلق القدس", "person:esmail-qaani"),
]


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    """The reader with the shipped lexicon."""
    return Reader(lexicon)


@pytest.mark.parametrize(("day", "head", "speaker"), HEADS)
def test_heads_of_organisations(reader: Reader, day: str, head: str, speaker: str) -> None:
    reading = reader.read(article_from_text(f"{head} إن الوضع خطير.", published=day))
    assert [statement.speaker for statement in reading.statements] == [speaker]


def test_head_of_an_undated_article_is_unnamed(reader: Reader) -> None:
    reading = reader.read(article_from_text("وقال مدير الوكالة الدولية للطاقة الذرية إن الوضع خطير."))
    assert [statement.speaker for statement in reading.statements] == ["person:iaea-iaea-head"]


def test_a_name_joined_to_a_title_is_somebody_else(reader: Reader) -> None:
    text = "التقى أردوغان الرئيس الروسي وحسن روحاني في سوتشي."
    (event,) = reader.read(article_from_text(text, published="2017-11-22")).events
    parties = {"person:recep-tayyip-erdogan", "person:vladimir-putin", "person:hassan-rouhani"}
    assert {*event.actors, *event.recipients} == parties
