"""What the lexicon knows of words with their clitics, of names of several words, and of who held an office when."""

import pytest

from marsad.lexicon.lexicon import NUMERIC, SIGN, Lexicon

WORDS = [
    # word, clitics before the stem, lemma, tense
    ("أكد", "", "verb أكد يؤكد", "past"),
    ("وأكد", "و", "verb أكد يؤكد", "past"),
    ("وقالت", "و", "verb قال يقول", "past"),
    ("أعلنوا", "", "verb أعلن يعلن", "past"),
    ("سيزور", "س", "verb زار يزور", "present"),
    ("سيلتقون", "س", "verb التقى يلتقي", "present"),
    ("فستفرض", "ف س", "verb فرض يفرض", "present"),
    ("بزيارته", "ب ه", "noun زيارة", ""),
    ("وللزيارات", "و ل ال", "noun زيارة", ""),
    ("بالعقوبات", "ب ال", "noun عقوبة", ""),
    ("روسيا", "", "name state:RUS#full", ""),
    ("لروسيا", "ل", "name state:RUS#full", ""),
    ("وللصين", "و ل ال", "name state:CHN#full", ""),
    ("كالعراق", "ك ال", "name state:IRQ#full", ""),
    ("والسعودية", "و ال", "name state:SAU#full", ""),
    ("والسعودية", "و ال", "nisba state:SAU", ""),
    ("الروسيان", "ال", "nisba state:RUS", ""),
    ("للروس", "ل ال", "nisba state:RUS", ""),
    ("والأوروبي", "و ال", "nisba bloc:europe", ""),
    ("بموسكو", "ب", "place moscow", ""),
    ("لأوباما", "ل", "name person:barack-obama#short", ""),
    ("ترمب", "", "name person:donald-trump#short", ""),
    ("وبوتين", "و", "name person:vladimir-putin#short", ""),
    ("للرئيس", "ل ال", "title president#رئيس", ""),
    ("فوزير", "ف", "title minister#وزير", ""),
    ("مسؤولون", "", "group officials", ""),
    ("والكرملين", "و ال", "name state:RUS#metonym", ""),
    ("نَفَّذَ", "", "verb نفذ ينفذ", "past"),
    ("الاردن", "ال", "name state:JOR#full", ""),
    ("فندق", "", "word فندق", ""),
    ("وكامل", "و", "word كامل", ""),
    ("أتمنى", "", "verb تمنى يتمنى", "present"),
]

UNKNOWN = ["", "xyz", "2015", "ظظظظ", "…", "والظظظظ"]

SENSELESS = [
    ("الروسيا", "name state:RUS#full", "a name without article takes none"),
    ("أردن", "name state:JOR#full", "a name with article needs it"),
    ("الزار", "verb زار يزور", "no article on a finite verb"),
    ("سزار", "verb زار يزور", "no future before a past verb"),
    ("بشري", "verb بشر يبشر", "a verb takes ني, not ي"),
    ("ذكرى", "verb ذكر يذكر", "a last ى is no pronoun"),
    ("ترأس", "name person:liz-truss#short", "an ordinary word is nobody's short name"),
    ("النفطي", "name person:mohamed-ali-nafti#short", "nor is an adjective"),
    ("سوتشي", "name person:aung-san-suu-kyi#short", "nor is a town"),
    ("روسياهم", "name state:RUS#full", "no pronoun on a name"),
]

MULTIWORDS = [
    ("الولايات المتحدة", "state:USA#full"),
    ("وللولايات المتحدة", "state:USA#full"),
    ("الأمم المتحدة", "org:un#full"),
    ("البيت الأبيض", "state:USA#metonym"),
    ("شي جين بينغ", "person:xi-jinping#full"),
    ("وباراك أوباما", "person:barack-obama#full"),
    ("وزير الخارجية", "foreign-minister#وزير خارجية"),
]

