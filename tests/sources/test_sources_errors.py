"""What cannot be opened or read is reported once, and the rest is read."""

import gzip
import os

import pytest
from sourcefiles import lines, read, texts

from marsad.errors import SourceError
from marsad.sources import article_from_path, open_articles


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n", "is empty"),
        ("a.json", b"[]", "is empty"),
        ("a.json", b" ", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        ("a.txt", b"%PDF-1.7\n", "a PDF"),
        ("a.bin", bytes(range(256)) * 20, "binary data"),
        ("a.txt", "نص قصير".encode() + b"\xff", "cannot be decoded"),
        ("a.zip", b"PK\x03\x04" + b"x" * 100, "compressed data is broken"),
        ("a.zip", b"no zip", "no zip archive"),
        ("a.gz", b"no gzip", "no gzip archive"),
        ("a.txt.gz", gzip.compress(os.urandom(1000))[:-30], "ends too early"),
        ("a.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40, "broken|cannot be read"),
        ("a.json", b'{"text": "x"', "no valid JSON"),
        ("a.json", b'{"colour": "x", "size": 3}', "colour, size"),
        ("a.jsonl", b"[1, 2]\n", "not an object"),
        ("a.json", b'["x"]', "not an object"),
        ("a.json", b"[" * 100_000, "JSON"),
        ("a.json", b'{"text": ' + b"1" * 5000 + b"}", "JSON"),
        ("a.json", b'{"title": " ", "text": ""}', "neither text nor title"),
    ],
)
def test_errors_are_reported_once_and_the_rest_is_read(write, name, data, reason):
    good = write("z.txt", "نص")
    articles, errors = read(write(name, data), good)
    assert texts(articles) == ["نص"]
    [error] = errors
    assert name in error.where
    assert error.remedy
    with pytest.raises(SourceError, match=reason):
        raise error


def test_error_missing(tmp_path):
    _, errors = read(tmp_path / "none.txt", str(tmp_path / "*.xyz"), tmp_path)
    assert ["no such file" in errors[0].reason, "no file matches" in errors[1].reason] == [True, True]
    assert "no readable files" in errors[2].reason
    assert len(errors) == 3


def test_error_permissions(write, monkeypatch):
    path = write("a.txt", "نص")
    refuse = lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))  # noqa: E731
    monkeypatch.setattr("pathlib.Path.open", refuse)
    articles, [error] = read(path)
    assert articles == []
    assert "may not be read" in error.reason


def test_error_in_one_line_of_many(write):
    data = lines({"text": "أ"}) + '{"text": "cut\n' + lines({"text": "ب"})
    articles, [error] = read(write("a.jsonl", data))
    assert texts(articles) == ["أ", "ب"]
    assert [article.doc for article in articles] == ["a-0000", "a-0002"]
    assert error.where.endswith("a.jsonl:2")


def test_error_in_the_first_line(write):
    articles, [error] = read(write("a.json", '{"text": "cut\n' + lines({"text": "ب"})))
    assert texts(articles) == ["ب"]
    assert error.where.endswith("a.json:1")


def test_error_in_an_array_spares_what_stands_before(write):
    articles, [error] = read(write("a.json", '[{"text": "أ"}, {"text": "ب"}, {"text": "c'))
    assert texts(articles) == ["أ", "ب"]
    assert error.where.endswith("a.json[2]")


def test_error_of_structure_is_counted(write):
    articles, errors = read(write("a.jsonl", lines({"x": 1}, {"x": 2}, {"text": "أ"}, {"x": 3})))
    assert texts(articles) == ["أ"]
    assert [error.where.rsplit("/")[-1] for error in errors] == ["a.jsonl:1", "a.jsonl"]
    assert "2 more" in errors[1].reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_error_line_too_long(write, monkeypatch, name):
    monkeypatch.setattr("marsad.sources.jsonfiles.MAX_LINE", 1000)
    monkeypatch.setattr("marsad.sources.jsonfiles.MB", 100)
    data = lines({"text": "x" * 5000}, {"text": "أ"})
    articles, [error] = read(write(name, data))
    assert texts(articles) == ["أ"]
    assert error.where.endswith(f"{name}:1")
    assert "longer than" in error.reason


def test_error_text_too_large(write, monkeypatch):
    monkeypatch.setattr("marsad.sources.opening.MAX_LINE", 1000)
    _, [error] = read(write("a.txt", "x" * 2000))
    assert "too large" in error.reason


def test_error_callback_may_raise(write):
    def fail(error):
        raise error

    with pytest.raises(SourceError, match="is empty"):
        list(open_articles([write("a.txt", b"")], on_error=fail))


def test_article_from_path_wants_one(write):
    with pytest.raises(SourceError, match="exactly one"):
        article_from_path(write("a.jsonl", lines({"text": "أ"}, {"text": "ب"})))
    with pytest.raises(SourceError, match="no such file"):
        article_from_path("/none/a.txt")
