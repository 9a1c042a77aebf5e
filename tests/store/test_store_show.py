"""One thing whole: articles, records, and what links tell."""

from typing import Any

import pytest
from askedstore import PLAN, Asked

from marsad.errors import StoreError
from marsad.store.ids import link_id, parse_any_id, public_id
from marsad.store.queries import show
from marsad.store.queries.articleview import ArticleView
from marsad.store.queries.tellings import first_line, sentence


def shown(asked: Asked, name: str, record: str = "", link: Any = "") -> Any:
    if link == "story":
        return asked.store.show(link_id("story", asked.ids.articles[name]))
    return asked.store.show(link_id(link, asked.ids.number(name, record)) if link else asked.ids.of(name, record))


def test_show_an_article(asked: Asked) -> None:
    view = shown(asked, "plan")
    assert isinstance(view, ArticleView)
    assert (view.id, view.text, view.outlet, view.published) == (asked.ids.of("plan"), PLAN, "media:okaz", "2024-05-16")
    assert [(v.id, v.version, v.current) for v in view.versions] == [(view.id, 1, True)]
    assert [(c.id, c.first) for c in view.copies] == [(asked.ids.of("plan copied"), False)]
    assert view.story is not None
    assert view.story.id == f"story-{view.id}"
    (linked,) = view.events
    assert (linked.event.id, linked.tellings) == (f"{view.id}-e1", 2)
    assert linked.happening == link_id("happening", asked.ids.number("plan", "e1"))


def test_show_a_copy_tells_who_was_first(asked: Asked) -> None:
    assert [(c.id, c.first) for c in shown(asked, "plan copied").copies] == [(asked.ids.of("plan"), True)]


def test_show_records_in_the_order_of_the_text(asked: Asked) -> None:
    view = shown(asked, "denial")
    assert [each.event.id[-2:] for each in view.events] == ["e1", "e2", "e3"]
    assert [s.id for s in shown(asked, "meeting").statements] == [asked.ids.of("meeting", "s1")]


def test_show_an_event_with_its_happening(asked: Asked) -> None:
    view = shown(asked, "meeting again", "e1")
    assert isinstance(view, show.EventView)
    assert view.event.words == "اجتمع لافروف ووانغ يي أمس الأول في العاصمة الروسية."
    assert view.event.article is not None
    assert view.event.article.outlet == "media:al-riyadh"
    assert view.happening is not None
    assert [t.id for t in view.happening.tellings] == [asked.ids.of("meeting", "e1"), view.event.id]


def test_show_an_event_of_others_data(asked: Asked) -> None:
    for row in asked.store.timeline("RUS", source="icews").rows:
        view = asked.store.show(row.id)
        assert isinstance(view, show.EventView)
        assert (view.event.id, view.event.article, view.happening) == (row.id, None, None)
    assert view.event.codes == {"cameo": "010"}


def test_show_a_happening_with_differences(asked: Asked) -> None:
    view = shown(asked, "meeting", "e1", "happening")
    assert isinstance(view, show.HappeningView)
    ((field, unit, claims),) = view.differences
    assert (field, unit, [c["value"] for c in claims]) == ("time", "", ["2024-05-14", "2024-05-13"])
    assert (view.promise, view.agreements) == (None, ())
    planned = shown(asked, "meeting", "e2", "happening")
    number = asked.ids.number("meeting", "e2")
    assert (planned.promise, planned.agreements) == (link_id("promise", number), (link_id("agreement", number),))


def test_show_a_statement_with_its_echo(asked: Asked) -> None:
    view = shown(asked, "meeting", "s1")
    assert isinstance(view, show.StatementView)
    assert (view.cue, view.echo) == ("قال", link_id("echo", asked.ids.number("meeting", "s1")))
    assert view.statement.addressee is not None
    assert view.statement.addressee.en == "NATO"
    assert [each.id for each in view.echoes] == [asked.ids.of("meeting again", "s1")]
    assert shown(asked, "water", "s1").echoes == ()


def test_show_an_echo(asked: Asked) -> None:
    view = shown(asked, "meeting", "s1", "echo")
    assert view.speaker.en == "Sergey Lavrov"
    assert [each.id[:16] for each in view.statements] == [asked.ids.of("meeting"), asked.ids.of("meeting again")]


def test_show_a_story(asked: Asked) -> None:
    view = shown(asked, "plan", link="story")
    assert [(a.id, a.first) for a in view.articles] == [
        (asked.ids.of("plan"), True), (asked.ids.of("plan copied"), False), (asked.ids.of("visit"), True),
    ]  # fmt: skip
    assert [h.tellings for h in view.happenings] == [2, 1]


