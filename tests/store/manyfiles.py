"""Files of every kind to add: the samples of the package, and newswire of our own in text, JSON Lines, ZIP and HTML."""

import itertools
import json
import shutil
import zipfile
from pathlib import Path

from newswire import WIRES, Wire, write_jsonl

from marsad.api import samples

STATES = [
    ("روسيا", "موسكو"), ("الصين", "بكين"), ("مصر", "القاهرة"), ("تركيا", "أنقرة"), ("إيران", "طهران"),
    ("السعودية", "الرياض"), ("فرنسا", "باريس"), ("ألمانيا", "برلين"), ("اليابان", "طوكيو"), ("الهند", "نيودلهي"),
    ("العراق", "بغداد"), ("الأردن", "عمان"), ("المغرب", "الرباط"), ("باكستان", "إسلام آباد"), ("البرازيل", "برازيليا"),
]  # fmt: skip
ACTS = [
    "وقعت {a} و{b} في {city} أمس اتفاقا بقيمة {n} مليارات دولار، وقالت {a} إن الاتفاق يعزز العلاقات مع {b}.",
    "أدانت {a} تصريحات {b}. وأكدت وزارة خارجية {a} أن {city} ترفض التدخل في شؤونها، وطالبت {b} باعتذار خلال {n} أيام.",
    "يزور وزير خارجية {a} {b} الأسبوع المقبل لبحث {n} ملفات. وقال مصدر في {city} إن الزيارة ستستمر يومين.",
    "فرضت {a} عقوبات على {n} شركات من {b}. وهددت {b} بالرد على {city} إذا لم ترفع العقوبات.",
]


def generated(count: int) -> list[Wire]:
    """Newswire on pairs of states, each article another one."""
    pairs = itertools.permutations(STATES, 2)
    made = []
    for number, ((a, city), (b, _)) in enumerate(itertools.islice(pairs, count)):
        day = f"2024-{1 + number % 9:02}-{1 + number % 27:02}"
        text = ACTS[number % len(ACTS)].format(a=a, b=b, city=city, n=3 + number % 7)
        made.append(Wire(f"made.example/{number}", day, f"{day}T{number % 24:02}:00:00Z", f"{a} و{b}", text))
    return made


def write_all(folder: Path, corpus: Path | None = None) -> Path:
    """The files in a folder of their own; with articles of a SaudiNewsNet archive, if that is given."""
    folder.mkdir()
    shutil.copytree(samples(), folder / "samples", ignore=shutil.ignore_patterns("NOTICE"))
    write_jsonl(folder / "wires.jsonl")
    made = generated(56)
    write_jsonl(folder / "made.jsonl", tuple(made[:30]))
    for number, wire in enumerate(made[30:38]):
        (folder / f"{number}.txt").write_text(f"{wire.title}\n\n{wire.text}", encoding="utf-8")
    for number, wire in enumerate(made[38:43]):
        (folder / f"{number}.html").write_text(_page(wire), encoding="utf-8")
    with zipfile.ZipFile(folder / "made.zip", "w") as archive:
        for number, wire in enumerate(made[43:]):
            archive.writestr(f"{number}.txt", wire.text)
    # The same again, and corrections.
    write_jsonl(folder / "z-again.jsonl", (*WIRES[5:9], *(w._replace(text=w.text + " (تصحيح)") for w in made[:5])))
    if corpus is not None and corpus.exists():
        with zipfile.ZipFile(corpus) as archive:
            rows = [row for name in sorted(archive.namelist()) for row in json.loads(archive.read(name))]
        (folder / "corpus.json").write_text(json.dumps(rows[:25]), encoding="utf-8")
    return folder


def _page(wire: Wire) -> str:
    return (
        f'<html lang="ar"><head><title>{wire.title}</title><link rel="canonical" href="https://{wire.address}">'
        f'<meta property="article:published_time" content="{wire.published}"></head>'
        f"<body><article><h1>{wire.title}</h1><p>{wire.text}</p></article></body></html>"
    )
