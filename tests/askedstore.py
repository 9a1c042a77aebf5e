"""A small store to ask: articles of our own with records made by hand, linked by hand."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from sqlalchemy import Table, insert

from marsad.foreign.events import ForeignEvent, Party
from marsad.linking.linker import Linker
from marsad.records import Article, Dating, Entity, Event, Mention, Quantity, Reading, Span, Statement
from marsad.store import tables
from marsad.store.ids import public_id
from marsad.store.importing import enter
from marsad.store.rows import article_id, event_id, rows_of
from marsad.store.store import Store

ENTITIES = {
    e.id: e
    for e in (
        Entity("state:RUS", "state", "روسيا", "Russia", "RUS", "GOV"),
        Entity("state:CHN", "state", "الصين", "China", "CHN", "GOV"),
        Entity("state:IRN", "state", "إيران", "Iran", "IRN", "GOV"),
        Entity("state:USA", "state", "الولايات المتحدة", "United States", "USA", "GOV"),
        Entity("person:sergey-lavrov", "person", "سيرغي لافروف", "Sergey Lavrov", "RUS", "GOV", "foreign-minister@RUS"),
        Entity("person:wang-yi", "person", "وانغ يي", "Wang Yi", "CHN", "GOV", "foreign-minister@CHN"),
        Entity("person:xi-jinping", "person", "شي جين بينغ", "Xi Jinping", "CHN", "GOV", "president@CHN"),
        Entity("person:rory-lavrov", "person", "روري لافروف", "", None),
        Entity("media:tass", "media", "تاس", "TASS", "RUS", "MED"),
        Entity("org:nato", "org", "حلف الناتو", "NATO", None, "IGO"),
    )
}


class Sketch(NamedTuple):
    """An article to be: its text, and its records as (what, words …) lines."""

    name: str
    published: str | None
    outlet: str | None
    text: str
    records: tuple[tuple[Any, ...], ...] = ()
    title: str = ""
    furniture: str = ""


def said(speaker: str, content: str, *, via: tuple[str, ...] = (), cue: str = "قال", **more: Any) -> tuple[Any, ...]:
    return "said", speaker, content, cue, via, more


def did(type: str, trigger: str, actors: str, recipients: str = "", **more: Any) -> tuple[Any, ...]:
    return "did", type, trigger, actors.split(), recipients.split(), more


MEETING = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو"
PLAN = "سيزور الرئيس الصيني شي جين بينغ روسيا في مايو المقبل، بحسب الكرملين. وأكدت بكين موعد الزيارة."
SKETCHES = (
    Sketch(
        "meeting", "2024-05-14", "media:okaz",
        f"{MEETING}.\nوقال لافروف إن البلدين سيوقعان اتفاقا بقيمة 3 مليارات دولار. وانتقد حلف الناتو.",
        (
            did("CONSULT", "التقى", "person:sergey-lavrov person:wang-yi", time="2024-05-14", place="موسكو"),
            did("AGREE", "اتفاقا", "state:RUS state:CHN", status="planned", quantity=("3 مليارات دولار", 3e9, "USD")),
            said("person:sergey-lavrov", "البلدين سيوقعان اتفاقا بقيمة 3 مليارات دولار", mentions=("state:CHN",),
                 addressee="org:nato"),
        ),
        title=MEETING,
    ),
    Sketch(
        "meeting again", "2024-05-15", "media:al-riyadh",
        "اجتمع لافروف ووانغ يي أمس الأول في العاصمة الروسية. ونقلت وكالة تاس عن لافروف قوله إن روسيا والصين ستبرمان "
        "صفقة بثلاثة مليارات.",
        (
            did("CONSULT", "اجتمع", "person:sergey-lavrov person:wang-yi", time="2024-05-13"),
            said("person:sergey-lavrov", "روسيا والصين ستبرمان صفقة بثلاثة مليارات", via=("media:tass",), cue="قوله",
                 kind="direct"),
        ),
    ),
    Sketch(
        "plan", "2024-05-16", "media:okaz", PLAN,
        (did("CONSULT", "سيزور", "person:xi-jinping", "state:RUS", mode="visit", status="planned", time="2025-05"),),
        title="شي في موسكو العام المقبل", furniture="بحسب الكرملين",
    ),
    Sketch(
        "plan copied", "2024-05-17", "media:al-riyadh", PLAN + " انتهى.",
        (did("CONSULT", "سيزور", "person:xi-jinping", "state:RUS", mode="visit", status="planned", time="2025-05"),),
    ),
    Sketch(
        "visit", "2025-05-09", "media:okaz", "وصل الرئيس الصيني شي جين بينغ إلى موسكو في زيارة رسمية.",
        (did("CONSULT", "زيارة", "person:xi-jinping", "state:RUS", mode="visit", time="2025-05-09"),),
    ),
    Sketch(
        "denial", "2024-06-01", "media:al-riyadh",
        "نفت إيران مهاجمة السفينة. وقد تفرض واشنطن عقوبات على طهران هذا العام. وستوقع إيران اتفاقية مع روسيا في يونيو.",
        (
            did("ASSAULT", "مهاجمة", "state:IRN", status="denied"),
            did("SANCTION", "عقوبات", "state:USA", "state:IRN", status="possible", time="2024"),
            did("AGREE", "اتفاقية", "state:IRN state:RUS", status="planned", time="2024-06"),
        ),
    ),
    Sketch(
        "water", "2024-07-02", "media:okaz",
        "الرئيسية | اقتصاد\nأعلنت المؤسسة العامة للري نتائج الزيارات بمشاركة الوزراء والمسؤولين في 1500 قرية. "
        "وأضافت أن مستوى المياه في الأُردُنّ انخفض 3.5 في المئة، وأن شركة F-16 لا علاقة لها بالري.",
        (said("person:rory-lavrov", "مستوى المياه في الأُردُنّ انخفض", cue="وأضافت"),),
        furniture="الرئيسية | اقتصاد",
    ),
    Sketch("undated", None, None, "خبر بلا تاريخ عن مجلس الأمن الدولي وعن مجلس النواب، والأمن مستتب."),
)  # fmt: skip


FOREIGN = (
    ForeignEvent(
        "icews", "7001", "2018-09-02", "CONSULT", "visit", ("diplomatic",), 1, 4.0,
        (
            Party("actor", "Xi Jinping", "person:xi-jinping", "CHN", "GOV"),
            Party("recipient", "Citizen (Russia)", "group:rus-citizens", "RUS", "CVL"),
        ),
        {"cameo": "042"}, text="Our own sentence.", place="Moscow",
    ),
    ForeignEvent(
        "icews", "7001", "2018-09-03", "", "", (), 0, None,
        (Party("actor", "Russia", "state:RUS", "RUS"), Party("recipient", "Jan Nobody")), {"cameo": "010"},
    ),
)  # fmt: skip
"""Two events of others' data, which gives both one id."""


