"""Searching: words in any spelling and form, phrases, choices, exclusions, limits, snippets; syntax finds no way in."""

import pytest
from askedstore import Asked

from marsad.errors import QueryError
from marsad.store.queries.searchquery import parse
from marsad.store.queries.snippets import WIDTH, snippet

FOUND = [
    # as it is written
    ("المؤسسة", {"water"}),
    # without hamza, on another seat
    ("الموسسة", {"water"}), ("المؤسسه", {"water"}), ("مسئولين", {"water"}), ("مسؤول", {"water"}), ("اعلنت", {"water"}),
    # haa for taa marbuta
    ("قريه", {"water"}), ("الرئيسيه", {"water"}),
    # vowels in the text, in the query, in neither
    ("الأردن", {"water"}), ("الاردن", {"water"}), ("الأُرْدُنّ", {"water"}), ("المِيَاه", {"water"}),
    # tatweel
    ("الـريـــاض", set()), ("المؤســسة", {"water"}),
    # without the article, with another
    ("مؤسسة", {"water"}), ("ري", set()), ("وزراء", {"water"}), ("مياه", {"water"}),
    # joined particles in the text, in the query
    ("مشاركة", {"water"}), ("للوزراء", {"water"}), ("والمياه", {"water"}), ("وبالمياه", {"water"}),
    # number and case endings
    ("زيارة", {"water", "plan", "plan copied", "visit"}), ("زيارات", {"water", "plan", "plan copied", "visit"}),
    # numbers in either digits, Latin in either case, words of several parts
    ("1500", {"water"}), ("١٥٠٠", {"water"}), ("1,500", {"water"}), ("3.5", {"water"}), ("٣٫٥", {"water"}),
    ("f-16", {"water"}), ("F16", {"water"}), ("16-F", set()),
    # several words: all of them
    ("لافروف موسكو", {"meeting"}), ("لافروف المياه", set()), ("لافروف AND وانغ", {"meeting", "meeting again"}),
    # phrases
    ('"مجلس الأمن"', {"undated"}), ("«مجلس الامن»", {"undated"}), ("“مجلس الأمن الدولي”", {"undated"}),
    ('"الأمن مجلس"', set()), ('"مجلس الأمن', {"undated"}), ('"وانغ يي في"', {"meeting"}),
    # choices
    ("المياه OR السفينة", {"water", "denial"}), ("المياه أو السفينة", {"water", "denial"}),
    ("إيران المياه OR السفينة", {"denial"}), ('المياه | "مجلس الأمن"', {"water", "undated"}),
    ("OR المياه", {"water"}), ("المياه OR", {"water"}), ('"المياه أو السفينة"', set()),
    # exclusions
    ("لافروف -صفقة", {"meeting"}), ('موسكو -"سيرغي لافروف"', {"plan", "visit"} - {"plan"}),
    ("-صفقة لافروف", {"meeting"}), ("لافروف -", {"meeting", "meeting again"}),
]  # fmt: skip


def names(asked: Asked, words: str, **limits: object) -> set[str]:
    by_id = {asked.ids.of(name): name for name in asked.ids.articles}
    return {by_id[hit.id] for hit in asked.store.search(words, **limits).rows}  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "found"), FOUND, ids=[words for words, _ in FOUND])
def test_search_finds(words: str, found: set[str], asked: Asked) -> None:
    assert names(asked, words) == found


