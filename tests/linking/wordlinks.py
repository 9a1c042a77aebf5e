"""A kind of link that is easy to see through: articles that share a word, in groups by their heaviest common word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, Text, delete, insert

from marsad.linking.kinds import Changed, Edge, StoredReading, key_of
from marsad.records import Article, Reading

groups_table = Table("word_groups", MetaData(), Column("grp", BigInteger), Column("members", Text))


class Words(NamedTuple):
    """The words of an article."""

    item: int
    article: int
    words: tuple[str, ...]


class WordLinks:
    """Articles that share two words are compared; those that share at least half of their words are near."""

    number = 99
    shared = 2

    def profiles(self, stored: StoredReading) -> Iterable[Words]:
        yield Words(stored.article, stored.article, tuple(sorted(set(stored.reading.article.text.split()))))

    def keys(self, profile: Words) -> Iterable[int]:
        return map(key_of, profile.words)

    def score(self, a: Words, b: Words) -> float:
        overlap = len(set(a.words) & set(b.words)) / len(set(a.words) | set(b.words))
        return overlap if overlap > 0.4 else 0.0

    def groups(self, members: Sequence[Words], edges: Mapping[Edge, float]) -> Iterable[Sequence[int]]:
        """Of each component the pairs that are nearest first, then what is left alone."""
        left = {m.item for m in members}
        for (a, b), _ in sorted(edges.items(), key=lambda edge: (-edge[1], edge[0])):
            if a in left and b in left:
                left -= {a, b}
                yield [b, a]
        yield from ([item] for item in sorted(left))

    def encode(self, profile: Words) -> bytes:
        return " ".join(profile.words).encode()

    def decode(self, stored: bytes, item: int, article: int) -> Words:
        return Words(item, article, tuple(stored.decode().split()))

    def publish(self, connection: Connection, changed: Changed) -> None:
        connection.execute(delete(groups_table).where(groups_table.c.grp.in_(changed.gone)))
        rows = [
            {"grp": name, "members": " ".join(str(p.item) for p in group)} for name, group in changed.groups.items()
        ]
        if rows:
            connection.execute(insert(groups_table), rows)


def worded(text: str) -> Reading:
    """A reading of nothing but words."""
    import hashlib

    return Reading(Article(id=hashlib.sha256(text.encode()).hexdigest(), text=text, doc=text))
