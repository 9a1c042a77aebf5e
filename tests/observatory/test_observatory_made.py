"""What pages make of records by themselves: wordings, copies, what tellings agree on, points of a chart."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from marsad.observatory.pages.happenings import wordings
from marsad.observatory.pages.outlets import copied_by
from marsad.observatory.pages.pair import points
from marsad.observatory.pages.stories import agreed
from marsad.store.queries.between import Glimpse
from marsad.store.queries.outlets import Copied, OutletRow
from marsad.store.store import Store


def test_words_are_one_wording_however_they_are_spaced(linked_store: Path) -> None:
    with Store.open(linked_store) as store:
        quote = store.statements(limit=1).rows[0]
    told = [quote._replace(content=words) for words in ("one  two", "three", "one two\n", "one two")]
    assert [(each.content, len(each.statements)) for each in wordings(told)] == [("one two", 3), ("three", 1)]


def test_those_who_copy_an_outlet_most_come_first() -> None:
    rows = [
        OutletRow(name, 9, 0, 0, 0, 0, 0, (Copied("media:x", 1), Copied("media:a", times)), None, None)
        for name, times in (("media:b", 1), ("media:c", 5), ("media:d", 3))
    ]
    assert copied_by("media:a", rows) == (Copied("media:c", 5), Copied("media:d", 3), Copied("media:b", 1))
    assert copied_by("media:z", rows) == ()


@pytest.mark.parametrize(
    ("differing", "left"), [("parties", set()), ("actors", {"recipients"}), ("time", {"actors", "recipients"})]
)
def test_who_took_part_is_not_agreed_on_where_parties_differ(
    linked_store: Path, differing: str, left: set[str]
) -> None:
    with Store.open(linked_store) as store:
        rows = store.timeline("RUS", limit=None).rows
    row = next(row for row in rows if row.actors and row.recipients)
    fields = agreed(row._replace(differences=(differing,))).fields
    assert set(fields) & {"actors", "recipients"} == left
    assert "status" in fields


def test_numbers_that_differ_are_not_agreed_on(linked_store: Path) -> None:
    with Store.open(linked_store) as store:
        row = store.timeline("RUS", limit=1).rows[0]._replace(quantities=({"value": 3.0, "unit": "USD"},))
    assert "quantities" in agreed(row._replace(differences=())).fields
    assert "quantities" not in agreed(row._replace(differences=("numbers",))).fields


def test_what_has_no_day_or_no_class_is_not_drawn() -> None:
    told = [
        Glimpse(1, "marsad", "2024-01-02", "AID", None, 2, "actual"),
        Glimpse(2, "marsad", None, "AID", None, 2, "actual"),
        Glimpse(3, "icews", "2024-01-01", "", None, 0, "actual"),
        Glimpse(4, "marsad", "2024-01-01", "AID", None, 2, "planned"),
    ]
    made = points(SimpleNamespace(lang="en"), told)  # type: ignore[arg-type]
    assert (made.days, made.statuses, made.kinds) == (("2024-01-02", "2024-01-01"), ("actual", "planned"), (0, 0))
    assert len(made.names) == 1


def test_a_happening_is_as_sure_as_its_surest_telling(samples: Path) -> None:
    with Store.open(samples) as store:
        found = {each.id: each.confidence for each in store.between("EGY", "TUR")}
        told = {id: [one.confidence for one in store.show(id).tellings] for id in found}  # type: ignore[union-attr]
    assert any(each[-1] < max(each) for each in told.values()), "the last telling is not always the surest"
    assert found == {id: max(each) for id, each in told.items()}


def test_what_has_no_date_comes_last(samples: Path) -> None:
    with Store.open(samples) as store:
        told = [[each.day for each in store.told_of(code)] for code in ("EGY", "IRN", "RUS", "DZA")]
    assert any(None in days for days in told), "there is something without a date"
    for days in told:
        assert days == sorted(days, key=lambda day: day or "", reverse=True)


def test_stories_begin_with_who_had_them_first_and_tell_the_most_quoted_first(samples: Path) -> None:
    with Store.open(samples) as store:
        rows = store.stories(least=1, limit=200).rows
        details = [store.story_details(row.id) for row in rows]
    assert [each.articles[0].id for each in details] == [row.first for row in rows]
    numbers = [[quoting.statements for quoting in each.quoted] for each in details]
    assert any(len(set(each)) > 1 for each in numbers), "some are quoted more often than others"
    assert all(each == sorted(each, reverse=True) for each in numbers)
    citing = [[cited.statements for cited in each.cited] for each in details]
    assert all(each == sorted(each, reverse=True) for each in citing)
