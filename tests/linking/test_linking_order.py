"""The order of articles in time, where some have no date, or only days between which they were published."""

from __future__ import annotations

import itertools

import pytest
from tellings import happenings, readings

from marsad.linking import inmemory
from marsad.linking.days import days_of
from marsad.linking.order import Placed, in_order, placed

CASES = {
    "by their days": ("2022-02-04", "2022-12-30", "2025-02-24"),
    "a day before the days that begin on it": ("2022-12-30", "2022-12-30/2023-01-02"),
    "what begins earlier": ("2025-01-20/2027-01-20", "2026-01-16/2026-06-30"),
    "those without a date last": ("2022-12-30", None),
    "one without a date by its newest event": ("2022-12-29", (None, "2022-12-30"), "2023-01-01"),
    "days narrowed by the newest event": ("2022-12-29", ("2022-01/2023-12", "2022-12-30"), "2022-12-31"),
    "an event that the date excludes": (("2022-01", "2024"), "2022-03-01"),
}


@pytest.mark.parametrize("case", CASES)
def test_order_of_articles(case: str) -> None:
    given = [date if isinstance(date, tuple) else (date, None) for date in CASES[case]]
    articles = [Placed(n, days_of(published), days_of(newest)) for n, (published, newest) in enumerate(given)]
    for several in itertools.permutations(articles):
        assert in_order(several) == list(range(len(articles)))


def test_order_takes_the_time_of_an_event_from_another_telling() -> None:
    said = "وقال بوتين: «خط الغاز الجديد سيجعل جيراننا في الجنوب مركزا لتوزيع الوقود نحو البلقان»."
    articles = readings((
        (f"التقى الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي أمس. {said}", "2022-08-06"),
        (f"اجتمع الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان. {said}", None),
    ))  # fmt: skip
    dates = [(s.article, days_of(s.reading.article.published.date)) for s in inmemory.stored(articles)]
    (_, dated), (undated, _) = dates
    assert dated == days_of("2022-08-06")
    found = {p.article: p.newest for p in placed(dates, happenings(articles))}
    assert found[undated] == days_of("2022-08-05")