SYNTAX = [
    "المياه*", "words:المياه", "^المياه", "NEAR(المياه السفينة)", "المياه + السفينة", "{words}:المياه", "المياه)",
    "(المياه", "المياه' OR 1=1 --", "المياه\\", "المياه:*", "!المياه", "المياه & السفينة", "المياه <-> السفينة",
    "'المياه'", "المياه;DROP TABLE article", "المياه\x00", "%المياه%", "المياه\n\n", "المياه ??", '""المياه""', "NOT",
    "\u202bالمياه\u202c", "المياه 😀", "a" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("words", SYNTAX)
def test_search_syntax_of_databases_means_nothing(words: str, asked: Asked) -> None:
    alone = any(("مياه",) in choices for choices in parse(words).wanted)
    assert names(asked, words) == ({"water"} if alone and len(parse(words).wanted) == 1 else set())
    assert asked.store.count() == 8


@pytest.mark.parametrize("words", ["", " ", '"', '""', "-", "-صفقة", "OR", "أو", "?!", "—", "\x00", "* : ^"])
def test_search_for_nothing_is_refused(words: str) -> None:
    with pytest.raises(QueryError, match="names no word to look for; give at least one"):
        parse(words)


def test_search_for_very_much_is_refused(asked: Asked) -> None:
    many = " ".join(f"كلمة{n}" for n in range(30))
    assert names(asked, many) == set()
    assert names(asked, f'"{many}"') == set()
    with pytest.raises(QueryError, match="takes 60 words at most"):
        parse(many * 3)


LIMITS = [
    ({"since": "2024-07"}, {"water", "visit"}),
    ({"since": "2024-06", "until": "2024"}, {"water"}),
    ({"until": "2024-06"}, {"plan", "plan copied"}),
    ({"since": "2024-05-17", "until": "2024-05-17"}, {"plan copied"}),
    ({"outlet": "media:al-riyadh"}, {"plan copied"}),
    ({"outlet": "al-riyadh"}, {"plan copied"}),
    ({"outlet": "الرياض السعودية", "until": "2024-05"}, {"plan copied"}),
    ({"outlet": "Al Riyadh"}, {"plan copied"}),
    ({"outlet": "okaz", "until": "2024"}, {"plan", "water"}),
    ({"actor": "person:xi-jinping"}, {"plan", "plan copied", "visit"}),
    ({"actor": "CHN"}, {"plan", "plan copied", "visit"}),
    ({"actor": "الصين"}, {"plan", "plan copied", "visit"}),
    ({"actor": "RUS", "types": ["CONSULT"], "statuses": ["actual"]}, {"visit"}),
    ({"actor": "USA", "types": ["consult"]}, set()),
    ({"types": ["AGREE"]}, set()),
    ({"statuses": ["planned"]}, {"plan", "plan copied"}),
]


@pytest.mark.parametrize(("limits", "found"), LIMITS, ids=[str(limits) for limits, _ in LIMITS])
def test_search_is_limited(limits: dict[str, object], found: set[str], asked: Asked) -> None:
    assert names(asked, "زيارة", **limits) == found


def test_search_knows_types_and_statuses_of_one_event(asked: Asked) -> None:
    assert names(asked, "إيران", types=["SANCTION"], statuses=["possible"]) == {"denial"}
    assert names(asked, "إيران", types=["SANCTION"], statuses=["denied"]) == set()


def test_search_pages_do_not_overlap(asked: Asked) -> None:
    words = "روسيا OR موسكو OR زيارة"
    whole = asked.store.search(words, limit=None)
    pages = [asked.store.search(words, limit=2, offset=n) for n in range(0, 8, 2)]
    assert not whole.more
    assert [hit.id for page in pages for hit in page.rows] == [hit.id for hit in whole.rows]
    assert [page.more for page in pages] == [n + 2 < len(whole.rows) for n in range(0, 8, 2)]
    assert [hit.score for hit in whole.rows] == sorted((hit.score for hit in whole.rows), reverse=True)


def test_search_tells_copies_and_stories(asked: Asked) -> None:
    hits = {hit.id: hit for hit in asked.store.search("الزيارة").rows}
    ids = asked.ids
    assert hits[ids.of("plan copied")].copy_of == ids.of("plan")
    assert hits[ids.of("plan")].copy_of is None
    assert hits[ids.of("visit")].story == f"story-{ids.of('plan')}"
    assert hits[ids.of("water")].story is None


def test_a_snippet_holds_the_hit_in_the_articles_own_words(asked: Asked) -> None:
    (hit,) = asked.store.search('مسئول "العامه للري"').rows
    text = asked.store.get(hit.id).article.text
    assert text[hit.snippet.start : hit.snippet.end] == hit.snippet.text
    assert [text[start:end] for start, end in hit.snippet.hits] == ["العامة للري", "والمسؤولين"]


def test_a_snippet_has_every_hit_in_it_marked() -> None:
    text = "قمة الوزراء\nافتتح وزراء المياه القمة في عدن"
    found = snippet(text, [("قمه",), ("وزرا",)], [(0, 11)])
    assert [text[start:end] for start, end in found.hits] == ["قمة", "الوزراء", "وزراء", "القمة"]


def test_a_snippet_prefers_what_is_neither_title_nor_furniture(asked: Asked) -> None:
    (hit,) = asked.store.search("لافروف موسكو").rows
    assert all(start > len(hit.title) for start, _ in hit.snippet.hits[-1:])
    (hit,) = asked.store.search("اقتصاد").rows
    assert hit.snippet.hits == ((11, 17),)


LONG = "أول الكلام. " + "حشو كثير " * 60 + "هنا القمة وهنا البيان. " + "حشو كثير " * 60 + "القمة."
SNIPPETS = [
    (LONG, [("قمه",), ("بيان",)], ["القمة", "البيان"]),
    (LONG, [("كلام",)], ["الكلام"]),
    (LONG, [("غايب",)], []),
    ("الوزراء", [("وزرا",)], ["الوزراء"]),
    ("مجلس الأمن ومجلس النواب", [("مجلس", "نواب")], ["ومجلس النواب"]),
    ("ﺍﻟﻮﺯﻳﺮ ﻳﺼﺮﺡ", [("وزير",)], ["ﺍﻟﻮﺯﻳﺮ"]),
    ("", [("وزير",)], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "terms", "hits"), SNIPPETS)
def test_snippets(text: str, terms: list[tuple[str, ...]], hits: list[str]) -> None:
    found = snippet(text, terms)
    assert [text[start:end] for start, end in found.hits] == hits
    assert len(found.text) <= WIDTH + 20
    assert found.cut == (found.end < len(text))
    assert not found.text or not text[found.start - 1 : found.start].strip()


@pytest.mark.parametrize(("words", "keys"), [
    ("وزيرا", {("وزير",)}), ('"مجلس الأمن" -روسيا', {("مجلس", "امن")}), ("F-16", {("f", "16")}),
])  # fmt: skip
def test_terms_are_what_is_wanted(words: str, keys: set[tuple[str, ...]]) -> None:
    assert parse(words).terms() == keys
