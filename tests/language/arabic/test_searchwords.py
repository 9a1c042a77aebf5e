"""Search keys: words that must meet however they are typed, words that must not, as tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.language.arabic.searchwords import divisions, search_key, search_stems, search_words, without_ending

MEET = [
    "الصين صين والصين للصين بالصين فالصين كالصين الصِّين",
    "زيارة الزيارة زيارات وزياراته بزيارتهم زيارتها لزيارة زيارتان زيارتين زياره",
    "وزير الوزير والوزير للوزير وزيرا وزيران الوزيرين بوزير وزيرة وزيرها",
    "مسؤول مسئول المسؤولين والمسئولون مسؤولة مسوول",
    "لقاء لقاءات لقائه لقاؤه اللقاء لقا بلقاء",
    "إيران ايران وإيران لإيران بإيران",
    "أوكرانيا اوكرانيا لأوكرانيا وأوكرانيا",
    "روسي الروسية الروسيين روسية الروسيتين والروسي",
    "فلسطيني الفلسطينيون الفلسطينيين فلسطينية",
    "اتفاق الاتفاق اتفاقا واتفاق باتفاق اتفاقات اتفاقهما إتفاق",
    "قال قالت وقالت قالوا وقال فقال",
    "سيزور يزور وسيزور",
    "ولاية الولايات ولايات",
    "لجنة اللجنة للجنة لجنته ولجنتها",
    "لبنان للبنان بلبنان ولبنان",
    "رئيس الرئيس رئيسا الرئيسان رئيسة لرئيس كرئيس ورئيسها",
    "بوتين وبوتين لبوتين",
    "عقوبة العقوبات عقوبات لعقوبات وعقوباتها",
    "مؤتمر موتمر المؤتمر بمؤتمر",
    "شؤون شئون للشؤون",
    "قوة قوات القوات وقواته بقوات",
    "مستشفى مستشفي المستشفى مستشفاه مستشفيات",
    "حكومة للحكومة حكومات حكومته وحكومة",
    "وكالة الوكالة وكالات لوكالة",
    "هيئة هيئات الهيئة",
    "قرار قرارات القرارات بقراراته قرارا",
    "بيان البيان بيانا بيانات ببيان",
    "إسرائيل اسرائيل إِسْرائيل لإسرائيل ﺇﺳﺮﺍﺋﻴﻞ",
    "شيء شئ",
    "أضاف وأضاف وأضافت اضاف",
    "في وفي",
    "إلى إليها اليهم",
    "1500 ١٥٠٠ 1,500 ١٬٥٠٠",
    "NATO nato",
]
APART = [
    "وزير زير",
    "ورقة رقة",
    "لبنان لبن",
    "شرطة شرط",
    "جامعة جامع",
    "بلاد لاد",
    "فيصل يصل",
    "كامل امل",
    "وجهة جهة",
    "السودان السود",
    "إيران أير",
    "قانون قان",
    "روسيا روسي",
    "ليبيا ليبي",
    "عملية عملي",
    "ألمانيا مانيا",
    "حملة حمل",
    "تمرين تمر",
    "حركة حرك",
    "كلام لام",
    "وافق أفق",
    "بيروت بيرو",
    "ثورة ثور",
    "2015 2016",
]


@pytest.mark.parametrize("words", MEET)
def test_spellings_and_forms_of_one_word_meet(words: str) -> None:
    assert len(set(search_words(words).split())) == 1, search_words(words)


@pytest.mark.parametrize("words", APART)
def test_other_words_stay_apart(words: str) -> None:
    first, second = words.split()
    assert search_key(first) != search_key(second)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("زار الوزير بكين، يوم 5 مايو.", "زار وزير بكين يوم 5 مايو"),
        ("«الدولتان»", "دوله"),
        ("", ""),
        ("!؟…", ""),
        ("Reuters رويترز", "reuters رويترز"),
    ],
)
def test_texts_give_the_keys_of_their_words_in_order(text: str, keys: str) -> None:
    assert search_words(text) == keys


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("والكوبرنشتاينية", "كوبرنشتايني"),
        ("للزغرنطية", "زغرنطي"),
        ("زغرنطية", "زغرنطي"),
        ("بغزنطاف", "بغزنطاف"),
    ],
)
def test_unknown_words_lose_only_what_hardly_ever_belongs_to_them(word: str, key: str) -> None:
    assert search_key(word) == key


@given(st.text(max_size=80))
def test_any_text_gives_keys_without_signs(text: str) -> None:
    keys = search_words(text)
    assert keys == "" or all(key and key == key.strip() and '"' not in key for key in keys.split(" "))


@given(st.text(alphabet="ابتجدرسعفقكلمنهوي", min_size=1, max_size=12))
def test_divisions_and_endings_get_shorter_and_never_empty(word: str) -> None:
    assert all(len(part) >= 1 and word.endswith(part) for part in divisions(word))
    assert all(len(shorter) < len(word) for shorter in without_ending(word))


def test_stems_stay_whole() -> None:
    stems, exceptions = search_stems()
    assert len(stems) > 10_000
    assert not stems & exceptions.keys()
    assert {stem for stem in exceptions.values() if len(stem) > 2} <= stems