def reading(sketch: Sketch, uri: str = "") -> Reading:
    """The reading of a sketch."""
    text = sketch.text

    def span(piece: str) -> Span:
        start = text.index(piece)
        return Span(start, start + len(piece), piece)

    statements = [
        Statement(
            f"s{n}", speaker, span(cue), span(content), more.get("kind", "indirect"), via,
            more.get("addressee"), None, "say", 0.8, (),
        )
        for n, (_, speaker, content, cue, via, more) in enumerate((r for r in sketch.records if r[0] == "said"), 1)
    ]  # fmt: skip
    events = [
        _event(f"e{n}", record, span) for n, record in enumerate((r for r in sketch.records if r[0] == "did"), 1)
    ]  # fmt: skip
    used = {e for s in statements for e in (s.speaker, *s.via, s.addressee) if e}
    used |= {p for e in events for p in (*e.actors, *e.recipients)}
    mentions = [
        Mention(Span(s.content.start, s.content.end, s.content.text), entity, "name")
        for s, r in zip(statements, (r for r in sketch.records if r[0] == "said"), strict=True)
        for entity in r[5].get("mentions", ())
    ]
    used |= {m.entity for m in mentions}
    article = Article(
        hashlib.sha256(text.encode()).hexdigest(), text, sketch.name, uri or f"https://news.example/{sketch.name}",
        sketch.title, outlet=sketch.outlet,
        published=Dating(sketch.published, "day" if sketch.published else "unknown", "given"),
        furniture=(span(sketch.furniture),) if sketch.furniture else (),
    )  # fmt: skip
    entities = tuple(ENTITIES[e] for e in sorted(used))
    return Reading(article, entities, tuple(mentions), tuple(statements), tuple(events))


