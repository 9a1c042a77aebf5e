"""One reading made by hand, with everything that can stand in one."""

import hashlib

import pytest

from marsad.records import Article, Dating, Entity, Event, Mention, Quantity, Reading, Span, Statement

TEXT = """الرئيسية | سياسة
قال وزير الخارجية الروسي سيرغي لافروف: «لن نقبل الإملاءات <الغربية>»، بحسب وكالة تاس.
زار الرئيس الصيني شي جين بينغ موسكو، ووقع البلدان اتفاقا بقيمة 3 مليارات دولار لخمس سنوات.
وقد يزور بوتين بكين في مايو المقبل. وتعتزم كييف فرض عقوبات. ونفت طهران مهاجمة السفينة.
"""


def span(piece: str, of: str = TEXT) -> Span:
    start = of.index(piece)
    return Span(start, start + len(piece), piece)


def quantity(piece: str, value: float, unit: str) -> Quantity:
    found = span(piece)
    return Quantity(piece, value, unit, found.start, found.end)


@pytest.fixture
def reading() -> Reading:
    article = Article(
        hashlib.sha256(TEXT.encode()).hexdigest(), TEXT, "lavrov", "news/lavrov.txt", outlet="media:reuters",
        published=Dating("2024-03-05", "day", "بتاريخ 5 مارس 2024"), furniture=(span("الرئيسية | سياسة"),),
    )  # fmt: skip
    entities = (
        Entity("person:sergey-lavrov", "person", "سيرغي لافروف", "Sergey Lavrov", "RUS", "GOV", "foreign-minister@RUS"),
        Entity("media:tass", "media", "تاس", "TASS", "RUS", "JRN"),
        Entity("media:reuters", "media", "رويترز", "Reuters", "GBR", "JRN"),
        Entity("person:xi-jinping", "person", "شي جين بينغ", "Xi Jinping", "CHN", "GOV", "president@CHN"),
        Entity("state:RUS", "state", "روسيا", "Russia", "RUS", "GOV"),
        Entity("state:CHN", "state", "الصين", "China", "CHN", "GOV"),
        Entity("person:vladimir-putin", "person", "فلاديمير بوتين", "Vladimir Putin", "RUS", "GOV"),
        Entity("state:UKR", "state", "أوكرانيا", "Ukraine", "UKR", "GOV"),
        Entity("state:IRN", "state", "إيران", "Iran", "IRN", "GOV"),
        Entity("person:mhmwd", "person", "محمود علوش", "", None, "EDU"),
    )
    statements = (
        Statement(
            "s1", "person:sergey-lavrov", span("قال"), span("«لن نقبل الإملاءات <الغربية>»"), "direct",
            ("media:reuters", "media:tass"), None, None, "say", 0.9, ("cue say.qala", "content by quote"),
        ),
        Statement("s2", "state:IRN", span("نفت"), span("مهاجمة السفينة"), "indirect", act="deny", why=("cue no.such",)),
    )  # fmt: skip
    events = (
        Event(
            "e1", "CONSULT", "visit", span("زار"), (), ("person:xi-jinping",), ("state:RUS",), "actual", "2024-03-04",
            "موسكو", why=("frame consult.zara", "subj=A"), confidence=0.8,
        ),
        Event(
            "e2", "SUPPORT", None, span("اتفاقا"), (span("وقع"),), ("state:RUS", "state:CHN"), (), "actual", None, None,
            quantities=(quantity("3 مليارات دولار", 3e9, "USD"), quantity("لخمس سنوات", 5, "year")),
            contexts=("economic",),
        ),
        Event(
            "e3", "CONSULT", "visit", span("يزور"), (), ("person:vladimir-putin",), ("state:CHN",), "possible",
            "2024-05",
        ),
        Event("e4", "SANCTION", "discontinue", span("فرض عقوبات"), (), ("state:UKR",), (), "planned"),
        Event(
            "e5", "ASSAULT", None, span("مهاجمة"), (), ("state:IRN",), (), "denied", None, None, ("state:IRN",),
            statement="s2",
        ),
    )  # fmt: skip
    mentions = (
        Mention(span("وزير الخارجية الروسي سيرغي لافروف"), "person:sergey-lavrov", "name"),
        Mention(span("شي جين بينغ"), "person:xi-jinping", "name"),
        Mention(span("موسكو"), "state:RUS", "metonym"),
    )
    return Reading(article, entities, mentions, statements, events)
