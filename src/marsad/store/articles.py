"""Articles entering and leaving the store, each whole, and the versions of one address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Literal

from sqlalchemy import Connection, Table, bindparam, delete, func, or_, select, text, update

from marsad.language.arabic.searchwords import keyed_words
from marsad.records import Reading
from marsad.store import bulk, names, words
from marsad.store.rows import Row, Rows, reading_of
from marsad.store.tables import article, entity, event, event_party, mention, pending, statement

Outcome = Literal["new", "known", "version"]
"""What adding an article did: it was new, it was there already, it is another version of one that was."""


_SIZED = select(
    article.c.id, article.c.version, article.c.current, article.c.retrieved, func.length(article.c.text).label("size")
)
_OF_ADDRESS = _SIZED.where(article.c.address == bindparam("address"))
_THERE = select(article.c.id, article.c.address).where(
    or_(
        article.c.id.in_(bindparam("numbers", expanding=True)),
        article.c.address.in_(bindparam("addresses", expanding=True)),
    )
)
_OFFER = text(
    "INSERT INTO pending (article, gone, prepared) VALUES (:article, :gone, :prepared) "
    "ON CONFLICT (article) DO UPDATE SET gone = excluded.gone, prepared = excluded.prepared"
)
"""Statements that are often asked are made once: to make one takes longer than to run it."""


def known(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Those of the articles that are in the store."""
    return set(connection.scalars(select(article.c.id).where(article.c.id.in_(numbers))))


def add(connection: Connection, several: Sequence[Rows]) -> list[Outcome]:
    """Enter articles with their records, to be linked later. They are entered together, except those that the store or
    another one of them has, or has a version of: these one after another, as they come."""
    there = connection.execute(_THERE, {
        "numbers": [rows.article["id"] for rows in several],
        "addresses": [rows.article["address"] for rows in several if rows.article["address"]],
    }).all()  # fmt: skip
    numbers = Counter([row.id for row in there] + [rows.article["id"] for rows in several])
    addresses = Counter([row.address for row in there] + [rows.article["address"] for rows in several])
    alone = [
        numbers[rows.article["id"]] == 1 and (not rows.article["address"] or addresses[rows.article["address"]] == 1)
        for rows in several
    ]
    _enter(connection, list(compress(several, alone)))
    return ["new" if is_alone else _add_one(connection, rows) for rows, is_alone in zip(several, alone, strict=True)]


def _add_one(connection: Connection, rows: Rows) -> Outcome:
    number, address = rows.article["id"], rows.article["address"]
    # An empty address is that of no other article.
    same = connection.execute(_THERE, {"numbers": [number], "addresses": [address] if address else []}).all()
    if any(row.id == number for row in same):
        return "known"
    _enter(connection, [rows])
    if not same:
        return "new"
    _arrange_versions(connection, address, number)
    return "version"


def _enter(connection: Connection, several: Sequence[Rows]) -> None:
    """Enter articles as the only versions of themselves."""
    entities = [row for rows in several for row in rows.entities]
    bulk.enter(connection, article, [rows.article | {"version": 1, "current": True} for rows in several])
    bulk.enter(connection, entity, entities)
    bulk.enter(connection, mention, [row for rows in several for row in rows.mentions])
    bulk.enter(connection, statement, [row for rows in several for row in rows.statements])
    bulk.enter(connection, event, [row for rows in several for row in rows.events])
    bulk.enter(connection, event_party, [row for rows in several for row in rows.parties])
    names.enter(connection, entities)
    for rows in several:
        _offer(connection, rows.article["id"], rows.link)


def remove(connection: Connection, number: int) -> bool:
    """Take an article out with all its records; the version before it is the last one again. False: not there."""
    found = connection.execute(select(article.c.address, article.c.current).where(article.c.id == number)).first()
    if found is None:
        return False
    if found.current:
        _withdraw(connection, number)
    entities = connection.execute(select(entity).where(entity.c.article == number)).mappings()
    names.leave(connection, list(map(dict, entities)))
    connection.execute(delete(article).where(article.c.id == number))
    _arrange_versions(connection, found.address)
    return True


def _arrange_versions(connection: Connection, address: str, arrived: int = 0) -> None:
    """Number the versions of an address and make the last one the current one. By the day they were retrieved on
    where each tells it, else as they came. Without an address each article stands for itself.
    """
    if not address:
        return
    c = article.c
    found = list(connection.execute(_OF_ADDRESS, {"address": address}))
    if all(row.retrieved for row in found):
        found.sort(key=lambda row: (row.retrieved, row.size, row.id))
    else:
        found.sort(key=lambda row: (row.id == arrived, row.version))
    for version, row in enumerate(found, 1):
        current = version == len(found)
        if (row.version, row.current) != (version, current):
            connection.execute(update(article).where(c.id == row.id).values(version=version, current=current))
        if row.current != current:
            _set_current(connection, row.id, current)


def _set_current(connection: Connection, number: int, current: bool) -> None:
    for table in (statement, event):
        connection.execute(update(table).where(table.c.article == number).values(current=current))
    if current:
        _offer(connection, number, None)
    else:
        _withdraw(connection, number)


def _offer(connection: Connection, number: int, link: bytes | None) -> None:
    """Note that an article is to be linked and its words to be indexed."""
    connection.execute(_OFFER, {"article": number, "gone": False, "prepared": link})


def _withdraw(connection: Connection, number: int) -> None:
    """Take an article's words out of the index, if they are in it, and note that its links are to go."""
    waiting = connection.execute(delete(pending).where(pending.c.article == number)).rowcount
    if not waiting:
        words.remove(connection, indexed_words(connection, [number]))
    connection.execute(_OFFER, {"article": number, "gone": True, "prepared": None})


def indexed_words(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, str]]:
    """Articles with their words as the full-text index takes them."""
    found = connection.execute(select(article.c.id, article.c.text).where(article.c.id.in_(numbers)))
    return [(row.id, " ".join(keyed_words(row.text).keys)) for row in found]


def reading(connection: Connection, number: int) -> Reading | None:
    """The reading of one article; None if it is not in the store."""
    found = next(iter(readings(connection, [number])), None)
    return found[1] if found else None


def readings(connection: Connection, numbers: Sequence[int]) -> Iterable[tuple[int, Reading]]:
    """The readings of some articles that are in the store, by number."""
    heads = connection.execute(select(article).where(article.c.id.in_(numbers)).order_by(article.c.id)).mappings()
    records = {
        table.name: _by_article(connection, table, numbers) for table in (entity, mention, statement, event)
    }  # fmt: skip
    parties: dict[int, list[Row]] = {}
    chosen = select(event.c.article, event_party).join(event).where(event.c.article.in_(numbers))
    for row in connection.execute(chosen).mappings():
        parties.setdefault(row["article"], []).append(dict(row))
    for head in heads:
        n = head["id"]
        entities, mentions, statements, events = (
            records[name].get(n, []) for name in ("entity", "mention", "statement", "event")
        )
        yield n, reading_of(Rows(dict(head), entities, mentions, statements, events, parties.get(n, [])))


def _by_article(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in connection.execute(select(table).where(table.c.article.in_(numbers))).mappings():
        found.setdefault(row["article"], []).append(dict(row))
    for rows in found.values():
        rows.sort(key=_place)
    return found


def _place(row: Row) -> tuple[int, str]:
    """The place of a record in its article: by its number, `e2` before `e10`."""
    name = row.get("name", "")
    return (row["n"] if "n" in row else int(name[1:] or 0) if name[1:].isdigit() else 0), name
