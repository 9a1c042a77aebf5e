"""JSON arrays, objects and JSON Lines as articles."""

from __future__ import annotations

import codecs
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from marsad.errors import SourceError
from marsad.records import Article, Dating
from marsad.sources.articles import make_article
from marsad.sources.dates import dating, dating_of_address
from marsad.sources.decode import decode, utf16_pattern
from marsad.sources.mapping import FieldMapping, JsonObject, fitting
from marsad.sources.outlets import crawl_names, outlet_of
from marsad.sources.streams import MAX_LINE, MAX_MEMBER, MB, Source

Item = Article | SourceError
Found = tuple[str, Any, str] | SourceError
"""Where a value is, the value, and the encoding that it came in."""

_BLANKS = " \t\r\n"
_COLLECTIONS = ("articles", "items", "data", "results", "documents", "docs", "entries", "hits")


def read_json(source: Source, mapping: FieldMapping | None) -> Iterator[Item]:
    """The articles of a JSON file of whatever layout: an array, one object, an object with an array of articles in
    it, or JSON Lines. Raises `SourceError` for a file that is none.
    """
    return _articles(_values(source), source, mapping)


def read_json_lines(source: Source, mapping: FieldMapping | None) -> Iterator[Item]:
    """The articles of JSON Lines, line by line."""
    return _articles(_line_values(source), source, mapping)


def _values(source: Source) -> Iterator[Found]:
    """The values of a file that may be in one piece or in lines: in lines if its first line is complete, or if its
    second begins as an object.
    """
    if _in_utf16(source) or source.head().removeprefix(codecs.BOM_UTF8).lstrip()[:1] != b"{":
        yield from _whole(source.read(MAX_MEMBER, "JSON in one piece"), source)
        return
    first = _next_line(source, 1)
    if isinstance(first, SourceError):
        yield first
        yield from _line_values(source, 1)
    elif _in_lines(first, source.head()):
        yield _line_value(first, source, 1)
        yield from _line_values(source, 1)
    else:
        yield from _whole(first + source.read(MAX_MEMBER, "JSON in one piece"), source)


def _in_lines(first: str | bytes, rest: str | bytes) -> bool:
    following = rest.lstrip()
    return bool(following) and (_is_json(first) or following[:1] in ("{", b"{"))


def _in_utf16(source: Source) -> bool:
    head = source.head()
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or bool(utf16_pattern(head))


def _next_line(source: Source, number: int) -> bytes | SourceError:
    """The next line, or an error in place of one that is too long, which is passed over in pieces."""
    line = source.stream.readline(MAX_LINE + 1)
    if len(line) <= MAX_LINE:
        return line
    while line and not line.endswith(b"\n"):
        line = source.stream.readline(MB)
    return SourceError(
        f"{source.where}:{number}", f"the line is longer than {MAX_LINE // MB} MB", "split it or leave it out"
    )


def _line_values(source: Source, start: int = 0) -> Iterator[Found]:
    """The values of the lines after the first `start`. UTF-16 has no newline byte, so it is read in one piece."""
    if not start and _in_utf16(source):
        text, encoding = decode(source.read(MAX_MEMBER, "JSON Lines in UTF-16"), source.where)
        yield from _text_values(text, encoding, source)
        return
    if source.head().startswith(codecs.BOM_UTF8):
        source.stream.read(len(codecs.BOM_UTF8))
    number = start
    while line := _next_line(source, number := number + 1):
        if isinstance(line, SourceError):
            yield line
        elif line.strip():
            yield _line_value(line, source, number)


def _text_values(text: str, encoding: str, source: Source) -> Iterator[Found]:
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip():
            yield _text_value(row, encoding, f"{source.where}:{number}")


def _line_value(line: bytes, source: Source, number: int) -> Found:
    where = f"{source.where}:{number}"
    try:
        text, encoding = decode(line, where)
    except SourceError as error:
        return error
    return _text_value(text, encoding, where)


def _text_value(text: str, encoding: str, where: str) -> Found:
    try:
        return where, json.loads(text), encoding
    except (ValueError, RecursionError) as error:
        return _no_json(where, error)


