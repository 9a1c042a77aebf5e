"""A store whose articles hold, wherever a text can stand, what tries to become something else in a page."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from payloads import PAYLOADS
from sqlalchemy import insert

from marsad.records import Article, Dating, Entity, Event, Mention, Quantity, Reading, Span, Statement
from marsad.store import tables
from marsad.store.ids import link_id, public_id
from marsad.store.rows import article_id, event_id, rows_of
from marsad.store.store import Store

_CONFIDENCE = 0.7


class Hostile(NamedTuple):
    """What there is of one payload: the first article, its event and statement, and what links them to the copy."""

    payload: str
    article: str
    event: str
    statement: str
    story: str
    happening: str
    echo: str

    def pages(self) -> tuple[str, ...]:
        """The addresses of their pages."""
        return (
            f"/articles/{self.article}", f"/records/{self.event}", f"/records/{self.statement}",
            f"/stories/{self.story}", f"/happenings/{self.happening}", f"/echoes/{self.echo}",
            f"/promises/{self.happening.replace('happening', 'promise')}",
        )  # fmt: skip


def fill(store: Store) -> list[Hostile]:
    """Enter two articles for each payload, with all links between them."""
    return [_enter(store, payload) for payload in PAYLOADS]


def _enter(store: Store, payload: str) -> Hostile:
    first, second = _reading(payload, "أولى"), _reading(payload, "ثانية")
    for each in (first, second):
        store.add(rows_of(each))
    numbers = [article_id(each.article) for each in (first, second)]
    _link(store, payload, numbers)
    event, statement = event_id(numbers[0], "e1"), event_id(numbers[0], "s1")
    return Hostile(
        payload, public_id(numbers[0]), public_id(numbers[0], "e1"), public_id(numbers[0], "s1"),
        link_id("story", numbers[0]), link_id("happening", event), link_id("echo", statement),
    )  # fmt: skip


def _reading(payload: str, name: str) -> Reading:
    text = f"{payload}\n\nقال {payload} إن {payload} قائم. وزار الوزير {payload} بقيمة {payload} في الرواية {name}."

    def span(piece: str, after: str = "") -> Span:
        start = text.index(piece, text.index(after) if after else 0)
        return Span(start, start + len(piece), piece)

    speaker, other = f"person:{payload}", f"group:{payload}"
    value = span(payload, "بقيمة")
    quantity = Quantity(payload, 3.0, payload, value.start, value.end)
    statement = Statement(
        "s1", speaker, span("قال"), span(f"{payload} قائم", "إن"), "direct", (other,), other, payload, "say",
        _CONFIDENCE, (payload, f"cue {payload}"),
    )  # fmt: skip
    event = Event(
        "e1", "CONSULT", "visit", span("زار"), (span(payload, "الوزير"),), (speaker,), (other,), "planned", payload,
        payload, (speaker,), (quantity,), (payload,), "s1", _CONFIDENCE, (payload, f"frame {payload}"),
    )  # fmt: skip
    entities = (Entity(speaker, "person", payload, payload, payload, payload, payload),
                Entity(other, "group", payload, payload, payload, payload))  # fmt: skip
    article = Article(
        hashlib.sha256(text.encode()).hexdigest(), text, payload, f"{payload}#{name}", payload, payload, payload,
        f"media:{payload}", Dating("2024-05-14", "day", payload), payload, payload, (span(payload),), (payload,),
    )  # fmt: skip
    return Reading(article, entities, (Mention(span(payload, "الوزير"), other, "name"),), (statement,), (event,))


def _link(store: Store, payload: str, numbers: list[int]) -> None:
    events = [event_id(number, "e1") for number in numbers]
    statements = [event_id(number, "s1") for number in numbers]
    day = {"first_day": "2024-05-14", "last_day": "2024-05-14"}
    claims = [{"value": payload, "events": [public_id(number, "e1")], "says": [f"person:{payload}"]}
              for number in numbers]  # fmt: skip
    rows = {
        tables.story: [{"id": numbers[0], "title": payload, **day, "first_article": numbers[0], "articles": 2,
                        "tellings": 1, "outlets": 1}],
        tables.story_article: [{"story": numbers[0], "article": number} for number in numbers],
        tables.copy: [{"article": number, "original": numbers[0], "grp": numbers[0]} for number in numbers],
        tables.happening: [{
            "id": events[0], "type": "CONSULT", "mode": "visit", "quad": 1, "status": "planned", "time": payload,
            "day": "2024-05-14", **day, "place": payload, "quantities": [{"value": 3, "unit": payload}],
            "contexts": [payload], "first_event": events[0], "tellings": 2,
        }],
        tables.telling: [{"happening": events[0], "event": event} for event in events],
        tables.happening_party: [{"happening": events[0], "role": "actor", "n": 0, "entity": f"person:{payload}",
                                  "country": payload}],
        tables.difference: [{"happening": events[0], "field": field, "unit": unit, "tellings": claims}
                            for field, unit in (("place", ""), ("time", ""), ("actors", ""), ("numbers", payload))],
        tables.echo: [{"id": statements[0], "speaker": f"person:{payload}", "first_statement": statements[0],
                       "statements": 2, "wordings": 2, "day": "2024-05-14"}],
        tables.echo_statement: [{"echo": statements[0], "statement": statement} for statement in statements],
        tables.promise: [{"id": events[0], "term": payload, "said": "2024-05-14", "outcome": "open", "evidence": []}],
        tables.agreement: [{
            "id": events[0], "parties": [f"person:{payload}"], "subject": payload,
            "amounts": [{"value": 3, "unit": payload}], "volumes": [], "term": payload, "status": "signed",
            "history": [], "day": "2024-05-14",
        }],
        tables.agreement_event: [{"agreement": events[0], "event": events[0]}],
    }  # fmt: skip
    with store.writing() as connection:
        for table, several in rows.items():
            connection.execute(insert(table), several)