def _event(name: str, record: tuple[Any, ...], span: Any) -> Event:
    _, type, trigger, actors, recipients, more = record
    quantities = ()
    if "quantity" in more:
        words, value, unit = more["quantity"]
        at = span(words)
        quantities = (Quantity(words, value, unit, at.start, at.end),)
    return Event(
        name, type, more.get("mode"), span(trigger), (), tuple(actors), tuple(recipients),
        more.get("status", "actual"), more.get("time"), more.get("place"), (), quantities, (), None, 0.7, (),
    )  # fmt: skip


class Ids(NamedTuple):
    """Numbers of articles and records by the names of their sketches."""

    articles: dict[str, int]

    def of(self, name: str, record: str = "") -> str:
        """A public id."""
        return public_id(self.articles[name], record)

    def number(self, name: str, record: str) -> int:
        """The number of an event or a statement."""
        return event_id(self.articles[name], record)


class Asked(NamedTuple):
    """A store to ask, and the ids of what is in it."""

    store: Store
    ids: Ids


def fill(store: Store) -> Ids:
    """Enter the articles, and links as they should be."""
    readings = [reading(sketch) for sketch in SKETCHES]
    for each in readings:
        store.add(rows_of(each))
    Linker(store, []).link()
    with store.writing() as connection:
        enter(connection, FOREIGN)
    ids = Ids({s.name: article_id(r.article) for s, r in zip(SKETCHES, readings, strict=True)})
    _link(store, ids)
    return ids


def _link(store: Store, ids: Ids) -> None:
    happenings = [
        ("CONSULT", None, 1, "actual", "2024-05-13/2024-05-14", [("meeting", "e1"), ("meeting again", "e1")]),
        ("AGREE", None, 1, "planned", None, [("meeting", "e2")]),
        ("CONSULT", "visit", 1, "planned", "2025-05", [("plan", "e1"), ("plan copied", "e1")]),
        ("CONSULT", "visit", 1, "actual", "2025-05-09", [("visit", "e1")]),
        ("ASSAULT", None, 4, "denied", None, [("denial", "e1")]),
        ("SANCTION", None, 4, "possible", "2024", [("denial", "e2")]),
        ("AGREE", None, 1, "planned", "2024-06", [("denial", "e3")]),
    ]
    records = {s.name: reading(s) for s in SKETCHES}
    rows: dict[Table, list[dict[str, Any]]] = {}
    for type, mode, quad, status, time, told in happenings:
        article, name = told[0]
        first = ids.number(article, name)
        event = next(e for e in records[article].events if e.id == name)
        days = _days(time)
        rows.setdefault(tables.happening, []).append({
            "id": first, "type": type, "mode": mode, "quad": quad, "status": status, "time": time,
            "day": days[0] or records[article].article.published.date, "first_day": days[0], "last_day": days[1],
            "place": event.place, "quantities": [{"value": q.value, "unit": q.unit} for q in event.quantities],
            "contexts": [], "first_event": first, "tellings": len(told),
        })  # fmt: skip
        rows.setdefault(tables.telling, []).extend({"happening": first, "event": ids.number(*t)} for t in told)
        rows.setdefault(tables.happening_party, []).extend(
            {"happening": first, "role": role, "n": n, "entity": p, "country": ENTITIES[p].country}
            for role, side in (("actor", event.actors), ("recipient", event.recipients))
            for n, p in enumerate(side)
        )
    meeting, again = ids.number("meeting", "e1"), ids.number("meeting again", "e1")
    rows[tables.difference] = [{
        "happening": meeting, "field": "time", "unit": "",
        "tellings": [
            {"value": "2024-05-14", "events": [ids.of("meeting", "e1")], "says": ["media:okaz"]},
            {"value": "2024-05-13", "events": [ids.of("meeting again", "e1")], "says": ["media:al-riyadh"]},
        ],
    }]  # fmt: skip
    assert again != meeting
    rows[tables.promise] = [
        _promise(ids.number("plan", "e1"), "2025-05", "2024-05-16", "kept", [ids.of("visit", "e1")]),
        _promise(ids.number("denial", "e3"), "2024-06", "2024-06-01", "open", []),
        _promise(ids.number("meeting", "e2"), None, "2024-05-14", "open", []),
    ]
    deal = ids.number("meeting", "e2")
    rows[tables.agreement] = [{
        "id": deal, "parties": ["state:CHN", "state:RUS"], "subject": "اتفاقا بقيمة 3 مليارات دولار",
        "amounts": [{"value": 3e9, "unit": "USD"}], "volumes": [{"value": 50000, "unit": "barrel/day"}], "term": "P5Y",
        "status": "signed", "day": "2024-05-14",
        "history": [
            {"status": "planned", "time": "2024-05-14", "events": [ids.of("meeting", "e2")]},
            {"status": "signed", "time": "2024-05-15", "events": [ids.of("meeting again", "e1")]},
        ],
    }]  # fmt: skip
    rows[tables.agreement_event] = [{"agreement": deal, "event": deal}]
    _statements_and_articles(rows, ids)
    with store.writing() as connection:
        for table, several in rows.items():
            connection.execute(insert(table), several)


