from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.language.arabic.intervals import Interval

EDTF = [
    ("2022-02-04", "day"), ("2025-05", "month"), ("2025", "year"), ("2023-03/2023-05", "interval"),
    ("2024-02", "month"),
    ("2022-12-29/2023-01-02", "interval"), ("1981/2005", "interval"), ("2022-12/2023-01", "interval"),
]  # fmt: skip

EQUIVALENT = [
    ("2023-21", "2023-03/2023-05"), ("2023-24", "2023-12/2024-02"), ("199X", "1990/1999"), ("19XX", "1900/1999"),
    ("2023-05~", "2023-05"), ("2023?", "2023"), ("2023-01-01/2023-12-31", "2023"),
    ("2024-02-01/2024-02-29", "2024-02"),
    ("2023-01/2023-12", "2023"), ("2023-05-03/2023-05", "2023-05-03/2023-05-31"),
]  # fmt: skip

MALFORMED = ["", "unknown", "2023-13", "2023-02-29", "23", "2024/2023", "../2023", "199X-05", "2023/"]

days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(("text", "precision"), EDTF)
def test_intervals_edtf_both_ways(text, precision):
    interval = Interval.parse(text)
    assert (interval.edtf(), interval.precision) == (text, precision)


@pytest.mark.parametrize(("text", "shortest"), EQUIVALENT)
def test_intervals_edtf_shortest(text, shortest):
    assert Interval.parse(text).edtf() == shortest


@pytest.mark.parametrize("text", MALFORMED)
def test_intervals_malformed(text):
    with pytest.raises(ValueError, match=r"EDTF|month|day|cannot end"):
        Interval.parse(text)


def test_intervals_end_before_start():
    with pytest.raises(ValueError, match="cannot end"):
        Interval(date(2023, 1, 2), date(2023, 1, 1))


def test_intervals_contain_and_intersect():
    year, month = Interval.of_year(2023), Interval.of_month(2023, 5)
    assert year.contains(month)
    assert not month.contains(year)
    assert month.contains(date(2023, 5, 31))
    assert year.intersect(Interval.parse("2022-12/2023-01")) == Interval.of_month(2023, 1)
    assert month.intersect(Interval.of_year(2024)) is None


@given(days, days)
def test_intervals_edtf_loses_nothing(a, b):
    interval = Interval(min(a, b), max(a, b))
    assert Interval.parse(interval.edtf()) == interval
