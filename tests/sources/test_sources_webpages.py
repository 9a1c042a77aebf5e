import pytest

from marsad.errors import SourceError
from marsad.records import Dating
from marsad.sources import article_from_path, open_articles

try:
    import trafilatura  # noqa: F401
except ImportError as error:
    pytest.skip(f"trafilatura cannot be imported: {error}", allow_module_level=True)

BODY = "".join(
    f"<p>{sentence * 3}</p>"
    for sentence in (
        "وصل الرئيس الروسي فلاديمير بوتين إلى بكين في زيارة رسمية تستمر يومين. ",
        "وقال الكرملين إن الجانبين سيوقعان عشرة اتفاقات في ختام الزيارة. ",
    )
)
META = """<meta property="og:title" content="بوتين يزور بكين"><meta property="og:site_name" content="رويترز">
<meta property="article:published_time" content="2024-05-16T08:00:00+03:00"><meta name="author" content="خالد علي">
<link rel="canonical" href="https://www.example.org/news/1">"""


def page(head="", charset="utf-8"):
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>صفحة</title>{head}</head><body>'
        f"<nav><a href='/'>الرئيسية</a></nav><article>{BODY}</article><footer>من نحن</footer></body></html>"
    )


@pytest.fixture
def write(tmp_path):
    def write(markup, name="page.html", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(markup.encode(encoding))
        return path

    return write


def test_webpage_says_what_it_is_and_where(write):
    article = article_from_path(write(page(META)))
    assert article.text.startswith("بوتين يزور بكين\n\nوصل الرئيس")
    assert (article.title, article.author, article.uri) == (
        "بوتين يزور بكين",
        "خالد علي",
        "https://www.example.org/news/1",
    )
    assert article.published == Dating("2024-05-16", "day", "metadata article:published_time")
    assert article.outlet == "media:reuters"
    assert article.doc == "page"
    assert {
        "title: og:title",
        "published: meta article:published_time",
        "outlet: og:site_name",
        "author: meta author",
        "url: link canonical",
    } == set(article.origins)


def test_webpage_outlet_by_address(write):
    head = '<link rel="canonical" href="https://www.okaz.com.sa/news/1">'
    article = article_from_path(write(page(head)))
    assert article.outlet == "media:okaz"
    assert "outlet: link canonical" in article.origins


def test_webpage_linked_data(write):
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "قمة في بكين",'
        '"datePublished": "2024-05-17", "author": [{"name": "سارة"}], "publisher": {"name": "رويترز"}}]}</script>'
    )
    article = article_from_path(write(page(head)))
    assert (article.title, article.author, article.outlet) == ("قمة في بكين", "سارة", "media:reuters")
    assert article.published == Dating("2024-05-17", "day", "metadata json-ld datePublished")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16"])
def test_webpage_encodings(write, encoding):
    article = article_from_path(write(page(META, charset=encoding), encoding=encoding))
    assert "فلاديمير بوتين" in article.text


def test_webpage_is_told_by_its_content(write):
    assert "فلاديمير" in article_from_path(write(page(META), name="page")).text


@pytest.mark.parametrize(
    "markup", ["<html><body></body></html>", "<html>", "<html><head><title>x</title></head></html>"]
)
def test_webpage_without_text(write, markup):
    errors = []
    assert list(open_articles([write(markup)], on_error=errors.append)) == []
    assert [type(error) for error in errors] == [SourceError]
    assert "main text" in errors[0].reason or "parsed" in errors[0].reason
