"""How well Marsad reads: its records against those of careful readers.

    python benchmarks/accuracy.py [--write]

Reads the articles of both gold sets, scores the records and prints the table; `--write` puts it into
docs/accuracy.md. Needs the gold sets in `shared/` beside the repository, or `--shared FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blocks import REPOSITORY, table, write_block

import marsad

Scores = dict[str, Any]

ROWS = (
    # measure of the scorer, what the page calls it, the bar
    ("statements", "statements, F1", None),
    ("statements_with_speaker", "statements with the right speaker, F1", 0.86),
    ("events", "events of the right type, F1", 0.74),
    ("events_with_dyad", "events with the right dyad, F1", 0.62),
    ("event_entities", "entities of events, F1", None),
    ("kind_accuracy", "kind of statement", None),
    ("via_accuracy", "chain of sources", 0.90),
    ("status_accuracy", "status of events", 0.93),
    ("consult_mode_accuracy", "mode of meetings", 0.90),
    ("time_accuracy", "time of events", 0.85),
    ("quantity_recall", "quantities found", 0.95),
    ("published_accuracy", "publication dates", None),
    ("records_in_boilerplate", "records in furniture", 0),
)


def seeds(shared: Path) -> Iterator[dict[str, Any]]:
    """The readings of the seed articles, text files, in the scorer's form."""
    for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)["doc"]
        yield marsad.read(shared / "seeds" / f"{doc}.txt").to_json() | {"doc": doc}


def dev(shared: Path) -> Iterator[dict[str, Any]]:
    """The readings of the development articles, with the outlet and date that their corpus gives."""
    folder = shared / "gold" / "dev"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        articles = Path(temporary) / "dev.jsonl"
        with articles.open("w", encoding="utf-8") as lines:
            for entry in index:
                lines.write(json.dumps(_as_in_corpus(folder, entry), ensure_ascii=False) + "\n")
        readings = marsad.read_many([articles], mapping="saudinewsnet")
        for entry, reading in zip(index, readings, strict=True):
            if reading.article.id != entry["sha256"]:
                raise ValueError(f"{entry['doc']}: not read as it lies on disk, so that its offsets mean nothing")
            yield reading.to_json() | {"doc": entry["doc"]}


def _as_in_corpus(folder: Path, entry: dict[str, Any]) -> dict[str, str]:
    """The record of the corpus that the article file was made from: its title, a blank line, its content."""
    text = (folder / f"{entry['doc']}.txt").read_bytes().decode("utf-8")
    return {
        "source": entry["source"],
        "url": entry["url"],
        "date_extracted": entry["extracted"],
        "title": entry["title"],
        "author": "",
        "content": text.removeprefix(f"{entry['title']}\n\n"),
    }


SETS = {"seeds": (seeds, Path("seeds")), "dev": (dev, Path("gold", "dev"))}


def score(name: str, shared: Path) -> Scores:
    """What the scorer says of our readings of one gold set."""
    read, texts = SETS[name]
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary) / "predicted.jsonl"
        predicted.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in read(shared)), encoding="utf-8")
        gold = shared / "gold"
        files = [gold / "score.py", gold / f"{name}.jsonl", predicted]
        command = [sys.executable, *map(str, files), "--texts", str(shared / texts), "--json"]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    scores: Scores = json.loads(run.stdout)
    return scores


def value(scores: Scores, measure: str) -> float | None:
    """The number that stands for a measure: the F1 where there is one."""
    found = scores[measure]
    number: float | None = found["f1"] if isinstance(found, dict) else found
    return number


def report(scores: dict[str, Scores]) -> str:
    """The table of all gold sets with the command that made it."""
    names = list(scores)
    header = ["", *(f"{n} ({scores[n]['articles']} articles)" for n in names), "bar"]
    rows = [
        [title, *(_text(value(scores[n], measure), measure) for n in names), "" if bar is None else _bar(bar)]
        for measure, title, bar in ROWS
    ]
    return f"{table(header, rows)}\n\nMade by `make bench WRITE=--write`."


def _text(number: float | None, measure: str) -> str:
    if number is None:
        return "–"
    return f"{number:.0f}" if measure == "records_in_boilerplate" else f"{number:.3f}"


def _bar(bar: float) -> str:
    return f"≥ {bar:.2f}" if bar else "0"


def main() -> None:
    """Score both sets, print the table, write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    arguments = parser.parse_args()
    if not (arguments.shared / "gold").is_dir():
        sys.exit(f"{arguments.shared}: no gold sets here; say where they are: --shared FOLDER")
    block = report({name: score(name, arguments.shared) for name in SETS})
    print(block)
    if arguments.write:
        write_block(REPOSITORY / "docs" / "accuracy.md", "scores", block)


if __name__ == "__main__":
    main()