def _is_json(line: str | bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _unwrapped(value: Any, source: Source, encoding: str) -> Iterator[Found]:
    """A lone object, or the objects of the collection that it holds."""
    if isinstance(value, dict) and not fitting(value).find(value, "text")[0]:
        for name in _COLLECTIONS:
            if isinstance(inner := value.get(name), list) and inner and isinstance(inner[0], dict):
                for index, element in enumerate(inner):
                    yield f"{source.where}: {name}[{index}]", element, encoding
                return
    yield source.where, value, encoding


def _whole(data: bytes, source: Source) -> Iterator[Found]:
    """The values of a file in one piece; of an array one by one, so that what stands before damage is read."""
    text, encoding = decode(data, source.where)
    del data
    at = len(text) - len(text.lstrip(_BLANKS))
    if at == len(text):
        raise SourceError(source.where, "is empty", "leave it out")
    if text[at] == "[":
        yield from _elements(text, at + 1, source, encoding)
        return
    first, _, rest = text.partition("\n")
    if _in_lines(first, rest):
        yield from _text_values(text, encoding, source)
    else:
        value = _text_value(text, encoding, source.where)
        yield from [value] if isinstance(value, SourceError) else _unwrapped(value[1], source, encoding)


def _elements(text: str, at: int, source: Source, encoding: str) -> Iterator[Found]:
    """The elements of the array whose bracket stands before `at`, up to the first that is damaged."""
    scan, index = json.JSONDecoder().raw_decode, 0
    try:
        at = _past_blanks(text, at)
        while text[at : at + 1] != "]":
            value, at = scan(text, at)
            yield f"{source.where}[{index}]", value, encoding
            at, index = _past_blanks(text, at), index + 1
            if text[at : at + 1] == ",":
                at = _past_blanks(text, at + 1)
            elif text[at : at + 1] != "]":
                raise json.JSONDecodeError("Expecting ',' or ']'", text, at)
        if (at := _past_blanks(text, at + 1)) < len(text):
            raise json.JSONDecodeError("Extra data", text, at)
    except (ValueError, RecursionError) as error:
        yield _no_json(f"{source.where}[{index}]", error)


def _past_blanks(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\n", "\r", "\t"):
        at += 1
    return at


def _no_json(where: str, error: Exception) -> SourceError:
    if isinstance(error, json.JSONDecodeError):
        reason = f"is no valid JSON ({error.msg} at line {error.lineno}, column {error.colno})"
    else:
        reason = "is no usable JSON (nested too deeply or with a number too long)"
    return SourceError(where, reason, "the record is cut or damaged; fetch or export it again")


def _articles(found: Iterator[Found], source: Source, mapping: FieldMapping | None) -> Iterator[Item]:
    """Articles from values; a wrong structure is reported once and then counted."""
    lacking: Counter[str] = Counter()
    index = -1
    for value in found:
        if isinstance(value, SourceError):
            index += 1
            yield value
            continue
        where, record, encoding = value
        index += 1
        doc = source.stem if where == source.where else f"{source.stem}-{index:04d}"
        item = _article(record, where, doc, encoding, mapping)
        if isinstance(item, _NoTextFieldError):
            lacking[item.reason] += 1
            if lacking[item.reason] > 1:
                continue
        yield item
    if index < 0:
        raise SourceError(source.where, "is empty", "leave it out")
    for reason, count in lacking.items():
        if count > 1:
            yield _NoTextFieldError(source.where, f"{count - 1} more records: {reason}", "see the first such record")


class _NoTextFieldError(SourceError):
    """A record without a field for the text."""


def _article(record: Any, where: str, doc: str, encoding: str, mapping: FieldMapping | None) -> Item:
    if not isinstance(record, dict):
        return _NoTextFieldError(
            where, f"is a JSON {type(record).__name__}, not an object", "give objects with named fields"
        )
    fields = mapping or fitting(record)
    body_field, _ = fields.find(record, "text")
    if not body_field:
        return _without_text(record, where, mapping)
    title, body = fields.string(record, "title"), fields.string(record, "text")
    if not title.strip() and not body.strip():
        return SourceError(where, "has neither text nor title", "leave it out, or fetch the article again")
    has_title = bool(fields.find(record, "title")[0])
    url, source = fields.string(record, "url"), fields.string(record, "source")
    outlet = crawl_names().get((fields.name, source)) or outlet_of(source, url)
    return make_article(
        f"{title}\n\n{body}" if has_title else body,
        doc=fields.string(record, "doc") or doc,
        uri=url,
        title=title,
        author=fields.string(record, "author"),
        outlet=outlet,
        published=_published(fields, record, url),
        retrieved=fields.string(record, "retrieved"),
        encoding=encoding,
        origins=_origins(fields, record, outlet),
    )


def _published(fields: FieldMapping, record: JsonObject, url: str) -> Dating:
    """The date in its field; where that is only the crawl's, or there is none, the one in the article's address."""
    field, value = fields.find(record, "published")
    dated = dating(value, fields.dated_by or f"field {field}")
    if dated.date is not None and not fields.dated_by:
        return dated
    filed = dating_of_address(url, dated.date or dating(fields.string(record, "retrieved"), "").date)
    return filed if filed.date is not None else dated


def _origins(fields: FieldMapping, record: JsonObject, outlet: str | None) -> tuple[str, ...]:
    """The fields that title, date, outlet and author come from; an outlet without a source field by its address."""
    named = {role: fields.find(record, role)[0] for role in ("title", "published", "source", "url", "author")}
    outlet_field = (named["source"] or named["url"]) if outlet else ""
    origins = {**named, "outlet": outlet_field}
    return tuple(f"{what}: {name}" for what in ("title", "published", "outlet", "author") if (name := origins[what]))


def _without_text(record: JsonObject, where: str, mapping: FieldMapping | None) -> SourceError:
    names = ", ".join(list(record)[:20]) or "none"
    wanted = f"{mapping.text!r}" if mapping else "for the text"
    return _NoTextFieldError(
        where, f"has no field {wanted}; its fields are: {names}", "say which field holds the text: mapping text=…"
    )
