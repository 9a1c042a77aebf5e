"""Bytes as text: which of the encodings of Arabic files it is, and the text."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from marsad.errors import SourceError

_MARKS_OF_ORDER = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ARABIC_8_BIT = ("windows-1256", "iso-8859-6")
_SAMPLE = 1 << 16
_HIGH_BYTES = b"\x00\x06"
_LETTERS_PER_THOUSAND = {
    "ا": 130, "ل": 120, "ي": 70, "م": 62, "و": 60, "ن": 60, "ر": 48, "ت": 48, "ب": 40, "ة": 38, "ع": 38, "د": 35,
    "س": 32, "ف": 31, "ه": 30, "ك": 24, "ق": 24, "أ": 26, "ح": 20, "ج": 15, "ش": 13, "ص": 12, "ط": 11, "خ": 10,
    "إ": 10, "ى": 9, "ض": 8, "ذ": 7, "ث": 6, "ز": 6, "غ": 5, "ئ": 5, "ء": 4, "ظ": 3, "ؤ": 2, "آ": 2,
}  # fmt: skip
_SIGNS_PER_THOUSAND = {**dict.fromkeys("،؛؟«»“”‘’–—…•\u00a0", 5), **dict.fromkeys("ًٌٍَُِّْـ", 3)}
_LIKELIHOOD = {sign: math.log(often / 1000) for sign, often in {**_LETTERS_PER_THOUSAND, **_SIGNS_PER_THOUSAND}.items()}
_UNLIKELY = math.log(1 / 10_000)
_FREQUENT_WORDS = "في من على أن إن إلى عن مع التي الذي هذا هذه بعد كان كانت قال ما لا وقال بين كما خلال"
_FREQUENT = frozenset(_FREQUENT_WORDS.split())
_PER_FREQUENT_WORD = 3.0
_FLOOR = -4.2
"""Mean log likelihood of a sign below which a text is no Arabic; prose has about -3, in a wrong encoding -5."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


class Decoded(NamedTuple):
    """A text and the name of the encoding that it came in."""

    text: str
    encoding: str


def decode(data: bytes, where: str = "bytes", declared: str = "") -> Decoded:
    """The text of `data` without its byte order mark, newlines as they are.

    Tried in this order: a byte order mark, UTF-16 by its pattern, UTF-8, the encoding that the data itself declares,
    Windows-1256 and ISO-8859-6 by the likelihood of the Arabic that they give, and what charset-normalizer finds.
    Raises `SourceError` for bytes that are no text.
    """
    for mark, encoding in _MARKS_OF_ORDER:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, where), encoding)
    if encoding := utf16_pattern(data):
        return Decoded(_strictly(data, encoding, where), encoding)
    if b"\0" in data:
        raise SourceError(where, "is binary data, not text", "give text, HTML, JSON, or a zip or gzip of those")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _nearly_utf8(data):
            raise _undecodable(where, "utf-8", error) from None
    found = _as_declared(data, declared) or _as_arabic(data) or _as_normalised(data)
    if found is None:
        raise SourceError(
            where,
            "is neither UTF-8, UTF-16 nor an Arabic 8-bit encoding",
            "save it as UTF-8, or leave it out if it is no text",
        )
    return found


def utf16_pattern(data: bytes) -> str:
    """`utf-16-le` or `utf-16-be` if every second byte is one of the two high bytes of Arabic and Latin, else ''."""
    sample = data[:4096]
    if len(sample) < 4 or not (b"\0" in sample or b"\x06" in sample):
        return ""
    shares = [_share(sample[0::2]), _share(sample[1::2])]
    if shares[1] > 0.85 and shares[0] < 0.5:
        return "utf-16-le"
    if shares[0] > 0.85 and shares[1] < 0.5:
        return "utf-16-be"
    return ""


def _share(sample: bytes) -> float:
    return sum(map(sample.count, _HIGH_BYTES)) / len(sample)


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(where, encoding, error) from None


def _undecodable(where: str, encoding: str, error: UnicodeDecodeError) -> SourceError:
    return SourceError(
        where,
        f"is {encoding.upper()} but byte {error.start} cannot be decoded ({error.reason})",
        "fetch or save the file again; it is damaged or cut",
    )


def _nearly_utf8(data: bytes) -> bool:
    """Is it UTF-8 with some damage? In an 8-bit encoding almost no Arabic letter is valid UTF-8."""
    foreign = [c for c in data[:_SAMPLE].decode("utf-8", "replace") if c > "\x7f"]
    return foreign.count("\ufffd") < 0.2 * len(foreign)


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    try:
        text = data.decode(declared) if declared else ""
    except (LookupError, UnicodeDecodeError):
        return None
    return Decoded(text, declared.lower()) if text and not _CONTROLS.search(text) else None


def _as_arabic(data: bytes) -> Decoded | None:
    best: Decoded | None = None
    reached = _FLOOR
    for encoding in _ARABIC_8_BIT:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) and (score := arabic_likelihood(text[:_SAMPLE])) > reached:
            best, reached = Decoded(text, encoding), score
    return best


def arabic_likelihood(text: str) -> float:
    """The mean log likelihood of the signs beyond ASCII as signs of Arabic prose, higher with frequent words in it."""
    signs = [_LIKELIHOOD.get(c, _UNLIKELY) for c in text if c > "\x7f"]
    if not signs:
        return _UNLIKELY
    frequent = sum(word in _FREQUENT for word in text.split())
    return (sum(signs) + _PER_FREQUENT_WORD * frequent) / len(signs)


def _as_normalised(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.percent_chaos > 5:
        return None
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    letters = sum(c.isalpha() or c.isspace() for c in text)
    return Decoded(text, best.encoding) if letters > 0.7 * len(text) and not _CONTROLS.search(text) else None
