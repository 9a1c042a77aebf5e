"""The explained article: marks, cards, terminal and page."""

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.output.cards import cards
from marsad.output.explain import explain
from marsad.output.html import explain_html
from marsad.output.layout import Page
from marsad.output.marks import ORDER, Mark, marks, segments
from marsad.output.reasons import reason_text, reasons
from marsad.records import Article, Reading

VOID = {"meta", "br", "img", "link", "hr"}


class Checker(HTMLParser):
    """Collects ids, links and text, and sees that tags are balanced."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def checked(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    assert not checker.stack
    return checker


def test_segments_of_nested_and_overlapping_marks() -> None:
    found = segments(
        "abcdefghij", [Mark(0, 6, "content", "s1"), Mark(4, 8, "content", "s2"), Mark(1, 3, "trigger", "e1")]
    )
    assert [(s.text, [m.record for m in s.marks]) for s in found] == [
        ("a", ["s1"]), ("bc", ["s1", "e1"]), ("d", ["s1"]), ("ef", ["s1", "s2"]), ("gh", ["s2"]), ("ij", []),
    ]  # fmt: skip
    assert [m.record for s in found for m in s.opening] == ["s1", "e1", "s2"]
    assert [m.record for s in found for m in s.closing] == ["e1", "s1", "s2"]


def test_segments_of_nothing() -> None:
    assert segments("", []) == []
    assert [s.text for s in segments("abc", [Mark(2, 9, "cue", "s1"), Mark(1, 1, "cue", "s2")])] == ["abc"]


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45), st.sampled_from(ORDER), st.sampled_from("abc"))),
)
def test_segments_are_the_text(text: str, raw: list[tuple[int, int, str, str]]) -> None:
    given_marks = [Mark(a, b, kind, record) for a, b, kind, record in raw]  # type: ignore[arg-type]
    found = segments(text, given_marks)
    assert "".join(s.text for s in found) == text
    inside = sorted(m for m in given_marks if 0 <= m.start < m.end <= len(text))
    assert sorted(m for s in found for m in s.opening) == inside
    assert sorted(m for s in found for m in s.closing) == inside


def test_marks_point_at_the_text(reading: Reading) -> None:
    text = reading.article.text
    by_kind = {m.kind: text[m.start : m.end] for m in marks(reading)}
    assert set(by_kind) == set(ORDER)
    assert by_kind["furniture"] == "الرئيسية | سياسة"


def test_reasons_name_the_lexicon_entry() -> None:
    cue, rule, unknown = reasons(("cue say.qala", "content by quote", "frame no.such"))
    assert cue.lemma == "قال يقول"
    assert cue.at.startswith("cues.tsv:")
    assert reason_text(rule) == "content by quote"
    assert reason_text(unknown) == "frame no.such"


def test_cards_of_every_record(reading: Reading) -> None:
    found = cards(reading, "en")
    assert [c.id for c in found[:7]] == ["s1", "s2", "e1", "e2", "e3", "e4", "e5"]
    assert len(found) == 7 + len(reading.entities)
    assert found[0].facts == (("source chain", "TASS, then Reuters"),)
    assert found[2].title == "Xi Jinping → Russia"
    assert found[3].evidence[1].label == "also told at"


def test_explain_at_a_terminal(reading: Reading) -> None:
    text = re.sub("[\u2066-\u2069\u200f]", "", explain(reading, Page(120), "en"))
    assert "[s1:قال] وزير" in text
    assert "{s1:«لن نقبل الإملاءات <الغربية>»}" in text
    assert "[e1:زار] الرئيس" in text
    assert "<e2:3 مليارات دولار>" in text
    assert "‹الرئيسية | سياسة›" in text
    assert re.search(r"why: frame consult\.zara: زار يزور, .* \(cooperation\.tsv:\d+\)", text)
    assert "s1 Sergey Lavrov (foreign minister, Russia) · says · direct · confidence 0.90" in text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_page_is_whole_and_links_lead_somewhere(reading: Reading, lang: str) -> None:
    page = checked(explain_html(reading, lang))  # type: ignore[arg-type]
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert {"s1", "e5", "n1"} <= set(page.ids)


def test_page_asks_for_nothing_outside_itself(reading: Reading) -> None:
    text = explain_html(reading, "en")
    page = checked(text)
    assert not {"script", "img", "link", "iframe"} & page.tags
    assert not {a for a in page.attributes if a.startswith("on")} | ({"src", "srcset"} & page.attributes)
    assert "default-src 'none'" in text
    assert "url(" not in text
    assert "@import" not in text


def test_page_escapes_everything() -> None:
    bad = "</style><script>alert('x')</script>\"&"
    article = Article("0", bad, bad, bad, title=bad, outlet=bad, language=bad, encoding=bad)
    text = explain_html(Reading(article), "en")
    assert "<script" not in text
    checked(text)


def test_page_direction(reading: Reading) -> None:
    assert '<html lang="ar" dir="rtl">' in explain_html(reading, "ar")
    assert '<html lang="en" dir="ltr">' in explain_html(reading, "en")
    assert "سجل" in explain_html(reading, "ar")
    assert '<div class="text" dir="rtl"' in explain_html(reading, "en")
    assert '<div class="text" dir="ltr"' in explain_html(Reading(Article("0", "English", "x")), "ar")


def test_page_shows_the_date_with_its_evidence(reading: Reading) -> None:
    text = explain_html(reading, "en")
    assert "5 March 2024 (to the day)" in text
    assert "بتاريخ 5 مارس 2024" in text


def test_page_text_is_the_article(reading: Reading) -> None:
    text = explain_html(reading, "en")
    body = text[text.index('<div class="text"') : text.index("</section>")]
    body = re.sub(r'<a class="tag[^>]*>[^<]*</a>', "", body)
    from html import unescape

    assert unescape(re.sub(r"<[^>]*>", "", body)).strip("\n") == reading.article.text.strip("\n")


def test_explain_of_a_reading_without_records() -> None:
    empty = Reading(Article("0", "نص قصير", "x"))
    assert "نص قصير" in explain(empty, Page(60), "en")
    checked(explain_html(empty, "ar"))


def test_explain_is_the_same_twice(reading: Reading) -> None:
    again = dataclasses.replace(reading)
    assert explain_html(reading, "en") == explain_html(again, "en")
