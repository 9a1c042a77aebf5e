"""Text, folders, JSON and archives opened, and the articles that come of them."""

import gzip
import hashlib
import io
import json
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sourcefiles import lines, read, texts, zipped

from marsad.errors import SourceError
from marsad.records import Dating
from marsad.sources import FieldMapping, article_from_path, open_articles, streams
from marsad.sources.outlets import crawl_names, outlet_of

TEXT = "قمة في بكين\r\n\r\nقال الرئيس الروسي إن بلاده ستواصل التعاون مع الصين.\n"
CRAWLED = {
    "source": "aawsat",
    "url": "http://aawsat.com/1",
    "date_extracted": "2015-07-21 02:51:32",
    "title": "عنوان",
    "author": "لندن: رنيم",
    "content": " نص الخبر. ",
}


# Plain text


def test_text_is_as_it_came(write):
    article = article_from_path(write("خبر.1.txt", b"\xef\xbb\xbf" + TEXT.encode()))
    assert article.text == TEXT
    assert article.doc == "خبر.1"
    assert article.id == hashlib.sha256(TEXT.encode()).hexdigest()
    assert article.published == Dating()
    assert article.encoding == "utf-8"


def test_text_has_its_furniture(write):
    article = article_from_path(write("a.txt", TEXT + "\nاترك تعليقاً"))
    assert [span.text for span in article.furniture] == ["اترك تعليقاً"]


# Paths


