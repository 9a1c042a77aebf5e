"""Identifiers that depend on content alone, so that the same articles have the same ids in every store."""

from __future__ import annotations

from hashlib import blake2b

from marsad.errors import StoreError


def stable_id(*parts: str | int) -> int:
    """A number of 63 bits made of `parts` (BLAKE2b, RFC 7693): the same on every machine and in every run."""
    digest = blake2b("\0".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def public_id(article: int, record: str = "") -> str:
    """How an article, or a record of it such as `e3`, is named outside: `0f3a…`, `0f3a…-e3`."""
    return f"{article:016x}-{record}" if record else f"{article:016x}"


def parse_id(text: str) -> tuple[int, str]:
    """The article's number and the record's name (empty for the article) of a public id. Raises `StoreError`."""
    article, _, record = text.strip().lower().partition("-")
    try:
        if len(article) != 16:
            raise ValueError
        return int(article, 16), record
    except ValueError:
        raise StoreError(
            f"{text!r} is no id", "ids have sixteen hexadecimal digits, and for a record its name: 0123456789abcdef-e1"
        ) from None
