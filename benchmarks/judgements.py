"""Judged records: single statements and events of corpus articles, and what a reader of the article said of each.

The table holds no text of an article: only which article (the first digits of its SHA-256), where the record stands, a
hash of its fields, and the verdict. The verdict is on the record as it was; if the reader now makes another one there,
the verdict does not hold of it.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from blocks import REPOSITORY

from marsad.errors import SourceError
from marsad.records import Article, Event, Reading, Statement
from marsad.sources import open_articles

TABLE = REPOSITORY / "benchmarks" / "judgements.tsv"
CORPUS = REPOSITORY.parent / "shared" / "corpora" / "saudinewsnet"
ARTICLES_PER_RECORD = 4
"""How many articles are read for each record that is drawn of a kind, so that few come from one article."""
_ID = 16
_DIGEST = 12

ReadRecord = Statement | Event


@dataclass(frozen=True)
class Judgement:
    """One line of the table. `error` is empty for a right record; `confidence` is what the reader gave."""

    sample: str
    article: str
    kind: str
    type: str
    start: int
    end: int
    digest: str
    confidence: float
    verdict: str
    error: str = ""


COLUMNS = [f.name for f in fields(Judgement)]


def digest(record: ReadRecord) -> str:
    """A hash of all that a verdict is on."""
    if isinstance(record, Statement):
        said = (record.content.start, record.content.end, record.kind, record.addressee)
        values: tuple[object, ...] = (record.speaker, record.via, record.cue.start, record.cue.end, *said)
    else:
        who = (sorted(record.actors), sorted(record.recipients), sorted(record.according_to))
        what = (record.type, record.mode, record.status, record.time, record.place)
        values = (*what, *who, record.trigger.start, record.trigger.end)
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:_DIGEST]


def judgement(sample: str, reading: Reading, record: ReadRecord, verdict: str = "", error: str = "") -> Judgement:
    """The line for a record."""
    event = isinstance(record, Event)
    span = record.trigger if isinstance(record, Event) else record.cue
    return Judgement(
        sample, reading.article.id[:_ID], "event" if event else "statement",
        record.type if isinstance(record, Event) else record.act,
        span.start, span.end, digest(record), record.confidence, verdict, error,
    )  # fmt: skip


def articles(corpus: Path) -> dict[str, Article]:
    """All articles of the corpus, each once, by the first digits of their hash."""
    found = {a.id[:_ID]: a for a in open_articles([corpus], mapping="saudinewsnet", on_error=_skip)}
    return dict(sorted(found.items()))


def _skip(error: SourceError) -> None:
    """The corpus has empty articles; nobody is told of them."""


def draw(readings: Iterable[Reading], seed: int, number: int) -> list[tuple[Reading, ReadRecord]]:
    """`number` statements and as many events at random from the readings, in the order of the readings."""
    all_read = list(readings)
    rng = random.Random(seed)
    drawn: list[tuple[int, int, ReadRecord]] = []
    for of_kind in ("statements", "events"):
        pool = [(k, n, r) for k, x in enumerate(all_read) for n, r in enumerate(getattr(x, of_kind))]
        drawn += sorted(rng.sample(pool, min(number, len(pool))), key=lambda one: one[:2])
    return [(all_read[k], record) for k, _, record in drawn]


def draw_articles(corpus: Path, seed: int, number: int) -> list[Article]:
    """The articles from which a sample of `number` records of a kind is drawn."""
    everything = list(articles(corpus).values())
    return random.Random(seed).sample(everything, min(len(everything), number * ARTICLES_PER_RECORD))


def load(path: Path = TABLE) -> list[Judgement]:
    """All judgements of the table."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [_judgement_of(row) for row in rows]


def _judgement_of(row: dict[str, Any]) -> Judgement:
    numbers = {"start": int(row["start"]), "end": int(row["end"]), "confidence": float(row["confidence"])}
    return Judgement(**(row | numbers))


def save(judgements: Iterable[Judgement], path: Path = TABLE) -> None:
    """Write the table, in a fixed order."""
    ordered = sorted(judgements, key=lambda j: (j.sample.zfill(6), j.kind, j.article, j.start))
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(j) for j in ordered)


def still_made(judgements: list[Judgement], readings: Iterable[Reading]) -> Iterator[tuple[Judgement, ReadRecord]]:
    """Those judgements whose record the readings still hold, with the record as it is now."""
    now: dict[tuple[str, str], ReadRecord] = {}
    for reading in readings:
        records: list[ReadRecord] = [*reading.statements, *reading.events]
        now |= {(reading.article.id[:_ID], digest(record)): record for record in records}
    for one in judgements:
        found = now.get((one.article, one.digest))
        if found is not None:
            yield one, found
