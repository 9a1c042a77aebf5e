"""What holds of a reading whatever the news says: spans equal their text, the same text gives the same bytes, and
articles set one behind the other are read too."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import marsad
from marsad.records import Reading, spans

SENTENCES = [
    "قال وزير الخارجية الأردني أيمن الصفدي إن عمان ترفض التهجير.",
    "وأضاف: «لن نكون جزءا من أي خطة كهذه».",
    'وأكد أن بلاده "لن تتراجع" عن موقفها.',
    "نقلت وكالة رويترز عن مسؤول مصري قوله إن المفاوضات ستستأنف غدا.",
    "التقى الرئيس التركي رجب طيب أردوغان نظيره الروسي فلاديمير بوتين أمس في سوتشي.",
    "وبحث الجانبان صادرات القمح، ووقعا اتفاقية بقيمة 3,5 مليار دولار.",
    "قُتل ١٥ شخصًا في غارة إسرائيلية على رفح.",
    "نفت إيران إرسال صواريخ إلى روسيا، بحسب وكالة تسنيم.",
    "اختتم الاجتماع الجزائري ـ الإسباني رفيع المستوى بعد مزاعم بحرينية بتورط إيراني في الهجوم على قواتها.",
    "🇱🇧 بيروت تُعلن الحداد ثلاثة أيام (الأحد – الثلاثاء)…",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=5).flatmap(
    lambda chosen: st.sampled_from([" ", "\n", "\n\n", "\u200f\n"]).map(lambda gap: gap.join([SENTENCES[0], *chosen]))
)


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Words of the sentences in any order, with stray signs between them."""
    words = st.sampled_from([w for sentence in SENTENCES for w in sentence.split()])
    signs = st.sampled_from(["ـ", "-", "«", "»", '"', "(", "،", ":", "\n", "1", "َ", "و", "\u200f", "…"])
    return " ".join(draw(st.lists(words | signs, max_size=40)))


def as_bytes(reading: Reading) -> bytes:
    return json.dumps(reading.to_json(), ensure_ascii=False).encode()


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_spans_equal_their_text(text: str) -> None:
    reading = marsad.read(text, published="2023-04-12")
    kept = reading.article.text
    found = list(spans(reading))
    assert found
    assert [kept[s.start : s.end] for s in found] == [s.text for s in found]


@settings(max_examples=300, deadline=None)
@given(text=torn())
def test_torn_text_is_read_and_its_spans_equal_it(text: str) -> None:
    reading = marsad.read(text, published="2023-04-12")
    assert all(reading.article.text[s.start : s.end] == s.text for s in spans(reading))


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_content_follows_or_precedes_its_cue(text: str) -> None:
    for statement in marsad.read(text).statements:
        cue, content = statement.cue, statement.content
        assert content.end <= cue.start or cue.end <= content.start


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_reading_twice_gives_the_same_bytes(text: str) -> None:
    assert as_bytes(marsad.read(text, published="2023-04-12")) == as_bytes(marsad.read(text, published="2023-04-12"))


@settings(max_examples=30, deadline=None)
@given(first=TEXTS | st.text(max_size=80), second=TEXTS | st.text(max_size=80))
def test_texts_with_a_blank_paragraph_between_are_read(first: str, second: str) -> None:
    reading = marsad.read(first + "\n\n \n\n" + second)
    kept = reading.article.text
    assert all(kept[s.start : s.end] == s.text for s in spans(reading))
    known = {e.id for e in reading.entities}
    assert {s.speaker for s in reading.statements} <= known


@pytest.mark.parametrize("text", [s for s in SENTENCES if "قال" in s or "أكد" in s or "نقلت" in s])
def test_vowels_and_stretching_do_not_change_who_speaks(text: str) -> None:
    plain = marsad.read(text)
    dressed = marsad.read(text.replace("قال", "قالَ").replace("أكد", "أكّد").replace("نقلت", "نقلـت"))
    assert [s.speaker for s in dressed.statements] == [s.speaker for s in plain.statements]
    assert [e.type for e in dressed.events] == [e.type for e in plain.events]
