"""How things are cited, in both languages, whatever their texts hold."""

import pytest

from marsad.observatory.addresses import web_address
from marsad.observatory.parts.citations import LONGEST, Cited, citation
from marsad.output.bidi import FSI, PDI, width
from marsad.records import Entity

SPEAKER = Entity("person:a", "person", "الوزير", "The Minister")
CITED = Cited("/records/0f-s1", "عنوان", "media:tass", "2023-03-20", "0.4.0", "كاتب", "قول قصير", (SPEAKER,))


def plain(text: str) -> str:
    return text.replace(FSI, "").replace(PDI, "")


def test_a_record_is_cited_with_its_words_speaker_article_day_address_and_version() -> None:
    found = citation(CITED)
    assert plain(found.en) == (
        "“قول قصير” – The Minister, in: كاتب, “عنوان”, TASS, 20 March 2023. /records/0f-s1 (read by Marsad 0.4.0)."
    )
    assert plain(found.ar) == (
        "«قول قصير» – الوزير، في: كاتب، «عنوان»، تاس، 20 مارس 2023. /records/0f-s1 (قرأه مرصد 0.4.0)."
    )


def test_what_is_not_known_is_told_so() -> None:
    found = citation(Cited("/articles/0f", "", None, None, "0.4.0"))
    assert plain(found.en) == (
        "“untitled”, outlet unknown, publication date unknown. /articles/0f (read by Marsad 0.4.0)."
    )


def test_a_story_is_cited_with_its_size() -> None:
    found = citation(Cited("/stories/story-0f", "عنوان", "media:tass", "2023-03-20", "0.4.0", size=(12, 5)))
    assert "and others (articles: 12, outlets: 5)" in found.en


def test_texts_cannot_turn_the_direction_of_what_follows() -> None:
    found = citation(CITED._replace(title="\u202ex\u2069\x1b", quotation="\u2067y", author="\u2066z"))
    assert found.en.count(FSI) == found.en.count(PDI)
    assert not set(found.en) & set("\u202e\u2067\u2066\x1b")


def test_long_quotations_are_cut() -> None:
    found = citation(CITED._replace(quotation="كلمة " * 200))
    assert "…" in found.en
    assert width(plain(found.en)) < LONGEST + 200


@pytest.mark.parametrize(
    ("uri", "allowed"),
    [
        ("https://x.example/a?b=1#c", True), ("http://x.example/مقال", True), ("HTTPS://x.example/", True),
        ("javascript:alert(1)", False), ("file:///etc/passwd", False), ("/srv/a.txt", False), ("a.txt", False),
        ("//x.example/a", False), ("http:x", False), ("http://", False), ("http://[x", False), ("", False),
        ("https://x.example/a b", False), ("https://x.example/\u202ea", False), ("java\nscript:x", False),
        ("data:text/html,x", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(uri: str, allowed: bool) -> None:
    assert bool(web_address(uri)) is allowed
