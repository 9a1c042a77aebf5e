import datetime as dt

import pytest

from marsad.errors import SourceError
from marsad.records import Dating
from marsad.sources import article_from_text
from marsad.sources.dates import dating, dating_of_address


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("2024-05-16", "2024-05-16", "day"),
        ("2024-05-16T23:30:00-05:00", "2024-05-16", "day"),
        ("2015-07-21 02:51:32", "2015-07-21", "day"),
        ("2024/5/6", "2024-05-06", "day"),
        ("٢٠٢٤-٠٥-١٦", "2024-05-16", "day"),
        ("20240516", "2024-05-16", "day"),
        ("2024-05", "2024-05", "month"),
        ("2024", "2024", "year"),
        ("2024-05-16/2024-05-20", "2024-05-16/2024-05-20", "interval"),
        ("Thu, 16 May 2024 08:00:00 +0300", "2024-05-16", "day"),
        ("16/05/2024", "2024-05-16", "day"),
        ("05/16/2024", "2024-05-16", "day"),
        (1715846400, "2024-05-16", "day"),
        (1715846400000, "2024-05-16", "day"),
        (dt.date(2024, 5, 16), "2024-05-16", "day"),
        (dt.datetime(2024, 5, 16, 23, 59), "2024-05-16", "day"),
    ],
)
def test_dating(value, date, precision):
    assert dating(value, "field date") == Dating(date, precision, "field date")


@pytest.mark.parametrize(
    "value", ["", None, "yesterday", "05/06/2024", "2024-13-01", "2024-02-30", True, 10**30, [], {}]
)
def test_dating_rather_unknown_than_wrong(value):
    assert dating(value, "field date") == Dating()


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.com/2024/05/16/article_1.html", "2024-05-16"),
        ("https://example.com/2024-05-16/a", "2024-05-16"),
        ("https://example.com/Issues/20240516/Con123.htm", "2024-05-16"),
        ("https://example.com/2024/20240516/ln65.htm", "2024-05-16"),
        ("https://example.com/news/20240516", "2024-05-16"),
        # not a day, or one after the crawl
        ("https://example.com/2024/13/16/a", None),
        ("https://example.com/2024/05/20/a", None),
        ("https://example.com/article/202405161", None),
        ("https://example.com/a?d=20240516", None),
        ("", None),
    ],
)
def test_dating_of_address(url, date):
    assert dating_of_address(url, "2024-05-17").date == date


def test_article_from_text_with_a_date():
    article = article_from_text(
        "نص", doc="a", published="2024-05", outlet="media:sabq", uri="u", title="ع", retrieved="r"
    )
    assert article.published == Dating("2024-05", "month", "given")
    assert (article.doc, article.outlet, article.uri, article.title, article.retrieved) == (
        "a",
        "media:sabq",
        "u",
        "ع",
        "r",
    )
    assert len(article.id) == 64


def test_article_from_text_refuses_what_is_no_date():
    with pytest.raises(SourceError, match="no date"):
        article_from_text("نص", published="last week")
