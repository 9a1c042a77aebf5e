"""Two dozen small newswire articles of our own, with what stores and links have to tell apart: copies, corrections, one
event told twice, the same men at another time, promises kept, broken and postponed, echoes, agreements."""

import functools
import json
from pathlib import Path
from typing import NamedTuple

from marsad.records import Reading
from marsad.sources import article_from_text


class Wire(NamedTuple):
    """An article: its address after `https://`, the day it came out, when it was fetched, title and text."""

    address: str
    published: str
    retrieved: str
    title: str
    text: str


MEETING = (
    "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو يوم الثلاثاء. وقال لافروف إن البلدين "
    "سيوقعان اتفاقا بقيمة 3 مليارات دولار الشهر المقبل. وأكد وانغ أن بكين تدعم الحوار مع موسكو في مجلس الأمن الدولي."
)
STRIKE = "قتل 12 شخصا في غارة إسرائيلية على مدينة صور جنوبي لبنان يوم الأربعاء، بحسب وزارة الصحة اللبنانية."
WIRES = (
    # One meeting: an agency's piece, its copies, another telling of it, a correction.
    Wire("agency.example/1", "2024-05-14", "2024-05-14T09:00:00Z", "لافروف يلتقي وانغ يي في موسكو", MEETING),
    Wire("paper.example/a", "2024-05-15", "2024-05-15T07:00:00Z", "مباحثات روسية صينية", MEETING),
    Wire(
        "daily.example/a", "2024-05-15", "2024-05-15T08:00:00Z", "لقاء موسكو",
        MEETING + " وتأتي الزيارة قبل أيام من قمة مرتقبة بين البلدين.",
    ),
    Wire(
        "mirror.example/a", "2024-05-15", "2024-05-15T10:30:00Z", "اجتماع وزيري خارجية روسيا والصين",
        "بحث وزير الخارجية الصيني وانغ يي مع نظيره الروسي سيرغي لافروف في موسكو أمس الثلاثاء العلاقات بين البلدين. "
        "وقال وانغ إن الاتفاق المقبل تبلغ قيمته أربعة مليارات دولار.",
    ),
    Wire(
        "agency.example/1", "2024-05-14", "2024-05-14T12:00:00Z", "لافروف يلتقي وانغ يي في موسكو (تصحيح)",
        MEETING.replace("3 مليارات", "3.5 مليار") + " (تصحيح قيمة الاتفاق)",
    ),
    Wire(
        "agency.example/9", "2023-02-22", "2023-02-22T09:00:00Z", "وانغ يي في موسكو",
        "التقى وزير الخارجية الروسي سيرغي لافروف وزير الخارجية الصيني وانغ يي في موسكو يوم الأربعاء وبحثا الأزمة "
        "الأوكرانية.",
    ),
    # A promise that is kept, with an agreement that goes on.
    Wire(
        "agency.example/2", "2024-03-05", "2024-03-05T09:00:00Z", "الرياض والقاهرة",
        "أعلن وزير الخارجية المصري سامح شكري أن مصر والسعودية ستوقعان في أبريل المقبل اتفاقا للربط الكهربائي بقيمة "
        "خمسة مليارات دولار في الرياض.",
    ),
    Wire(
        "paper.example/b", "2024-04-10", "2024-04-10T15:00:00Z", "توقيع اتفاق الربط الكهربائي",
        "وقعت مصر والسعودية في الرياض اليوم الأربعاء اتفاقا للربط الكهربائي بقيمة خمسة مليارات دولار. وقال شكري إن "
        "الاتفاق يفتح صفحة جديدة في العلاقات.",
    ),
    Wire(
        "daily.example/b", "2024-06-01", "2024-06-01T06:00:00Z", "البرلمان المصري يصادق",
        "صادق البرلمان المصري اليوم السبت على اتفاق الربط الكهربائي بين مصر والسعودية الذي تبلغ قيمته خمسة مليارات "
        "دولار.",
    ),
    # A promise that is broken, one that is put off, one of which nobody tells again.
    Wire(
        "agency.example/3", "2024-04-20", "2024-04-20T09:00:00Z", "أردوغان إلى واشنطن",
        "يزور الرئيس التركي رجب طيب أردوغان واشنطن في 9 مايو المقبل للقاء الرئيس الأمريكي جو بايدن، بحسب الرئاسة "
        "التركية.",
    ),
    Wire(
        "mirror.example/b", "2024-05-03", "2024-05-03T18:00:00Z", "إلغاء زيارة",
        "ألغى الرئيس التركي رجب طيب أردوغان زيارته إلى واشنطن التي كانت مقررة في 9 مايو. وقالت الرئاسة التركية إن "
        "موعدا آخر لم يحدد.",
    ),
    Wire(
        "agency.example/4", "2024-02-01", "2024-02-01T09:00:00Z", "قمة في الجزائر",
        "تستضيف الجزائر القمة العربية في 20 مارس المقبل، وفق ما أعلنت وزارة الخارجية الجزائرية.",
    ),
    Wire(
        "daily.example/c", "2024-03-12", "2024-03-12T09:00:00Z", "تأجيل القمة",
        "أعلنت وزارة الخارجية الجزائرية تأجيل القمة العربية التي كانت مقررة في 20 مارس إلى مايو المقبل.",
    ),
    Wire(
        "paper.example/c", "2024-01-15", "2024-01-15T09:00:00Z", "وعد بالمساعدة",
        "أعلن رئيس الوزراء الياباني فوميو كيشيدا أن طوكيو ستقدم مساعدات بقيمة 100 مليون دولار إلى أوكرانيا في فبراير "
        "المقبل.",
    ),
    # An attack, told twice with other numbers, and its condemnation.
    Wire("agency.example/5", "2024-05-22", "2024-05-22T20:00:00Z", "غارة على صور", STRIKE),
    Wire(
        "mirror.example/c", "2024-05-23", "2024-05-23T05:00:00Z", "قتلى في صور",
        "ارتفع إلى 15 عدد قتلى الغارة الإسرائيلية التي استهدفت مدينة صور جنوبي لبنان أمس الأربعاء.",
    ),
    Wire("paper.example/d", "2024-05-22", "2024-05-22T21:00:00Z", "غارة إسرائيلية", "عاجل. " + STRIKE),
    Wire(
        "daily.example/d", "2024-05-23", "2024-05-23T11:00:00Z", "باريس تدين",
        "أدانت فرنسا الغارة الإسرائيلية على صور. وقال وزير الخارجية الفرنسي ستيفان سيجورنيه إن باريس تطالب بوقف فوري "
        "لإطلاق النار.",
    ),
    # One sentence of one speaker, in three translations.
    Wire(
        "agency.example/6", "2024-05-24", "2024-05-24T09:00:00Z", "غوتيريش يحذر",
        "قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن العالم لا يستطيع أن يتحمل حربا جديدة في الشرق الأوسط.",
    ),
    Wire(
        "paper.example/e", "2024-05-25", "2024-05-25T09:00:00Z", "تحذير أممي",
        "حذر الأمين العام للأمم المتحدة أنطونيو غوتيريش قائلا: «لا يمكن للعالم تحمل حرب جديدة في الشرق الأوسط».",
    ),
    Wire(
        "daily.example/e", "2024-05-25", "2024-05-25T12:00:00Z", "الأمم المتحدة",
        "أكد غوتيريش، الأمين العام للأمم المتحدة، أن العالم ليس قادرا على تحمل حرب أخرى في الشرق الأوسط.",
    ),
    # Two calls of the same two, months apart, and what tells of no act between states.
    Wire(
        "agency.example/7", "2024-01-20", "2024-01-20T09:00:00Z", "اتصال",
        "بحث الرئيس الفرنسي إيمانويل ماكرون في اتصال هاتفي مع الرئيس المصري عبد الفتاح السيسي الوضع في غزة.",
    ),
    Wire(
        "agency.example/8", "2024-06-18", "2024-06-18T09:00:00Z", "اتصال",
        "بحث الرئيس الفرنسي إيمانويل ماكرون في اتصال هاتفي مع الرئيس المصري عبد الفتاح السيسي الوضع في السودان.",
    ),
    Wire("daily.example/f", "2024-06-18", "2024-06-18T10:00:00Z", "الطقس", "يكون الطقس غدا حارا نهارا ومعتدلا ليلا."),
)  # fmt: skip


@functools.cache
def readings() -> tuple[Reading, ...]:
    """The articles as they are read, in their order."""
    from marsad.parallel import read_article

    return tuple(
        read_article(
            article_from_text(
                f"{w.title}\n\n{w.text}", doc=w.address, uri=f"https://{w.address}", title=w.title,
                published=w.published, retrieved=w.retrieved,
            )
        )
        for w in WIRES
    )  # fmt: skip


def as_json(wire: Wire) -> str:
    """One line of JSON Lines with an article."""
    return json.dumps(
        {
            "url": f"https://{wire.address}", "published": wire.published, "retrieved": wire.retrieved,
            "title": wire.title, "text": wire.text,
        },
        ensure_ascii=False,
    )  # fmt: skip


def write_jsonl(path: Path, wires: tuple[Wire, ...] = WIRES) -> Path:
    """A file of articles."""
    path.write_text("".join(as_json(wire) + "\n" for wire in wires), encoding="utf-8")
    return path