def test_show_a_promise(asked: Asked) -> None:
    view = shown(asked, "plan", "e1", "promise")
    assert (view.promise.outcome, view.happening.happening.status) == ("kept", "planned")
    assert [each.id for each in view.evidence] == [asked.ids.of("visit", "e1")]
    assert shown(asked, "denial", "e3", "promise").promise.outcome == "overdue"


def test_show_an_agreement(asked: Asked) -> None:
    view = shown(asked, "meeting", "e2", "agreement")
    assert view.agreement.status == "signed"
    assert [each.id for each in view.tellings] == [asked.ids.of("meeting", "e2")]


NOT_THERE = [
    "0123456789abcdef", "0123456789abcdef-e1", "0123456789abcdef-s1", "story-0123456789abcdef",
    "happening-0123456789abcdef", "echo-0123456789abcdef", "promise-0123456789abcdef", "agreement-0123456789abcdef",
    "icews-0123456789abcdef",
]  # fmt: skip


@pytest.mark.parametrize("number", NOT_THERE)
def test_show_what_is_not_there(number: str, asked: Asked) -> None:
    with pytest.raises(StoreError, match=f"{number}: there is no such"):
        asked.store.show(number)


def test_details_of_a_story_tell_who_had_it_first_and_what_is_a_copy(asked: Asked) -> None:
    details = asked.store.story_details(link_id("story", asked.ids.articles["plan"]))
    first, copied, later = details.articles
    assert [each.id for each in details.articles] == [asked.ids.of(name) for name in ("plan", "plan copied", "visit")]
    assert (first.copy_of, copied.copy_of, later.copy_of) == (None, first.id, None)
    assert copied.title == PLAN + " انتهى."
    assert (first.opening, copied.opening) == (PLAN, "")
    assert (details.quoted, details.cited) == ((), ())


def test_details_of_a_story_tell_who_quotes_whom_through_whom(asked: Asked) -> None:
    details = asked.store.story_details(link_id("story", asked.ids.articles["meeting"]))
    assert [(q.outlet, [v.id for v in q.via], q.speaker.en, q.statements, q.first) for q in details.quoted] == [
        ("media:okaz", [], "Sergey Lavrov", 1, asked.ids.of("meeting", "s1")),
        ("media:al-riyadh", ["media:tass"], "Sergey Lavrov", 1, asked.ids.of("meeting again", "s1")),
    ]
    assert [(c.outlet, c.source.en, c.statements) for c in details.cited] == [("media:al-riyadh", "TASS", 1)]


def test_the_source_of_a_record_is_its_article(asked: Asked) -> None:
    source = asked.store.source(asked.ids.of("plan", "e1"))
    assert (source.id, source.article.text) == (asked.ids.of("plan"), PLAN)
    with pytest.raises(StoreError):
        asked.store.source("0000000000000001")


NO_IDS = [
    "", "12", "story-12", "fable-0123456789abcdef", "0123456789abcdef-", "0123456789abcdef-x1", "0123456789abcdef-e",
    "ffffffffffffffff", "story-ffffffffffffffff", "0x123456789abcde", "+123456789abcdef", "0123456789abcdefg", "ن" * 16,
]  # fmt: skip


@pytest.mark.parametrize("text", [n for n in NO_IDS if n != "0123456789abcdef-"])
def test_what_is_no_id_is_told(text: str, asked: Asked) -> None:
    with pytest.raises(StoreError, match="is no id; ids have sixteen"):
        asked.store.show(text)


def test_ids_of_any_kind_come_back() -> None:
    assert parse_any_id(public_id(255)) == ("article", 255, "")
    assert parse_any_id(public_id(255, "E12").upper()) == ("event", 255, "e12")
    assert parse_any_id(f" {link_id('story', 255)} ") == ("story", 255, "")


SENTENCES = [
    ("وصل أمس. زار موسكو اليوم. ثم غادر.", "زار", "زار موسكو اليوم."),
    ("زار موسكو", "زار", "زار موسكو"),
    ("العنوان\nزار موسكو\nثم غادر", "زار", "زار موسكو"),
    ("بلغ 3.5 مليون حين زار موسكو؟ نعم.", "زار", "بلغ 3.5 مليون حين زار موسكو؟"),
]


@pytest.mark.parametrize(("text", "word", "expected"), SENTENCES)
def test_the_sentence_of_a_word(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    assert sentence(text, start, start + len(word)) == expected


@pytest.mark.parametrize(("text", "line"), [("", ""), ("\n \n  خبر   اليوم \nثم", "خبر اليوم"), ("خبر", "خبر")])
def test_an_article_without_a_title_is_known_by_its_first_line(text: str, line: str) -> None:
    assert first_line(text) == line


def test_a_long_sentence_is_cut_around_the_word() -> None:
    text = "كلمة " * 200 + "زار " + "كلمة " * 200
    found = sentence(text, 1000, 1003)
    assert "زار" in found
    assert len(found) < 400
