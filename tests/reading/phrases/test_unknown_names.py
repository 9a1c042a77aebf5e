"""People whom the lexicon does not know: where their names begin and end, and what is no name. Invented sentences."""

from __future__ import annotations

import pytest

import marsad
from marsad.records import Reading


def people(reading: Reading) -> list[str]:
    return [e.ar for e in reading.entities if e.kind == "person"]


SPEAKERS = [
    # after a title, with particles, known parts and words that mean something else too
    ("أكد القاضي فارس بن مطلق الدهيمي، أن المحكمة مستقلة.", "فارس بن مطلق الدهيمي"),
    ("صرح العميد يوسف طالب الجعيدي بأن الجيش تقدم.", "يوسف طالب الجعيدي"),
    ("وأوضح الدكتور سالم باعجاجة في بيان أن الأسعار مستقرة.", "سالم باعجاجة"),
    ("قال الشيخ صالح آل طالب إن الحوار ضروري.", "صالح آل طالب"),
    ("وقال وزير الخارجية النيبالي كوبار شرستا بانديت إن بلاده محايدة.", "كوبار شرستا بانديت"),
    # with nothing before it but the verb
    ("وقال كاكو مولنباور إن العملة ضعيفة.", "كاكو مولنباور"),
    ("وأضاف غوينغوينغ أن الحوار مستمر.", "غوينغوينغ"),
    ("أوضحت أم خالد أن المعونة تأخرت.", "أم خالد"),
    # where a name ends
    ("قال النقيب ماهر لفرانس برس إن القتال توقف.", "ماهر"),
    ("أكد المقدم نادر حسن سالم النتيجة مضيفا أن القتلى عشرة.", "نادر حسن سالم"),
    ("وأوضح المتحدث الرسمي للدفاع المدني بمنطقة الرياض عبدالله المريبض أن الحريق أخمد.", "عبدالله المريبض"),
    # after a description that is no title of the lexicon
    ("قال القانوني فهد بن محمد بارباع إن العقد باطل.", "فهد بن محمد بارباع"),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS, ids=[name for _, name in SPEAKERS])
def test_speaker_has_the_whole_name(text: str, name: str) -> None:
    reading = marsad.read(text, published="2015-07-25")
    assert [s.speaker for s in reading.statements]
    speaker = reading.statements[0].speaker
    assert next(e.ar for e in reading.entities if e.id == speaker) == name


ACTORS = [
    ("زار كلاوس مولنباور وتيم هارغريفز بغداد.", ["كلاوس مولنباور", "تيم هارغريفز"]),
    ("التقى خالد العتيبي ونايف بن سيعدان في الرياض.", ["خالد العتيبي", "نايف بن سيعدان"]),
    ("اعتقلت الشرطة الفرنسية محمد يحيى الزاوي أمس.", ["محمد يحيى الزاوي"]),
]


@pytest.mark.parametrize(("text", "names"), ACTORS, ids=[names[0] for _, names in ACTORS])
def test_parties_are_named_whole(text: str, names: list[str]) -> None:
    assert people(marsad.read(text, published="2015-07-25")) == names


NOBODY = [
    "وأظهر الاستطلاع أن النسبة ثابتة.",
    "وأوضح المقال أن الحرب بعيدة.",
    "واصل الجيش هجومه علي مواقع المسلحين في المدينة.",
    "توفي الكاتب عن عمر يناهز الثمانين.",
    "هاجم انتحاريان مسجدا في شمال نيجيريا.",
    "وبلغ إجمالي الصادرات ثلاثة مليارات.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_ordinary_words_are_nobody(text: str) -> None:
    reading = marsad.read(text, published="2015-07-25")
    assert not [name for name in people(reading) if name != "الكاتب"]
    assert not [s for s in reading.statements if s.speaker.startswith("person:")]


def test_a_verb_inside_a_name_is_none() -> None:
    reading = marsad.read("قال عبدالله يحيى الحاكم إن الهدنة قائمة.", published="2015-07-25")
    assert [s.cue.text for s in reading.statements] == ["قال"]
