"""Timelines, quotes, promises, agreements, stories, counts: each happening and each echo once, limited and in pages."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from askedstore import Asked

from marsad.errors import QueryError
from marsad.store.queries.facets import counts, total
from marsad.store.queries.paging import Page
from marsad.store.queries.statements import FACETS, OWN


def firsts(asked: Asked, page: Page[Any]) -> list[str]:
    """What happenings and promises are, by the names of the events that told them first."""
    names = {asked.ids.of(n, f"e{k}"): f"{n} e{k}" for n in asked.ids.articles for k in (1, 2, 3)}
    return [names[row.first] for row in page.rows]


TIMELINES: list[tuple[tuple[str, ...], dict[str, Any], list[str]]] = [
    (("RUS", "CHN"), {}, ["meeting e1", "meeting e2", "plan e1", "visit e1"]),
    (("CHN", "RUS"), {}, ["meeting e1", "meeting e2", "plan e1", "visit e1"]),
    (("روسيا", "China"), {}, ["meeting e1", "meeting e2", "plan e1", "visit e1"]),
    (("وانغ يي",), {}, ["meeting e1"]),
    (("person:xi-jinping", "state:RUS"), {}, ["plan e1", "visit e1"]),
    (("state:RUS", "state:CHN"), {}, ["meeting e2"]),
    (("IRN",), {}, ["denial e2", "denial e1", "denial e3"]),
    (("IRN",), {"newest_first": True}, ["denial e3", "denial e1", "denial e2"]),
    (("IRN",), {"statuses": ["denied", "possible"]}, ["denial e2", "denial e1"]),
    (("IRN",), {"types": ["agree"]}, ["denial e3"]),
    (("IRN", "USA"), {}, ["denial e2"]),
    (("RUS", "CHN"), {"since": "2025"}, ["plan e1", "visit e1"]),
    (("RUS", "CHN"), {"until": "2024"}, ["meeting e1", "meeting e2"]),
    # The days of an interval count, not its first alone.
    (("RUS", "CHN"), {"since": "2024-05-14", "until": "2024-05-14"}, ["meeting e1", "meeting e2"]),
    (("IRN",), {"since": "2024-12", "until": "2024-12"}, ["denial e2"]),
    (("RUS", "USA"), {}, []),
    (("FRA",), {}, []),
    (("CHN", "CHN"), {}, []),
    (("RUS", "RUS"), {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("actors", "limits", "events"), TIMELINES, ids=[f"{a} {k}" for a, k, _ in TIMELINES])
def test_timeline_of_parties(actors: Sequence[str], limits: dict[str, Any], events: list[str], asked: Asked) -> None:
    assert sorted(firsts(asked, asked.store.timeline(*actors, **limits))) == sorted(events)


def test_timeline_is_in_the_order_of_days(asked: Asked) -> None:
    for newest in (False, True):
        days = [row.day for row in asked.store.timeline("RUS", newest_first=newest).rows]
        assert days == sorted(days, reverse=newest)


def test_timeline_tells_a_happening_once_with_those_who_tell_it(asked: Asked) -> None:
    row = asked.store.timeline("RUS", "CHN", since="2024-05-13", until="2024-05-13").rows[0]
    assert row.id == f"happening-{asked.ids.number('meeting', 'e1'):016x}"
    assert (row.tellings, row.outlets) == (2, ("media:okaz", "media:al-riyadh"))
    assert (row.first, row.differences) == (asked.ids.of("meeting", "e1"), ("time",))
    assert [actor.en for actor in row.actors] == ["Sergey Lavrov", "Wang Yi"]
    assert (row.source, row.status, row.place) == ("marsad", "actual", "موسكو")


@pytest.mark.parametrize("actors", [(), ("RUS", "CHN", "IRN")])
def test_timeline_is_of_one_or_two(actors: Sequence[str], asked: Asked) -> None:
    with pytest.raises(QueryError, match="name one or two"):
        asked.store.timeline(*actors)


def test_timeline_of_others_data(asked: Asked) -> None:
    rows = asked.store.timeline("RUS", source="icews").rows
    assert [(row.day, row.type, row.mode, row.status) for row in rows] == [
        ("2018-09-02", "CONSULT", "visit", "actual"), ("2018-09-03", "", None, "actual"),
    ]  # fmt: skip
    assert [[e.en for e in (*row.actors, *row.recipients)] for row in rows] == [
        ["Xi Jinping", "Citizen (Russia)"], ["Russia", "Jan Nobody"],
    ]  # fmt: skip
    assert [row.source for row in asked.store.timeline("CHN", "RUS", source="ICEWS").rows] == ["icews"]
    assert len({row.id for row in rows}) == 2
    assert "icews" not in {row.source for row in asked.store.timeline("RUS").rows}


def test_timeline_of_others_data_needs_some(asked: Asked) -> None:
    with pytest.raises(QueryError, match="no events of that source"):
        asked.store.timeline("RUS", source="gdelt")


QUOTES: list[tuple[dict[str, Any], list[str]]] = [
    ({"speaker": "person:sergey-lavrov"}, ["meeting again s1"]),  # the newest of an echo
    ({"speaker": "Lavrov"}, ["meeting again s1"]),
    ({"speaker": "لافروف"}, ["water s1", "meeting again s1"]),
    ({"speaker": "RUS"}, ["meeting again s1"]),
    ({"speaker": "Lavrov", "outlet": "okaz"}, ["meeting s1"]),
    ({"speaker": "Lavrov", "until": "2024-05-14"}, ["meeting s1"]),
    ({"speaker": "Lavrov", "since": "2024-05-16"}, []),
    ({"speaker": "Lavrov", "about": "الصين"}, ["meeting s1"]),  # who is mentioned
    ({"about": "CHN"}, ["meeting s1"]),
    ({"about": "state:CHN"}, ["meeting s1"]),
    ({"about": "IRN"}, []),
    ({"speaker": "Lavrov", "about": "صفقة"}, ["meeting again s1"]),
    ({"speaker": "Lavrov", "about": "مليارات"}, ["meeting again s1"]),
    ({"about": "ثلاثه مليارات"}, ["meeting again s1"]),
    ({"about": "اتفاق OR المياه"}, ["water s1", "meeting s1"]),
    ({"about": "المياه -الأردن"}, []),
    ({"about": '"مستوى المياه"'}, ["water s1"]),
    ({"about": "الري"}, []),  # in the article, but not in the words
]  # fmt: skip


@pytest.mark.parametrize(("limits", "found"), QUOTES, ids=[str(limits) for limits, _ in QUOTES])
def test_quotes(limits: dict[str, Any], found: list[str], asked: Asked) -> None:
    names = {asked.ids.of(n, "s1"): f"{n} s1" for n in asked.ids.articles}
    assert [names[row.id] for row in asked.store.quotes(**limits).rows] == found


def test_quotes_tell_the_chain_and_the_echo(asked: Asked) -> None:
    (row,) = asked.store.quotes("Lavrov").rows
    assert (row.speaker.office, [each.en for each in row.via]) == ("foreign-minister@RUS", ["TASS"])
    assert (row.tellings, row.kind, row.day) == (2, "direct", "2024-05-15")
    assert row.echo == f"echo-{asked.ids.number('meeting', 's1'):016x}"


def test_quotes_are_of_somebody_or_about_something(asked: Asked) -> None:
    with pytest.raises(QueryError, match="name a speaker"):
        asked.store.quotes()
    with pytest.raises(QueryError, match="no such entity"):
        asked.store.quotes(about="person:nobody")


PROMISES: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({}, [("denial e3", "overdue"), ("plan e1", "kept"), ("meeting e2", "open")]),
    ({"as_of": "2024-06-30"}, [("denial e3", "open"), ("plan e1", "kept"), ("meeting e2", "open")]),
    ({"as_of": "2024-07"}, [("denial e3", "overdue"), ("plan e1", "kept"), ("meeting e2", "open")]),
    ({"outcomes": ["overdue"]}, [("denial e3", "overdue")]),
    ({"outcomes": ["overdue"], "as_of": "2024-06"}, []),
    ({"outcomes": ["open"]}, [("meeting e2", "open")]),
    ({"outcomes": ["kept", "open"], "as_of": "2024"}, [("plan e1", "kept"), ("meeting e2", "open")]),
    ({"actor": "IRN"}, [("denial e3", "overdue")]),
    ({"actor": "Xi Jinping"}, [("plan e1", "kept")]),
    ({"outcomes": ["broken"]}, []),
]  # fmt: skip


@pytest.mark.parametrize(("limits", "found"), PROMISES, ids=[str(limits) for limits, _ in PROMISES])
def test_promises(limits: dict[str, Any], found: list[tuple[str, str]], asked: Asked) -> None:
    page = asked.store.promises(**limits)
    outcomes = [row.outcome for row in page.rows]
    assert list(zip(firsts(asked, page), outcomes, strict=True)) == found


def test_promises_tell_term_and_evidence(asked: Asked) -> None:
    (row,) = asked.store.promises(outcomes=["kept"]).rows
    assert (row.said, row.term, row.words) == ("2024-05-16", "2025-05", "سيزور")
    assert row.evidence == (asked.ids.of("visit", "e1"),)
    assert row.id == f"promise-{asked.ids.number('plan', 'e1'):016x}"


AGREEMENTS: list[tuple[dict[str, Any], int]] = [
    ({}, 1), ({"party": "RUS"}, 1), ({"party": "الصين"}, 1), ({"party": "IRN"}, 0), ({"since": "2024-05-15"}, 0),
    ({"until": "2024-05"}, 1),
]  # fmt: skip


@pytest.mark.parametrize(("limits", "number"), AGREEMENTS, ids=[str(limits) for limits, _ in AGREEMENTS])
def test_agreements(limits: dict[str, Any], number: int, asked: Asked) -> None:
    rows = asked.store.agreements(**limits).rows
    assert len(rows) == number
    for row in rows:
        assert [party.en for party in row.parties] == ["China", "Russia"]
        assert (row.status, row.term, row.amounts[0]["value"]) == ("signed", "P5Y", 3e9)


STORIES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["plan", "meeting"]),
    ({"order": "newest"}, ["plan", "meeting"]),
    ({"order": "newest", "least": 1}, ["denial", "plan", "meeting"]),
    ({"least": 1}, ["plan", "meeting", "denial"]),
    ({"least": 3}, ["plan"]),
    ({"actor": "IRN", "least": 1}, ["denial"]),
    ({"actor": "لافروف"}, ["meeting"]),
    ({"since": "2025"}, ["plan"]),
    ({"until": "2024-05-15"}, ["meeting"]),
]


@pytest.mark.parametrize(("limits", "found"), STORIES, ids=[str(limits) for limits, _ in STORIES])
def test_stories(limits: dict[str, Any], found: list[str], asked: Asked) -> None:
    rows = asked.store.stories(**limits).rows
    assert [row.id for row in rows] == [f"story-{asked.ids.of(name)}" for name in found]
    assert [row.first for row in rows] == [asked.ids.of(name) for name in found]


def test_stats_count_what_is_there(asked: Asked) -> None:
    counts = {(row.group, row.name): (row.number, row.note) for row in asked.store.stats()}
    assert counts["articles", "articles"] == (8, "")
    assert counts["articles", "replaced versions"] == (0, "")
    assert counts["articles", "not linked yet"] == (0, "")
    assert counts["articles", "outlets"] == (2, "")
    assert counts["articles", "days"] == (7, "2024-05-14/2025-05-09")
    assert counts["records", "statements"] == (3, "")
    assert counts["records", "events"] == (9, "")
    assert counts["records", "events from icews"] == (2, "")
    assert counts["event types", "CONSULT"] == (5, "")
    assert counts["event status", "planned"] == (4, "")
    assert counts["links", "happenings told several times"] == (2, "")
    assert counts["links", "copies"] == (1, "")
    assert counts["promises", "open"] == (2, "")
    assert counts["outlets", "media:okaz"] == (4, "")
    assert counts["store", "bytes"][0] > 10_000


PAGED: list[tuple[str, Callable[[Asked, int | None, int], Page[Any]]]] = [
    ("timeline", lambda asked, limit, offset: asked.store.timeline("RUS", limit=limit, offset=offset)),
    ("quotes", lambda asked, limit, offset: asked.store.quotes(
        about="مليارات OR المياه OR الصين", limit=limit, offset=offset)),
    ("promises", lambda asked, limit, offset: asked.store.promises(limit=limit, offset=offset)),
    ("stories", lambda asked, limit, offset: asked.store.stories(least=1, limit=limit, offset=offset)),
    ("agreements", lambda asked, limit, offset: asked.store.agreements(limit=limit, offset=offset)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "ask"), PAGED, ids=[name for name, _ in PAGED])
def test_pages_make_up_the_whole(name: str, ask: Callable[..., Page[Any]], asked: Asked) -> None:
    whole = ask(asked, None, 0)
    pages = [ask(asked, 1, n) for n in range(len(whole.rows) + 1)]
    assert len(whole.rows) >= (1 if name == "agreements" else 2)
    assert [row for page in pages for row in page.rows] == list(whole.rows)
    assert [page.more for page in pages] == [n + 1 < len(whole.rows) for n in range(len(pages))]


WRONG: list[Callable[[Asked], object]] = [
    lambda asked: asked.store.timeline("RUS", since="someday"),
    lambda asked: asked.store.timeline("RUS", since="2024-02-30"),
    lambda asked: asked.store.timeline("RUS", since="2024-13"),
    lambda asked: asked.store.timeline("RUS", since="2025", until="2024"),
    lambda asked: asked.store.timeline("RUS", types=["VISIT"]),
    lambda asked: asked.store.timeline("RUS", statuses=["sure"]),
    lambda asked: asked.store.timeline("RUS", limit=-1),
    lambda asked: asked.store.search("x", offset=-1),
    lambda asked: asked.store.search("x", outlet="nowhere"),
    lambda asked: asked.store.promises(outcomes=["maybe"]),
    lambda asked: asked.store.promises(as_of="soon"),
]


@pytest.mark.parametrize("ask", WRONG)
def test_what_cannot_be_asked_is_refused(ask: Callable[[Asked], object], asked: Asked) -> None:
    with pytest.raises(QueryError):
        ask(asked)


ANY: dict[str, list[str]] = {facet: [] for facet in FACETS}


def test_statements_are_listed_and_counted_whoever_speaks(asked: Asked) -> None:
    page = asked.store.statements(repeats=True)
    days = [quote.day or "" for quote in page.rows]
    assert days == sorted(days, reverse=True)
    groups = asked.store.statement_groups(repeats=True)
    assert total(groups, {}) == len(page.rows) > 2
    counted = counts(groups, ANY)
    for facet, values in counted.items():
        for value, number in values.items():
            narrowed = {facet: [value]}
            assert (
                len(asked.store.statements(repeats=True, narrowed=narrowed).rows) == number == total(groups, narrowed)
            )
    riyadh = {"chain": [OWN], "outlet": ["media:al-riyadh"]}
    assert total(groups, riyadh) == 0
    assert counts(groups, ANY | riyadh)["chain"] == {"media:tass": 1}
    assert counts(groups, ANY | riyadh)["outlet"] == {"media:okaz": 2}


def test_words_that_several_tell_are_one_statement_the_first(asked: Asked) -> None:
    each, once = asked.store.statements(repeats=True).rows, asked.store.statements().rows
    gone = {quote.id for quote in each} - {quote.id for quote in once}
    assert gone == {asked.ids.of("meeting again", "s1")}
    assert total(asked.store.statement_groups(), {}) == len(once)
