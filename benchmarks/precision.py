"""How often a record is right: samples of corpus records, judged one by one against the text.

    python benchmarks/precision.py sample --seed 100 --sheet sheet.jsonl    # draw, and print what is to be judged
    python benchmarks/precision.py judge sheet.jsonl verdicts.txt           # put the verdicts into the table
    python benchmarks/precision.py report [--write]                         # the tables, into docs/accuracy.md

A sheet holds articles' text and stays outside the repository. A line of verdicts is the record's number and `right`, or
the class of its worst error in one word (`speaker`, `content`, `actor`, `recipient`, `type`, `no-event`, `time` …);
what follows `#` is a remark. A record is right only if every field is.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import judgements as judged
from blocks import REPOSITORY, table, write_block
from judgements import Judgement, ReadRecord

from marsad.parallel import default_reader
from marsad.records import Event, Reading

RIGHT = "right"
BARS = {"statement": 0.90, "event": 0.80}
BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.3, 0.5), (0.1, 0.3), (0.0, 0.1))
LAST = "100"
"""The sample that was drawn last, after the weights of confidence were fitted."""
_AROUND = 350
"""How many characters before and after a record a sheet shows."""


def sample(corpus: Path, seed: int, number: int) -> Iterator[dict[str, Any]]:
    """The lines of a sheet: number, judgement without verdict, the record's fields, and the text around it."""
    reader = default_reader()
    readings = [reader.read(a) for a in judged.draw_articles(corpus, seed, number)]
    for n, (reading, record) in enumerate(judged.draw(readings, seed, number), 1):
        yield {
            "number": n,
            "judgement": asdict(judged.judgement(str(seed), reading, record)),
            "article": _headline(reading),
            "fields": _fields(record),
            "context": _context(reading, record),
        }


def _headline(reading: Reading) -> str:
    article = reading.article
    return f"{article.outlet} · {article.published.date} · {article.title}"


def _fields(record: ReadRecord) -> str:
    if isinstance(record, Event):
        sides = f"{', '.join(record.actors) or '–'} → {', '.join(record.recipients) or '–'}"
        where = f"time {record.time} · place {record.place} · according to {', '.join(record.according_to) or '–'}"
        return f"{record.type} {record.mode or ''} · {record.status} · {sides} · {where}"
    heard = f" · to {record.addressee}" if record.addressee else ""
    via = f" · via {', '.join(record.via)}" if record.via else ""
    return f"{record.speaker}{via}{heard} · {record.act} · {record.kind}"


def _context(reading: Reading, record: ReadRecord) -> str:
    """The text around a record, its words marked ⟦so⟧ and a statement's content ⟪so⟫."""
    text = reading.article.text
    marks: dict[int, str] = {}
    spans = [(record.trigger, "⟦", "⟧")] if isinstance(record, Event) else []
    if not isinstance(record, Event):
        spans = [(record.cue, "⟦", "⟧"), (record.content, "⟪", "⟫")]
    for span, opening, closing in spans:
        marks[span.end] = closing + marks.get(span.end, "")
        marks[span.start] = marks.get(span.start, "") + opening
    first = max(0, min(s.start for s, *_ in spans) - _AROUND)
    last = min(len(text), max(s.end for s, *_ in spans) + _AROUND)
    return "".join(marks.get(k, "") + (text[k] if k < last else "") for k in range(first, last + 1))


def show(line: dict[str, Any]) -> str:
    """A line of a sheet for human eyes."""
    one = line["judgement"]
    head = f"━━ {line['number']} {one['kind']} {one['confidence']:.2f} · {line['article']}"
    return f"{head}\n{line['fields']}\n{line['context']}\n"


def verdicts(text: str) -> dict[int, str]:
    """The verdicts of a file by the record's number. Raises `ValueError` for a line that is none."""
    found: dict[int, str] = {}
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if words:
            number, verdict = words
            found[int(number)] = verdict
    return found


def judge(sheet: Path, given: dict[int, str]) -> list[Judgement]:
    """The judgements of a sheet's records. Raises `ValueError` unless each has a verdict."""
    lines = [json.loads(line) for line in sheet.read_text(encoding="utf-8").splitlines()]
    if missing := {line["number"] for line in lines} - set(given):
        raise ValueError(f"no verdict on {', '.join(map(str, sorted(missing)))}")
    found = []
    for line in lines:
        verdict = given[line["number"]]
        right = verdict == RIGHT
        one = Judgement(**line["judgement"])
        found.append(replace(one, verdict=RIGHT if right else "wrong", error="" if right else verdict))
    return found


