"""Whose a group is, though adjectives stand between it and its nationality, and which groups there are."""

import pytest

from marsad.lexicon.lexicon import Lexicon
from marsad.reading.reader import Reader
from marsad.sources import article_from_text

SPEAKERS = [
    ("قال مسؤولون أمنيون إسرائيليون إن الهجوم فشل.", "group:isr-officials"),
    ("قال خبراء قانونيون أمريكيون إن القرار باطل.", "group:usa-experts"),
    ("وأكد مصدر استخباراتي عراقي أن الهجوم فشل.", "group:irq-sources"),
    ("وأعلنت الفصائل الجهادية السورية أن المعركة انتهت.", "group:syr-factions"),
    ("وقال مسؤولان محليان أوكرانيان إن المدينة بلا كهرباء.", "group:ukr-officials"),
    ("وقال مدونون روس إن القوات تقدمت.", "group:rus-bloggers"),
    ("وقال متطوعون سودانيون إن المستشفى أغلق.", "group:sdn-volunteers"),
    ("وقالت عائلات الرهائن إن الحكومة تخلت عنهم.", "group:hostage-families"),
]


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    """The reader with the shipped lexicon."""
    return Reader(lexicon)


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaking_groups(reader: Reader, text: str, speaker: str) -> None:
    reading = reader.read(article_from_text(text))
    assert [statement.speaker for statement in reading.statements] == [speaker]
