"""Answers as flat rows, with the columns of `columns.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from marsad.output.flat import Row
from marsad.output.labels import Lang
from marsad.output.names import entity_name, office_text, outlet_name

if TYPE_CHECKING:
    from marsad.records import Entity
    from marsad.store.queries.agreements import Deal
    from marsad.store.queries.articlelist import ArticleRow
    from marsad.store.queries.outlets import OutletRow
    from marsad.store.queries.promises import Pledge
    from marsad.store.queries.quotes import Quote
    from marsad.store.queries.search import Hit
    from marsad.store.queries.stats import Count
    from marsad.store.queries.stories import StoryRow
    from marsad.store.queries.timeline import Occurrence


def names(entities: Iterable[Entity], lang: Lang) -> list[str]:
    """The names of entities in a language."""
    return [entity_name(each, lang) for each in entities]


def ids(entities: Iterable[Entity]) -> list[str]:
    """The ids of entities; of those that others' data names and we do not know, that name."""
    return [each.id or each.en for each in entities]


def amount_value(amount: Mapping[str, Any]) -> str:
    """A number with its unit: `3000000000 USD`."""
    value = amount["value"]
    return f"{value:.0f} {amount['unit']}" if value == int(value) else f"{value:g} {amount['unit']}"


def step_text(step: Mapping[str, Any]) -> str:
    """What became of an agreement, when, and which events say so: `signed 2024-05-14 (…-e1)`."""
    when = f" {step['time']}" if step.get("time") else ""
    return f"{step['status']}{when} ({', '.join(step['events'])})"


def search(hit: Hit, lang: Lang) -> Row:
    """A row of `marsad search`."""
    return {
        "id": hit.id, "published": hit.published, "outlet": hit.outlet, "title": hit.title, "uri": hit.uri,
        "score": hit.score, "snippet": hit.snippet.text, "snippet_start": hit.snippet.start,
        "hits": [f"{start}-{end}" for start, end in hit.snippet.hits], "story": hit.story, "copy_of": hit.copy_of,
    }  # fmt: skip


def timeline(row: Occurrence, lang: Lang) -> Row:
    """A row of `marsad timeline`."""
    return {
        "id": row.id, "source": row.source, "time": row.time, "day": row.day, "type": row.type, "mode": row.mode,
        "quad": row.quad, "status": row.status, **sides(row, lang), "place": row.place,
        "quantities": list(map(amount_value, row.quantities)), "contexts": list(row.contexts), "tellings": row.tellings,
        "outlets": list(row.outlets), "first": row.first, "differences": list(row.differences),
    }  # fmt: skip


def sides(row: Occurrence | Pledge, lang: Lang) -> Row:
    """Who acts and upon whom, by ids and by names."""
    return {
        "actors": ids(row.actors), "actor_names": names(row.actors, lang),
        "recipients": ids(row.recipients), "recipient_names": names(row.recipients, lang),
    }  # fmt: skip


def quotes(row: Quote, lang: Lang) -> Row:
    """A row of `marsad quotes`."""
    speaker, addressee = row.speaker, row.addressee
    office = office_text(speaker.office, speaker.country, lang) if speaker.office else None
    return {
        "id": row.id, "day": row.day, "outlet": row.outlet, "speaker": speaker.id,
        "speaker_name": entity_name(speaker, lang), "speaker_office": office, "kind": row.kind, "act": row.act,
        "via": ids(row.via), "via_names": names(row.via, lang), "addressee": addressee.id if addressee else None,
        "addressee_name": entity_name(addressee, lang) if addressee else None, "content": row.content,
        "echo": row.echo, "tellings": row.tellings,
    }  # fmt: skip


def promises(row: Pledge, lang: Lang) -> Row:
    """A row of `marsad promises`."""
    return {
        "id": row.id, "type": row.type, "mode": row.mode, **sides(row, lang), "said": row.said, "term": row.term,
        "outcome": row.outcome, "evidence": list(row.evidence), "first": row.first, "words": row.words,
    }  # fmt: skip


def agreements(row: Deal, lang: Lang) -> Row:
    """A row of `marsad agreements`."""
    return {
        "id": row.id, "day": row.day, "parties": ids(row.parties), "party_names": names(row.parties, lang),
        "subject": row.subject, "amounts": list(map(amount_value, row.amounts)),
        "volumes": list(map(amount_value, row.volumes)), "term": row.term, "status": row.status,
        "history": list(map(step_text, row.history)),
    }  # fmt: skip


def stories(row: StoryRow, lang: Lang) -> Row:
    """A row of `marsad stories`."""
    return row._asdict()


def articles(row: ArticleRow, lang: Lang) -> Row:
    """A row of the list of articles."""
    return row._asdict()


def outlets(row: OutletRow, lang: Lang) -> Row:
    """A row of the list of outlets."""
    most = row.copied[0] if row.copied else None
    return {
        **{name: value for name, value in row._asdict().items() if name != "copied"},
        "name": outlet_name(row.outlet, lang), "copies_most": most.outlet if most else None,
        "copies_of_most": most.articles if most else 0,
    }  # fmt: skip


def stats(row: Count, lang: Lang) -> Row:
    """A row of `marsad stats`."""
    return row._asdict()
