"""What is cited of an article or of a record in it."""

from __future__ import annotations

from marsad.observatory.asking import Asked
from marsad.observatory.citations import Cited
from marsad.output.names import title_text
from marsad.records import Entity


def cited(asked: Asked, address: str, id: str, words: str = "", says: tuple[Entity, ...] = ()) -> Cited:
    """The page at `address`, cited by the article of an id with the words that it quotes and who says them."""
    source = asked.store.source(id)
    of = source.article
    title = title_text(of, asked.lang)
    return Cited(address, title, of.outlet, of.published.date, source.coder, of.author, words, says)
