"""What only several articles together tell, as rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from marsad.exporting.grouping import Named, Taken, by_day, grouped, kept, members, objects
from marsad.exporting.happeningrows import happenings
from marsad.exporting.loading import Found, batches, rows_where
from marsad.exporting.values import day, english, joined, quantities
from marsad.records import Entity
from marsad.store.ids import link_id, public_id
from marsad.store.queries.entities import entities_of
from marsad.store.queries.eventnames import event_names
from marsad.store.queries.promises import newest_day, outcome_on
from marsad.store.tables import (
    agreement,
    agreement_event,
    copy,
    echo,
    echo_statement,
    happening,
    happening_party,
    promise,
    statement,
    story,
    story_article,
    telling,
)


def copies(connection: Connection, taken: Taken) -> Named:
    """The tables of copies."""
    for batch in batches(connection, select(copy).order_by(copy.c.grp, copy.c.article)):
        for row in kept(batch, "article", taken.articles):
            yield "copies", {
                "article": public_id(row.article), "original": public_id(row.original), "group": public_id(row.grp),
            }  # fmt: skip


def stories(connection: Connection, taken: Taken) -> Named:
    """The tables of stories: those of which an article is taken."""
    for batch in batches(connection, by_day(story, "first_day")):
        all_of_them = members(connection, story_article, "story", "article", [row.id for row in batch])
        of_story = grouped(kept(all_of_them, "article", taken.articles), "story")
        for row in (row for row in batch if row.id in of_story):
            name = link_id("story", row.id)
            yield "stories", {
                "story": name, "title": row.title, "first_day": day(row.first_day), "last_day": day(row.last_day),
                "first_article": public_id(row.first_article), "articles": row.articles, "tellings": row.tellings,
                "outlets": row.outlets,
            }  # fmt: skip
            for member in of_story[row.id]:
                yield "story_articles", {"story": name, "article": public_id(member.article)}


def echoes(connection: Connection, taken: Taken) -> Named:
    """The tables of echoes: those of which a statement is taken."""
    for batch in batches(connection, by_day(echo)):
        all_of_them = members(connection, echo_statement, "echo", "statement", [row.id for row in batch])
        of_echo = grouped(kept(all_of_them, "statement", taken.statements), "echo")
        said = {m.statement for several in of_echo.values() for m in several}
        names = _statement_ids(connection, said | {row.first_statement for row in batch})
        people = entities_of(connection, {row.speaker for row in batch})
        for row in (row for row in batch if row.id in of_echo):
            name = link_id("echo", row.id)
            yield "echoes", {
                "echo": name, "speaker": row.speaker, "speaker_name": english(row.speaker, people.get(row.speaker)),
                "first_statement": names[row.first_statement], "statements": row.statements,
                "wordings": row.wordings, "day": day(row.day),
            }  # fmt: skip
            for member in of_echo[row.id]:
                yield "echo_statements", {"echo": name, "statement": names[member.statement]}


def _statement_ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    found = select(statement.c.id, statement.c.article, statement.c.name)
    rows = rows_where(connection, found, statement.c.id, numbers)
    return {row.id: public_id(row.article, row.name) for row in rows}


def promises(connection: Connection, taken: Taken) -> Named:
    """The tables of promises: those of whose happenings an event is taken, as they stand on the newest article's
    day."""
    outcome = outcome_on(newest_day(connection) or "").label("stands")
    query = select(promise, outcome, happening.c.type, happening.c.mode).join(happening, happening.c.id == promise.c.id)
    by_term = (promise.c.term_start.is_(None), promise.c.term_start, promise.c.id)
    for batch in batches(connection, query.order_by(*by_term)):
        numbers = [row.id for row in batch]
        tellings = members(connection, telling, "happening", "event", numbers)
        told = grouped(kept(tellings, "event", taken.events), "happening")
        found = rows_where(connection, select(happening_party), happening_party.c.happening, numbers)
        parties = grouped(found, "happening")
        for row in batch:
            if row.id in told:
                yield from _promise(row, parties.get(row.id, ()))


def _promise(row: Found, parties: Sequence[Found]) -> Named:
    name, ordered = link_id("promise", row.id), sorted(parties, key=lambda p: p.n)
    yield "promises", {
        "promise": name, "happening": link_id("happening", row.id), "type": row.type, "mode": row.mode,
        "actors": joined(p.entity or "" for p in ordered if p.role == "actor"),
        "recipients": joined(p.entity or "" for p in ordered if p.role == "recipient"),
        "said": day(row.said), "term": row.term, "term_start": day(row.term_start), "term_end": day(row.term_end),
        "outcome": row.stands, "decided_by": link_id("happening", row.decided_by) if row.decided_by else None,
    }  # fmt: skip
    for one in dict.fromkeys(row.evidence):
        yield "promise_evidence", {"promise": name, "event": one}


def agreements(connection: Connection, taken: Taken) -> Named:
    """The tables of agreements: those of which an event is taken."""
    for batch in batches(connection, by_day(agreement)):
        all_of_them = members(connection, agreement_event, "agreement", "event", [row.id for row in batch])
        told = grouped(kept(all_of_them, "event", taken.events), "agreement")
        names = event_names(connection, {m.event for several in told.values() for m in several})
        parties = entities_of(connection, {party for row in batch for party in row.parties})
        for row in (row for row in batch if row.id in told):
            yield from _agreement(row, parties)
            for member in told[row.id]:
                name = link_id("agreement", row.id)
                yield "agreement_events", {"agreement": name, "event": names[member.event].id}


def _agreement(row: Found, parties: Mapping[str, Entity]) -> Named:
    name = link_id("agreement", row.id)
    yield "agreements", {
        "agreement": name, "parties": joined(row.parties),
        "party_names": joined(english(party, parties.get(party)) for party in row.parties), "subject": row.subject,
        "term": row.term, "status": row.status, "day": day(row.day),
    }  # fmt: skip
    for kind, stored in (("amount", row.amounts), ("volume", row.volumes)):
        for n, q in enumerate(quantities(stored)):
            yield "agreement_quantities", {
                "agreement": name, "kind": kind, "n": n, "value": float(q["value"]), "unit": q["unit"],
            }  # fmt: skip
    for n, step in enumerate(objects(row.history)):
        yield "agreement_steps", {
            "agreement": name, "n": n, "status": step["status"], "time": step["time"], "events": joined(step["events"]),
        }  # fmt: skip


OF_LINKS: Mapping[str, Callable[[Connection, Taken], Named]] = {
    "copies": copies, "stories": stories, "happenings": happenings, "echoes": echoes, "promises": promises,
    "agreements": agreements,
}  # fmt: skip
"""What makes the tables of each kind of link, by the first of them."""
MADE_WITH: Mapping[str, str] = {
    "story_articles": "stories", "echo_statements": "echoes", "promise_evidence": "promises",
    "happening_parties": "happenings", "happening_quantities": "happenings", "tellings": "happenings",
    "differences": "happenings", "agreement_quantities": "agreements", "agreement_steps": "agreements",
    "agreement_events": "agreements",
}  # fmt: skip
"""The other tables of links, each with the kind with which it is made."""
