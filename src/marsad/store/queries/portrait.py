"""Who an actor is: names, offices and when they were held, whom it deals with; people and bodies of a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from marsad.records import Entity
from marsad.store.queries.actors import Actor
from marsad.store.queries.between import Glimpse
from marsad.store.queries.entities import articles_knowing, entities_of, entity_named, parts
from marsad.store.queries.timeline import OWN
from marsad.store.tables import article, entity, event_party, happening_party

_PARTNERS, _MEMBERS = 12, 16


class Office(NamedTuple):
    """An office under which articles know somebody, the days of the first and the last of them, and how many they
    are."""

    office: str
    first: str | None
    last: str | None
    articles: int


class Partner(NamedTuple):
    """With whom an actor deals: how often (`acts`), and how often in each of the PLOVER quad classes 1 to 4."""

    entity: Entity
    acts: int
    quads: tuple[int, ...]


class Member(NamedTuple):
    """Somebody of a country, or a body of it, and how many articles know it."""

    entity: Entity
    articles: int


class Portrait(NamedTuple):
    """An actor. `code` is that of a country if it is one; then partners are countries, and `members` are the people
    and bodies of it."""

    entity: Entity
    code: str | None
    articles: int
    offices: tuple[Office, ...]
    partners: tuple[Partner, ...]
    members: tuple[Member, ...]


def portrait(connection: Connection, actor: Actor, glimpses: Sequence[Glimpse]) -> Portrait:
    """The portrait of an actor, of whom `glimpses` are told."""
    code = actor.countries[0] if actor.countries else None
    number = f"state:{code}" if code else actor.entities[0]
    known = entities_of(connection, [number])
    return Portrait(
        entity_named(number, known), code, articles_knowing(connection, [number]).get(number, 0),
        () if code else _offices(connection, number), _partners(connection, actor, glimpses),
        _members(connection, code) if code else (),
    )  # fmt: skip


def _offices(connection: Connection, number: str) -> tuple[Office, ...]:
    e, day = entity.c, article.c.first_day
    held = select(e.office, func.min(day), func.max(day), func.count()).join(article, article.c.id == e.article)
    grouped = held.where(e.entity == number, e.office > "").group_by(e.office)
    rows = [Office(*row) for row in connection.execute(grouped)]
    return tuple(sorted(rows, key=lambda row: (row.last or "", row.articles), reverse=True))


def _partners(connection: Connection, actor: Actor, glimpses: Sequence[Glimpse]) -> tuple[Partner, ...]:
    quads = {each.number: each.quad for each in glimpses}
    counted: Counter[tuple[str, int]] = Counter()
    for number, partner in set(_others(connection, actor, glimpses)):
        counted[partner, quads[number]] += 1
    acts: Counter[str] = Counter()
    for (partner, _), times in counted.items():
        acts[partner] += times
    most = sorted(acts, key=lambda partner: (-acts[partner], partner))[:_PARTNERS]
    known = entities_of(connection, most)
    return tuple(
        Partner(entity_named(each, known), acts[each], tuple(counted[each, quad] for quad in range(1, 5)))
        for each in most
    )


def _others(connection: Connection, actor: Actor, glimpses: Sequence[Glimpse]) -> Iterator[tuple[int, str]]:
    """The happenings and events with each one else who takes part in them; of a country's, each other country."""
    h, e = happening_party.c, event_party.c
    for own, table, of in ((True, happening_party, h.happening), (False, event_party, e.event)):
        for part in parts(each.number for each in glimpses if (each.source == OWN) == own):
            for number, who, country in connection.execute(
                select(of, table.c.entity, table.c.country).where(of.in_(part))
            ):  # fmt: skip
                partner = _partner(actor, who, country)
                if partner:
                    yield number, partner


def _partner(actor: Actor, who: str | None, country: str | None) -> str | None:
    if not actor.countries:
        return None if who in actor.entities else who
    return None if country is None or country in actor.countries else f"state:{country}"


def _members(connection: Connection, code: str) -> tuple[Member, ...]:
    c, number = entity.c, func.count()
    of_country: Any = select(c.entity, number).where(c.country == code, c.entity != f"state:{code}").group_by(c.entity)
    rows = connection.execute(of_country.order_by(number.desc(), c.entity).limit(_MEMBERS)).all()
    known = entities_of(connection, [row[0] for row in rows])
    return tuple(Member(entity_named(who, known), articles) for who, articles in rows)
