"""What articles hold that the lexicon lacks: each kind of gap, what is none, and how they are counted."""

from collections.abc import Callable

import pytest

from marsad.gaps.finder import Finder, Found
from marsad.gaps.kinds import FILES, Kind
from marsad.gaps.tally import GapTally
from marsad.lexicon.lexicon import Lexicon
from marsad.lexicon.tables import data_files
from marsad.sources import article_from_text

Find = Callable[[str], Found]


@pytest.fixture(scope="module")
def find(lexicon: Lexicon) -> Find:
    """What the finder makes of a text."""
    finder = Finder(lexicon)
    return lambda text: finder.find(article_from_text(text))


def forms(found: Found, kind: Kind) -> list[tuple[str, str]]:
    return [(f.form, f.note) for f in found.findings if f.kind is kind]


@pytest.mark.parametrize(
    ("kind", "text", "form", "note"),
    [
        (Kind.cue, "زقطر الوزير الروسي بأن بلاده مستعدة للحوار.", "زقطر", "بأن"),
        (Kind.cue, "زقطر لافروف: «إن بلاده لا تريد الحرب ولن تبدأها أبدا».", "زقطر", "«"),
        (Kind.act, "زقطرت روسيا على أوكرانيا.", "زقطرت", "_ A علي B"),
        (Kind.act, "وقال إن موسكو ستزقطر كييف قريبا.", "ستزقطر", "A _ B"),
        (Kind.person, "التقى وزير الخارجية الفرنسي برطال زقطور الصحفيين.", "برطال زقطور", "foreign-minister@FRA"),
        (Kind.office, "والتقت الزقطورة ماريا زاخاروفا الصحفيين.", "الزقطورة", "person:maria-zakharova"),
        (Kind.organisation, "وانسحب حزب الزقطور من الحكومة.", "حزب الزقطور", ""),
        (Kind.outlet, "وكتبت صحيفة «زقطور بوست» عن القمة.", "زقطور بوست", "صحيفة"),
        (Kind.outlet, "ونقلت وكالة زقطور عن مصدر.", "زقطور", "وكالة"),
        (Kind.speaker, "وذكرت زقطور أن القمة انتهت.", "زقطور", "وذكرت"),
        (Kind.adjective, "ووصل وزير الخارجية الزقطوري إلى باريس.", "زقطوري", "وزير الخارجية"),
        (Kind.adjective, "وقال مسؤولون زقطوريون إن القمة انتهت.", "زقطوري", "مسؤولون"),
    ],
)
def test_gaps_are_found(find: Find, kind: Kind, text: str, form: str, note: str) -> None:
    assert (form, note) in forms(find(text), kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.cue, "قال الوزير الروسي إن بلاده مستعدة للحوار."),
        (Kind.cue, "يزقطر أن يسافر غدا."),  # "to", not "that"
        (Kind.cue, "وقال إنه زقطر الوزير بأن بلاده مستعدة."),  # another cue is near
        (Kind.act, "زارت روسيا أوكرانيا."),
        (Kind.act, "الرئيس الزقطوري في روسيا."),
        (Kind.person, "قال الرئيس الروسي فلاديمير بوتين إن بلاده مستعدة."),
        (Kind.person, "الملك فهد."),
        (Kind.organisation, "وأعلن حزب العمال البريطاني برنامجه."),
        (Kind.organisation, "وظهرت مجموعة زقطورية."),
        (Kind.outlet, "ونقلت وكالة رويترز عن مصدر."),
        (Kind.speaker, "وذكرت رويترز أن القمة انتهت."),
        (Kind.adjective, "ووصل وزير الخارجية الروسي إلى باريس."),
        (Kind.adjective, "ووصل وزير الخارجية الأخرى."),
    ],
)
def test_what_is_known_is_no_gap(find: Find, kind: Kind, text: str) -> None:
    assert forms(find(text), kind) == []


def test_divisions_are_weighed_over_the_corpus(lexicon: Lexicon, find: Find) -> None:
    divided = find("رأى الحاضرون وزار موسكو.")
    assert [form for form, _ in forms(divided, Kind.clitics)] == ["وزار"]
    alone = GapTally([Kind.clitics])
    alone.add(divided)
    assert alone.gaps(10) == []
    alone.add(find("جاء الوزار مساء."))
    (gap,) = alone.gaps(10)
    assert (gap.form, gap.count, gap.notes) == ("وزار", 1, (("و+زار (زار يزور)", 1),))


def test_gaps_are_counted_by_spelling_and_without_and(find: Find) -> None:
    tally = GapTally([Kind.cue])
    for text in ("زقطر الوزير بأن", "وزقطر الرئيس أن", "فزقطر الرئيس أن", "تزقطر الوزير أن"):
        tally.add(find(f"{text} البلاد مستعدة."))
    first, second = tally.gaps(10)
    assert (first.form, first.count, dict(first.notes)) == ("زقطر", 3, {"أن": 2, "بأن": 1})
    assert (second.form, second.count) == ("تزقطر", 1)
    assert [g.form for g in tally.gaps(1)] == ["زقطر"]
    assert [g.form for g in tally.gaps(10, least=2)] == ["زقطر"]
    assert first.file == "speech/cues.tsv"


def test_examples_show_where_a_word_stands(find: Find) -> None:
    tally = GapTally([Kind.outlet])
    for day in ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء"):
        tally.add(find(f"وقد كتبت صحيفة زقطور يوم {day}.\nسطر آخر."))
    (gap,) = tally.gaps(10)
    assert gap.count == 4
    assert [c.after for c in gap.examples] == [" يوم الأحد.", " يوم الاثنين.", " يوم الثلاثاء."]
    assert {(c.before, c.form) for c in gap.examples} == {("وقد كتبت صحيفة ", "زقطور")}


def test_memory_is_bounded(find: Find) -> None:
    tally = GapTally([Kind.outlet], limit=20)
    for number in range(40):
        name = "زقطو" + "".join(chr(ord("ا") + int(d)) for d in str(number))
        tally.add(find(f"كتبت صحيفة «{name}» هذا. وكتبت صحيفة «زقطور بوست» ذلك."))
    assert tally.gaps(1)[0].form == "زقطور بوست"
    assert len(tally.gaps(1000)) <= 21


def test_every_kind_says_where_it_goes() -> None:
    assert FILES.keys() == set(Kind)
    names = {f"{p.parent.name}/{p.name}" for p in data_files()} | {"actors/people_*.tsv"}
    for file in FILES.values():
        assert {name for part in file.split(" or ") for name in part.split(", ")} <= names