def _promise(number: int, term: str | None, told: str, outcome: str, evidence: list[str]) -> dict[str, Any]:
    first, last = _days(term)
    return {
        "id": number, "term": term, "term_start": first, "term_end": last, "said": told, "outcome": outcome,
        "evidence": evidence,
    }  # fmt: skip


def _days(time: str | None) -> tuple[str | None, str | None]:
    from marsad.edtf import bounds

    found = bounds(time)
    return found.start or None, found.end or None


def _statements_and_articles(rows: dict[Table, list[dict[str, Any]]], ids: Ids) -> None:
    a = ids.articles
    echo = ids.number("meeting", "s1")
    rows[tables.echo] = [{
        "id": echo, "speaker": "person:sergey-lavrov", "first_statement": echo, "statements": 2, "wordings": 2,
        "day": "2024-05-14",
    }]  # fmt: skip
    rows[tables.echo_statement] = [
        {"echo": echo, "statement": s} for s in (echo, ids.number("meeting again", "s1"))
    ]  # fmt: skip
    rows[tables.copy] = [
        {"article": a[name], "original": a["plan"], "grp": a["plan"]} for name in ("plan", "plan copied")
    ]  # fmt: skip
    rows[tables.story] = [
        _story("meeting", "2024-05-14", "2024-05-15", ids, 2, 2, 2),
        _story("plan", "2024-05-16", "2025-05-09", ids, 3, 2, 2),
        _story("denial", "2024-06-01", "2024-06-01", ids, 1, 1, 1),
    ]
    stories = {"meeting": ["meeting", "meeting again"], "plan": ["plan", "plan copied", "visit"], "denial": ["denial"]}
    rows[tables.story_article] = [{"story": a[s], "article": a[n]} for s, several in stories.items() for n in several]


def _story(name: str, first: str, last: str, ids: Ids, articles: int, tellings: int, outlets: int) -> dict[str, Any]:
    return {
        "id": ids.articles[name], "title": next(s.title or s.text[:40] for s in SKETCHES if s.name == name),
        "first_day": first, "last_day": last, "first_article": ids.articles[name], "articles": articles,
        "tellings": tellings, "outlets": outlets,
    }  # fmt: skip