def test_paths_folders_patterns_and_order(write, tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c.png", ".hidden.txt", "z.txt"):
        write(name, name)
    assert texts(read(tmp_path)[0]) == ["a/1.txt", "a/2.txt", "b.txt", "z.txt"]
    assert texts(read(str(tmp_path / "*.txt"))[0]) == ["b.txt", "z.txt"]
    assert texts(read(str(tmp_path / "**" / "*.txt"))[0]) == ["a/1.txt", "a/2.txt", "b.txt", "z.txt"]
    assert texts(read(tmp_path / "z.txt", tmp_path / "a")[0]) == ["z.txt", "a/1.txt", "a/2.txt"]


def test_paths_with_brackets_in_a_name(write):
    assert texts(read(write("a[1].txt", "نص"))[0]) == ["نص"]


def test_standard_input(write):
    for data in (TEXT.encode(), gzip.compress(TEXT.encode()), zipped({"a.txt": TEXT}).getvalue()):
        articles, errors = read("-", stdin=io.BytesIO(data))
        assert (texts(articles), errors) == ([TEXT], [])
    assert read("-", stdin=io.BytesIO(TEXT.encode()))[0][0].doc == "stdin"


def test_standard_input_through_a_pipe():
    reading, writing = os.pipe()
    os.write(writing, lines({"text": "أ"}, {"text": "ب"}).encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert texts(read("-", stdin=stream)[0]) == ["أ", "ب"]


def test_articles_come_one_by_one(write):
    path = write("a.jsonl", lines({"text": "أ"}) + "{broken\n")
    errors = []
    articles = open_articles([path], on_error=errors.append)
    assert next(articles).text == "أ"
    assert errors == []
    assert next(articles, None) is None
    assert len(errors) == 1


# JSON


def test_saudinewsnet_preset(write):
    [article], errors = read(write("2015-07-21.json", json.dumps([CRAWLED])))
    assert errors == []
    assert article.text == "عنوان\n\n نص الخبر. "
    assert article.doc == "2015-07-21-0000"
    assert article.published == Dating("2015-07-21", "day", "extraction date")
    assert article.retrieved == "2015-07-21 02:51:32"
    assert article.outlet == "media:asharq-al-awsat"
    assert article.uri == "http://aawsat.com/1"
    assert article.origins == ("title: title", "published: date_extracted", "outlet: source", "author: author")


def test_saudinewsnet_address_tells_more_than_the_crawl(write):
    crawled = CRAWLED | {"url": "http://www.okaz.com.sa/new/Issues/20150720/Con20150720786422.htm"}
    [article], _ = read(write("2015-07-21.json", json.dumps([crawled])))
    assert article.published == Dating("2015-07-20", "day", "date in the address")


def test_saudinewsnet_sources_are_mapped():
    for source, outlet in [("3alyoum", "media:3alyoum"), ("alwatan", "media:al-watan-sa"), ("sabq", "media:sabq")]:
        assert crawl_names()["saudinewsnet", source] == outlet


@pytest.mark.parametrize(
    ("record", "published", "evidence"),
    [
        ({"text": "نص", "date": "2024-05-16"}, "2024-05-16", "field date"),
        ({"body": "نص", "pubDate": "Thu, 16 May 2024 08:00:00 GMT"}, "2024-05-16", "field pubDate"),
        ({"content": "نص", "published": 1715846400}, "2024-05-16", "field published"),
        ({"text": "نص", "url": "http://a.com/2024/05/16/b"}, "2024-05-16", "date in the address"),
        ({"text": "نص", "url": "http://a.com/2024/05/15/b", "date": "2024-05-16"}, "2024-05-16", "field date"),
    ],
)
def test_generic_preset(write, record, published, evidence):
    [article], _ = read(write("a.jsonl", lines(record)))
    assert article.text == "نص"
    assert article.published == Dating(published, "day", evidence)


def test_generic_preset_fields(write):
    record = {
        "id": 7,
        "headline": "ع",
        "text": "ن",
        "link": "https://x.org",
        "authors": ["أ", "ب"],
        "source": {"name": "رويترز"},
    }
    [article], _ = read(write("a.json", json.dumps(record)))
    assert (article.doc, article.title, article.text, article.uri) == ("7", "ع", "ع\n\nن", "https://x.org")
    assert (article.author, article.outlet) == ("أ, ب", "media:reuters")


@pytest.mark.parametrize("mapping", [FieldMapping(text="b", title="t"), "text=b, title = t"])
def test_mapping_of_ones_own(write, mapping):
    path = write("a.jsonl", lines({"b": "نص", "t": "عنوان", "text": "لا"}))
    assert texts(read(path, mapping=mapping)[0]) == ["عنوان\n\nنص"]


@pytest.mark.parametrize("mapping", ["reuters", "text", "title=x", "text=a,colour=b"])
def test_mapping_that_is_none(mapping):
    with pytest.raises(SourceError, match="generic, saudinewsnet"):
        read("a.jsonl", mapping=mapping)


@pytest.mark.parametrize(
    ("name", "data", "docs"),
    [
        ("a.json", json.dumps([{"text": "أ"}, {"text": "ب"}]), ["a-0000", "a-0001"]),
        ("a.json", json.dumps([{"text": "أ"}, {"text": "ب"}], indent=2), ["a-0000", "a-0001"]),
        ("a.json", lines({"text": "أ"}, {"text": "ب"}), ["a-0000", "a-0001"]),
        ("a", lines({"text": "أ"}, {"text": "ب"}), ["a-0000", "a-0001"]),
        ("a.json", json.dumps({"articles": [{"text": "أ"}, {"text": "ب"}]}), ["a-0000", "a-0001"]),
        ("a.json", json.dumps({"text": "أ"}), ["a"]),
        ("a.json", json.dumps({"text": "أ"}, indent=1), ["a"]),
        ("a.jsonl", lines({"text": "أ"}, {"text": "ب", "id": "x"}), ["a-0000", "x"]),
        ("a.ndjson", "\n" + lines({"text": "أ"}) + "\n", ["a-0000"]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_layouts(write, name, data, docs, encoding):
    articles, errors = read(write(name, data.encode(encoding)))
    assert [article.doc for article in articles] == docs
    assert errors == []


def test_json_lines_in_windows_1256(write):
    text = "قال الرئيس الروسي إن بلاده ستواصل التعاون مع الصين"
    [article], _ = read(write("a.jsonl", lines({"text": text}).encode("windows-1256")))
    assert (article.text, article.encoding) == (text, "windows-1256")


def test_json_halves_of_surrogate_pairs(write):
    [article], _ = read(write("a.json", '{"text": "نص \\ud83d\\ude00 \\ud83d"}'))
    assert article.text == "نص 😀 \ufffd"


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_json_lines_give_back_any_text(written):
    written = [text.encode("utf-8", "replace").decode() for text in written]
    articles, errors = read("-", stdin=io.BytesIO(lines(*({"text": text} for text in written)).encode()))
    assert (texts(articles), errors) == (written, [])


# Archives


def test_zip_members_in_order(write, tmp_path):
    path = zipped(
        {
            "b.txt": "ب",
            "a/x.jsonl": lines({"text": "أ"}),
            "c.txt.gz": gzip.compress("ج".encode()),
            "__MACOSX/b.txt": "لا",
            "readme.png": b"\x89PNG",
        },
        tmp_path / "news.zip",
    )
    articles, errors = read(path)
    assert texts(articles) == ["أ", "ب", "ج"]
    assert [article.doc for article in articles] == ["x-0000", "b", "c"]
    assert articles[1].uri == f"{path}/b.txt"
    assert errors == []


def test_zip_errors_of_a_member_leave_the_rest(tmp_path):
    path = zipped(
        {"a.txt": b"", "b.json": "{", "c.txt": "ج", "d.zip": zipped({"x.txt": "x"}).getvalue()}, tmp_path / "a.zip"
    )
    articles, errors = read(path)
    assert texts(articles) == ["ج"]
    assert [error.where.rsplit("/", 1)[1] for error in errors] == ["a.txt", "b.json", "d.zip"]


def test_zip_with_a_damaged_member(tmp_path):
    path = zipped({"a.txt": os.urandom(4000).hex(), "b.txt": "ب"}, tmp_path / "a.zip")
    data = bytearray(path.read_bytes())
    data[500:540] = bytes(40)
    path.write_bytes(data)
    articles, errors = read(path)
    assert texts(articles) == ["ب"]
    assert len(errors) == 1


def test_zip_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr("marsad.sources.archives.RATIO_FROM", 1 << 16)
    articles, errors = read(zipped({"a.txt": b"a" * (1 << 20), "b.txt": "ب"}, tmp_path / "a.zip"))
    assert texts(articles) == ["ب"]
    assert "packed size" in errors[0].reason


def test_zip_member_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("marsad.sources.archives.MAX_MEMBER", 1000)
    _, errors = read(zipped({"a.txt": b"a" * 2000}, tmp_path / "a.zip"))
    assert "larger than" in errors[0].reason


def test_gzip_bomb(write, monkeypatch):
    monkeypatch.setattr(streams, "RATIO_FROM", 1 << 16)
    articles, errors = read(write("a.txt.gz", gzip.compress(b"a" * (1 << 22))))
    assert articles == []
    assert "packed size" in errors[0].reason


def test_gzip(write):
    [article], _ = read(write("a.jsonl.gz", gzip.compress(lines({"text": "أ"}).encode())))
    assert (article.text, article.doc) == ("أ", "a-0000")


# Outlets


@pytest.mark.parametrize(
    ("name", "url", "outlet"),
    [
        ("", "http://www.okaz.com.sa/new/1.htm", "media:okaz"),
        ("عكاظ", "", "media:okaz"),
        ("www.okaz.com.sa", "", "media:okaz"),
        ("الوطن", "", None),
        ("الوطن", "http://elwatannews.com/1", "media:al-watan-egy"),
        ("مدونة", "http://example.org", None),
        ("", "http://[broken", None),
        ("", "", None),
    ],
)
def test_outlet_of(name, url, outlet):
    assert outlet_of(name, url) == outlet


# Speed


def test_two_thousand_articles_in_a_zip_open_fast(tmp_path):
    body = "\n".join(["قال الرئيس الروسي إن بلاده ستواصل التعاون مع الصين في مجال الطاقة. " * 6] * 6)
    path = zipped({"a.json": json.dumps([{**CRAWLED, "content": body}] * 2000, ensure_ascii=False)}, tmp_path / "a.zip")
    read("-", stdin=io.BytesIO(b"x"))
    start = time.perf_counter()
    articles, _ = read(path)
    assert len(articles) == 2000
    assert time.perf_counter() - start < 2