def interval(right: int, total: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share (Wilson 1927)."""
    if not total:
        return 0.0, 1.0
    z = 1.96
    share = right / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def _share(right: int, total: int) -> str:
    if not total:
        return "–"
    low, high = interval(right, total)
    return f"{right / total:.2f} ({low:.2f}–{high:.2f})"


def precision_table(judgements: Sequence[Judgement], made: Counter[tuple[str, str]]) -> str:
    """Precision of each sample and kind; `made` counts the judged records that the reader still makes."""
    rows = []
    for one in sorted({j.sample for j in judgements}, key=int):
        for kind, bar in BARS.items():
            of = [j for j in judgements if j.sample == one and j.kind == kind]
            right = sum(j.verdict == RIGHT for j in of)
            if not of:
                continue
            rows.append([f"{one}, {kind}s", str(len(of)), _share(right, len(of)), f"≥ {bar:.2f}", str(made[one, kind])])
    return table(["sample", "judged", "right in every field", "bar", "still made"], rows)


def error_table(judgements: Sequence[Judgement]) -> str:
    """How many judged records had which error, by sample."""
    samples = sorted({j.sample for j in judgements}, key=int)
    counts = Counter((j.kind, j.error, j.sample) for j in judgements if j.error)
    classes = Counter((j.kind, j.error) for j in judgements if j.error)
    ordered = sorted(classes, key=lambda c: (c[0] == "event", -classes[c], c[1]))
    rows = [[f"{k}: {e}", *(str(counts[k, e, s] or "") for s in samples)] for k, e in ordered]
    return table(["error", *samples], rows)


def reliability_table(judged_at: Sequence[tuple[Judgement, float]]) -> str:
    """How often records are right that have a confidence in each band, by kind."""
    rows = []
    for low, high in BANDS:
        cells = []
        for kind in BARS:
            of = [j for j, confidence in judged_at if j.kind == kind and low <= confidence < high]
            cells += [str(len(of)), _share(sum(j.verdict == RIGHT for j in of), len(of))]
        rows.append([f"{low:.1f} to {min(high, 1):.1f}" if low else f"below {high:.1f}", *cells])
    return table(["confidence", "statements", "right", "events", "right"], rows)


def report(judgements: Sequence[Judgement], corpus: Path) -> str:
    """All tables."""
    texts = judged.articles(corpus)
    reader = default_reader()
    readings = [reader.read(texts[a]) for a in sorted({j.article for j in judgements}) if a in texts]
    made = list(judged.still_made(list(judgements), readings))
    counts = Counter((j.sample, j.kind) for j, _ in made)
    return "\n\n".join(
        [
            precision_table(judgements, counts),
            error_table(judgements),
            f"Sample {LAST}, which no weight was fitted on, at the confidence that its records had when drawn:",
            reliability_table([(j, j.confidence) for j in judgements if j.sample == LAST]),
            "All judged records that the reader still makes, at the confidence that they have now:",
            reliability_table([(j, r.confidence) for j, r in made]),
            "Made by `make precision`.",
        ]
    )


def main() -> None:
    """Draw a sample, take in its verdicts, or report on all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=judged.CORPUS)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--number", type=int, default=100, help="of statements, and of events")
    drawing.add_argument("--sheet", type=Path, required=True, help="where the sheet goes, outside the repository")
    judging = commands.add_parser("judge")
    judging.add_argument("sheet", type=Path)
    judging.add_argument("verdicts", type=Path)
    reporting = commands.add_parser("report")
    reporting.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    arguments = parser.parse_args()
    if arguments.command == "sample":
        lines = list(sample(arguments.corpus, arguments.seed, arguments.number))
        arguments.sheet.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
        sys.stdout.writelines(show(line) + "\n" for line in lines)
    elif arguments.command == "judge":
        new = judge(arguments.sheet, verdicts(arguments.verdicts.read_text(encoding="utf-8")))
        samples = {j.sample for j in new}
        judged.save([j for j in judged.load() if j.sample not in samples] + new)
    else:
        block = report(judged.load(), arguments.corpus)
        print(block)
        if arguments.write:
            write_block(REPOSITORY / "docs" / "accuracy.md", "precision", block)


if __name__ == "__main__":
    main()