HOLDERS = [
    ("president", "USA", "2015-07-24", "person:barack-obama"),
    ("president", "USA", "2018", "person:donald-trump"),
    ("president", "USA", "2017-01-20", None),  # both on the day of the inauguration
    ("president", "RUS", "2010-01-01", "person:dmitry-medvedev"),
    ("prime-minister", "RUS", "2010", "person:vladimir-putin"),
    ("king", "SAU", "2014-12", "person:abdullah-bin-abdulaziz"),
    ("king", "SAU", "2015-06-01", "person:salman-bin-abdulaziz"),
    ("foreign-minister", "SAU", "2015-07-24", "person:adel-al-jubeir"),
    ("foreign-minister", "USA", "2015", "person:john-kerry"),
    ("president", "EGY", "2015-07-24", "person:abdel-fattah-el-sisi"),
    ("chancellor", "DEU", "2015", "person:angela-merkel"),
    ("president", "FRA", "2016", "person:francois-hollande"),
    ("secretary-general", "org:un", "2015", "person:ban-ki-moon"),
    ("secretary-general", "org:un", "2020-01-01", "person:antonio-guterres"),
    ("president", "USA", "2022-03/2023-11", "person:joe-biden"),
    ("president", "USA", "2025-02/2027-01", "person:donald-trump"),
    ("president", "USA", "2024-06/2025-03", None),  # two of them
    ("foreign-minister", "GBR", "1960/2015", None),  # the terms that are known begin later
    ("president", "CHN", "2025-01-20/2027-01-20", "person:xi-jinping"),
    ("president", "USA", None, None),
    ("president", "USA", "1950-01-01", None),
    ("president", "XYZ", "2015", None),
    ("czar", "RUS", "2015", None),
]


def clitics(split) -> str:  # type: ignore[no-untyped-def]
    parts = (split.conjunction, split.preposition, "س" if split.future else "", "ال" if split.article else "")
    return " ".join(p for p in (*parts, split.pronoun) if p)


@pytest.mark.parametrize(("word", "before", "lemma", "tense"), WORDS)
def test_words_with_clitics(lexicon: Lexicon, word: str, before: str, lemma: str, tense: str) -> None:
    (known,) = lexicon.words([word])
    senses = {(f"{s.lemma.kind} {s.lemma.key}", s.feature.tense, clitics(s.split)) for s in known.senses}
    assert (lemma, tense, before) in senses


@pytest.mark.parametrize("word", UNKNOWN)
def test_words_unknown_have_no_sense(lexicon: Lexicon, word: str) -> None:
    (known,) = lexicon.words([word])
    assert not known.senses
    assert not known.flags & ~(SIGN | NUMERIC)


@pytest.mark.parametrize(("word", "lemma", "why"), SENSELESS)
def test_words_clitics_exclude_senses(lexicon: Lexicon, word: str, lemma: str, why: str) -> None:
    (known,) = lexicon.words([word])
    assert lemma not in {f"{s.lemma.kind} {s.lemma.key}" for s in known.senses}, why


@pytest.mark.parametrize(("phrase", "lemma"), MULTIWORDS)
def test_words_begin_names_of_several_words(lexicon: Lexicon, phrase: str, lemma: str) -> None:
    first, *rest = lexicon.words(phrase.split())
    folded = tuple(w.folded for w in rest)
    found = {
        lexicon.sense(multiword.code, split).lemma.key
        for split, by_second_word in first.heads
        for multiword in by_second_word.get(folded[0], ())
        if multiword.rest == folded
    }
    assert lemma in found


def test_words_are_the_same_whatever_was_asked_before(lexicon: Lexicon) -> None:
    fresh = Lexicon(lexicon.compiled)
    text = ["وأكد", "وللصين", "سيزور", "والسعودية"]
    assert [repr(w) for w in fresh.words(text)] == [repr(w) for w in fresh.words(reversed(text))][::-1]


@pytest.mark.parametrize(("office", "scope", "day", "who"), HOLDERS)
def test_holder_of_an_office(lexicon: Lexicon, office: str, scope: str, day: str | None, who: str | None) -> None:
    assert lexicon.holder(office, scope, day) == who


@pytest.mark.parametrize(("office", "scope", "year"), [("president", "USA", "2009"), ("president", "FRA", "2012")])
def test_holder_is_unclear_in_a_year_of_change(lexicon: Lexicon, office: str, scope: str, year: str) -> None:
    assert lexicon.holder(office, scope, year) is None
