"""All that is told between two countries, ours and imported, and the days of which a store tells."""

import askedstore
import pytest

from marsad.store.queries.period import Period

PAIRS = [("RUS", "CHN"), ("USA", "IRN"), ("CHN", "RUS")]


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_told_between_two_is_what_their_timelines_have(asked: askedstore.Asked, pair: tuple[str, str]) -> None:
    found = asked.store.between(*pair)
    own = asked.store.timeline(*pair, limit=None).rows
    assert {each.id for each in found if each.source == "marsad"} == {row.id for row in own}
    days = [each.day for each in found]
    assert days == sorted(days, key=lambda day: day or "", reverse=True), "the newest first"
    if pair != ("USA", "IRN"):
        assert own, "there is something to tell"


def test_others_events_are_told_beside_ours(asked: askedstore.Asked) -> None:
    sources = {source for pair in PAIRS for source in {each.source for each in asked.store.between(*pair)}}
    assert sources > {"marsad"}


def test_in_full_each_has_the_words_that_told_it_first(asked: askedstore.Asked) -> None:
    found = asked.store.between("RUS", "CHN")
    full = asked.store.in_full(found)
    assert [each.event.id for each in full] == [each.id for each in found]
    for glimpse, each in zip(found, full, strict=True):
        assert (each.event.type, each.event.status, each.event.day) == (glimpse.type, glimpse.status, glimpse.day)
        assert each.told is not None
        assert each.told.id == each.event.first
    in_part = asked.store.in_full(found[1:2])
    assert in_part == full[1:2]


def test_days_limit_it(asked: askedstore.Asked) -> None:
    whole = asked.store.between("RUS", "CHN")
    day = next(each.day for each in whole if each.day)
    part = asked.store.between("RUS", "CHN", since=day, until=day)
    assert {each.id for each in part} >= {each.id for each in whole if each.day == day}
    assert len(part) < len(whole)


def test_a_store_tells_of_the_days_of_its_articles_and_of_others_events(asked: askedstore.Asked) -> None:
    told = asked.store.told_days()
    published = [sketch.published for sketch in askedstore.SKETCHES if sketch.published]
    assert told != Period()
    assert told.first is not None
    assert told.last is not None
    assert told.first <= min(published)[:10]
    assert told.last >= max(published)[:10]
