"""Happenings with their tellings and where these differ, as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from marsad.exporting.codes import place_of
from marsad.exporting.grouping import Named, Taken, by_day, grouped, kept, objects
from marsad.exporting.loading import Found, batches, by_article, rows_where
from marsad.exporting.values import Cell, day, english, joined, quantities
from marsad.ontology.plover import score
from marsad.store.ids import link_id, public_id
from marsad.store.queries.eventnames import event_names
from marsad.store.tables import article, difference, entity, event, happening, happening_party, telling


class _Happenings(NamedTuple):
    """A batch of happenings with what belongs to them, by their number; `names` are public ids of events, `people` the
    entities of the articles that tell them, by article and id."""

    rows: Sequence[Found]
    tellings: Mapping[int, Sequence[Found]]
    parties: Mapping[int, Sequence[Found]]
    differences: Mapping[int, Sequence[Found]]
    names: Mapping[int, str]
    people: Mapping[str, Found]


def happenings(connection: Connection, taken: Taken) -> Named:
    """The tables of happenings: those of which an event is taken."""
    for batch in batches(connection, by_day(happening), 400):
        loaded = _load(connection, batch, taken)
        for row in loaded.rows:
            yield from _happening(row, loaded)


def _load(connection: Connection, batch: Sequence[Found], taken: Taken) -> _Happenings:
    tellings = tellings_of(connection, [row.id for row in batch])
    taken_ones = {number: kept(rows, "event", taken.events) for number, rows in tellings.items()}
    rows = [row for row in batch if taken_ones.get(row.id)]
    numbers = [row.id for row in rows]
    parties, differences = (
        grouped(rows_where(connection, select(table), table.c.happening, numbers), "happening")
        for table in (happening_party, difference)
    )
    told = {row.event for number in numbers for row in taken_ones[number]}
    names = {number: e.id for number, e in event_names(connection, told).items()}
    articles = {row.article for number in numbers for row in taken_ones[number]}
    people = {e.entity: e for es in by_article(connection, entity, articles, "n").values() for e in es}
    return _Happenings(rows, taken_ones, parties, differences, names, people)


def tellings_of(connection: Connection, happenings: Iterable[int]) -> dict[int, list[Found]]:
    """The events that tell happenings, with their articles, by the happenings' numbers, in the order of publication."""
    columns = (telling.c.happening, telling.c.event, event.c.article, article.c.outlet, article.c.first_day)
    query = select(*columns).join_from(telling, event, event.c.id == telling.c.event)
    query = query.join(article, article.c.id == event.c.article)
    found = grouped(rows_where(connection, query, telling.c.happening, happenings), "happening")
    for rows in found.values():
        rows.sort(key=lambda row: (row.first_day or "9", row.article, row.event))
    return found


def _happening(row: Found, loaded: _Happenings) -> Named:
    name, tellings = link_id("happening", row.id), loaded.tellings[row.id]
    parties = sorted(loaded.parties.get(row.id, ()), key=lambda p: (p.role, p.n))
    yield "happenings", _happening_row(name, row, tellings, parties, loaded)
    for p in parties:
        record = loaded.people.get(p.entity)
        yield "happening_parties", {
            "happening": name, "role": p.role, "n": p.n, "entity": p.entity, "name": english(p.entity, record),
            "country": p.country, "sector": record.sector if record else "",
        }  # fmt: skip
    for n, q in enumerate(quantities(row.quantities)):
        yield "happening_quantities", {"happening": name, "n": n, "value": float(q["value"]), "unit": q["unit"]}
    for n, t in enumerate(sorted(tellings, key=lambda t: t.event != row.first_event), 1):
        yield "tellings", {
            "happening": name, "n": n, "event": loaded.names[t.event], "article": public_id(t.article),
            "outlet": t.outlet, "day": day(t.first_day),
        }  # fmt: skip
    for d in sorted(loaded.differences.get(row.id, ()), key=lambda d: (str(d.field), str(d.unit))):
        yield from _difference(name, d)


def _happening_row(
    name: str, row: Found, tellings: Sequence[Found], parties: Sequence[Found], loaded: _Happenings
) -> dict[str, Cell]:
    place = place_of(row.place)
    first = next((t for t in tellings if t.event == row.first_event), tellings[0])
    sides = {role: [p for p in parties if p.role == role] for role in ("actor", "recipient")}
    return {
        "happening": name, "type": row.type, "mode": row.mode, "quad": row.quad, "score": score(row.type, row.mode),
        "status": row.status, "day": day(row.day), "time": row.time, "first_day": day(row.first_day),
        "last_day": day(row.last_day), "place": row.place, "place_country": place.country if place else None,
        "contexts": joined(row.contexts), "first_event": loaded.names[first.event],
        "first_article": public_id(first.article), "first_outlet": first.outlet,
        "first_published": day(first.first_day), "tellings": len(tellings),
        "articles": len({t.article for t in tellings}), "outlets": len({t.outlet for t in tellings if t.outlet}),
    } | {
        f"{role}s": joined(p.entity or "" for p in found) for role, found in sides.items()
    } | {
        f"{role}_names": joined(english(p.entity, loaded.people.get(p.entity)) for p in found)
        for role, found in sides.items()
    }  # fmt: skip


def _difference(name: str, row: Found) -> Named:
    for n, claim in enumerate(objects(row.tellings)):
        for said in claim["events"]:
            yield "differences", {
                "happening": name, "field": row.field, "unit": row.unit, "claim": n,
                "value": claim["value"],
                "event": said, "says": joined(claim["says"]),
            }  # fmt: skip
