"""A small store with one of everything: articles, links written by hand, events of others' data."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import insert

from marsad.records import Reading
from marsad.store.ids import public_id, stable_id
from marsad.store.rows import article_id, event_id, rows_of
from marsad.store.store import Store
from marsad.store.tables import (
    agreement,
    agreement_event,
    copy,
    difference,
    echo,
    echo_statement,
    event,
    event_party,
    happening,
    happening_party,
    promise,
    story,
    story_article,
    telling,
)

TEXTS = [
    ("https://one.example/1", "media:okaz", "2024-05-14",
     "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو يوم الثلاثاء. وقال لافروف إن البلدين "
     "سيوقعان اتفاقا بقيمة 3 مليارات دولار الشهر المقبل."),
    ("https://two.example/2", "media:reuters", "2024-05-15",
     "تحليل: أسبوع الدبلوماسية\nاجتمع لافروف مع وزير الخارجية الصيني وانغ يي في العاصمة الروسية موسكو أمس الثلاثاء. "
     "ونفت الصين تقديم مساعدات عسكرية إلى روسيا."),
    ("https://one.example/3", "media:okaz", "2024-05-16",
     "أدان الرئيس التركي رجب طيب أردوغان القصف الإسرائيلي على غزة، وأكد أن أنقرة لن تتخلى عن الفلسطينيين. وستقدم قطر "
     "مساعدات إنسانية إلى غزة الأسبوع المقبل. وقد تفرض واشنطن عقوبات على إيران."),
    ("https://two.example/4", None, "2024-05-17",
     "شارك وزراء خارجية السعودية والإمارات والكويت في اجتماع في الرياض. وقصفت طائرات إسرائيلية مواقع لحزب الله في "
     "لبنان. وستنسحب القوات الروسية من سوريا الشهر المقبل. وستفرض أوروبا عقوبات على إيران غدا."),
]  # fmt: skip


@cache
def readings() -> tuple[Reading, ...]:
    """The articles, read."""
    from marsad.parallel import read_article
    from marsad.sources.articles import make_article
    from marsad.sources.dates import dating

    return tuple(
        read_article(make_article(text, doc=str(n), uri=uri, outlet=outlet, published=dating(day, "given")))
        for n, (uri, outlet, day, text) in enumerate(TEXTS)
    )


def article(n: int) -> int:
    """The number of an article."""
    return article_id(readings()[n].article)


def record(n: int, name: str) -> int:
    """The number of a record of an article."""
    return event_id(article(n), name)


def name(n: int, record: str) -> str:
    """The public id of a record of an article."""
    return public_id(article(n), record)


def fill(store: Store, order: Sequence[int] = (0, 1, 2, 3)) -> Store:
    """Put everything into a store, the articles in some order."""
    for n in order:
        store.add(rows_of(readings()[n]))
    link(store)
    add_foreign(store)
    return store


def link(store: Store) -> None:
    """The meeting that the first two articles tell, the treaty that the first promises, and more."""
    met, planned = min(record(0, "e1"), record(1, "e1")), record(0, "e2")
    said = min(record(0, "s1"), record(1, "s1"))
    both = min(article(0), article(1))
    rows = [
        (copy, [{"article": article(n), "original": article(0), "grp": both} for n in (0, 1)]),
        (story, [{
            "id": both, "title": "لقاء في موسكو", "first_day": "2024-05-14", "last_day": "2024-05-15",
            "first_article": article(0), "articles": 2, "tellings": 1, "outlets": 2,
        }]),
        (story_article, [{"story": both, "article": article(n)} for n in (0, 1)]),
        (happening, [
            _happening(met, "CONSULT", "actual", "2024-05-14", record(0, "e1"), 2) | {"place": "Moscow"},
            _happening(planned, "AGREE", "planned", "2024-06-01", planned, 1) | {
                "last_day": "2024-06-30", "time": "2024-06", "quantities": [{"value": 3e9, "unit": "USD"}],
            },
        ]),
        (telling, [
            {"happening": met, "event": record(0, "e1")}, {"happening": met, "event": record(1, "e1")},
            {"happening": planned, "event": planned},
        ]),
        (happening_party, [
            _party(met, 0, "person:sergey-lavrov", "RUS"), _party(met, 1, "person:wang-yi", "CHN"),
            _party(planned, 0, "state:RUS", "RUS"), _party(planned, 1, "state:CHN", "CHN"),
        ]),
        (difference, [{
            "happening": met, "field": "place", "unit": "",
            "tellings": [
                {"value": "Moscow", "events": [name(0, "e1")], "says": ["person:sergey-lavrov"]},
                {"value": "Beijing", "events": [name(1, "e1")], "says": []},
            ],
        }]),
        (echo, [{
            "id": said, "speaker": "person:sergey-lavrov", "first_statement": record(0, "s1"), "statements": 2,
            "wordings": 2, "day": "2024-05-14",
        }]),
        (echo_statement, [{"echo": said, "statement": record(n, "s1")} for n in (0, 1)]),
        (promise, [{
            "id": planned, "term": "2024-06", "term_start": "2024-06-01", "term_end": "2024-06-30",
            "said": "2024-05-14", "outcome": "kept", "evidence": [name(3, "e1")], "decided_by": met,
        }]),
        (agreement, [{
            "id": planned, "parties": ["state:RUS", "state:CHN"], "subject": "تجارة", "day": "2024-05-14",
            "amounts": [{"value": 3e9, "unit": "USD"}], "volumes": [], "term": None, "status": "signed",
            "history": [{"status": "planned", "time": "2024-05-14", "events": [name(0, "e2")]},
                        {"status": "signed", "time": "2024-05-17", "events": [name(3, "e1")]}],
        }]),
        (agreement_event, [{"agreement": planned, "event": planned}]),
    ]  # fmt: skip
    with store.writing() as connection:
        for table, several in rows:
            connection.execute(insert(table), several)


def _happening(number: int, kind: str, status: str, day: str, first: int, tellings: int) -> dict[str, object]:
    return {
        "id": number, "type": kind, "mode": None, "quad": 1, "status": status, "day": day, "first_day": day,
        "last_day": day, "time": day, "place": None, "quantities": [], "contexts": [], "first_event": first,
        "tellings": tellings,
    }  # fmt: skip


def _party(number: int, n: int, entity: str, country: str) -> dict[str, object]:
    return {"happening": number, "role": "actor", "n": n, "entity": entity, "country": country}


FOREIGN = [
    # source, its id, type, mode, day, parties as (role, name, entity, country, sector)
    ("icews", "901", "CONSULT", "visit", "2024-05-14",
     [("actor", "Wang Yi", "person:wang-yi", "CHN", "GOV"),
      ("recipient", "Citizen (Russia)", "group:rus-citizens", "RUS", "CVL")]),
    ("icews", "902", "", None, "2024-05-15", [("actor", "Somebody", None, None, "")]),
]  # fmt: skip


def add_foreign(store: Store) -> None:
    """Two events of others' data, one of which is no act."""
    with store.writing() as connection:
        for source, own, kind, mode, day, parties in FOREIGN:
            number = stable_id(source, own)
            connection.execute(insert(event), [{
                "id": number, "source": source, "article": None, "name": own, "current": True, "type": kind,
                "mode": mode, "quad": 1 if kind else 0, "status": "actual", "day": day, "first_day": day,
                "last_day": day, "time": day, "also": [], "according_to": [], "quantities": [], "contexts": [],
                "confidence": 1.0, "why": [], "codes": {
                    "cameo": "043" if kind else "010", "text": "a visit", "link": "https://other.example",
                    "mentions": "7", "tone": "-2.5",
                },
            }])  # fmt: skip
            connection.execute(insert(event_party), [
                {"event": number, "role": role, "n": 0, "name": called, "entity": entity, "country": country,
                 "sector": sector}
                for role, called, entity, country, sector in parties
            ])  # fmt: skip
