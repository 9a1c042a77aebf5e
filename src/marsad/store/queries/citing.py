"""What is cited of an article."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from marsad.errors import UnknownIdError
from marsad.records import Article
from marsad.store.ids import parse_id, public_id
from marsad.store.rows import article_of
from marsad.store.tables import article


class Source(NamedTuple):
    """An article with its public id, and the version of Marsad that read it."""

    id: str
    article: Article
    coder: str


def source(connection: Connection, asked: str) -> Source:
    """The article of a public id, or of a record's. Raises `UnknownIdError` if it is not there."""
    number, _ = parse_id(asked)
    row = connection.execute(select(article).where(article.c.id == number)).mappings().first()
    if row is None:
        raise UnknownIdError(f"{asked}: there is no such article", "look for it with: marsad search WORDS")
    return Source(public_id(number), article_of(dict(row)), row["coder"])
