"""Whether Marsad finds violence and protest where readers find them, and nothing where there is none.

    python benchmarks/sentences.py [--write]

Reads the single sentences of `gold/arabic_event_gsr` and counts, for each of their labels, in how many an event of
the type is found that the sentence tells as a fact: `actual`, not planned, possible or denied. Prints the table;
`--write` puts it into docs/accuracy.md. Needs `shared/` beside the repository, or `--shared FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from blocks import REPOSITORY, table, write_block

import marsad

Shares = dict[str, float]

LABELS = ("yes", "difficult no", "easy no", "ambiguous")
BARS = {"ASSAULT": {"yes": "≥ 0.80", "easy no": "≤ 0.15"}, "PROTEST": {"yes": "≥ 0.75", "easy no": "≤ 0.05"}}


def folder(shared: Path) -> Path:
    """Where the labelled sentences lie."""
    return shared / "gold" / "arabic_event_gsr"


def sentences(event_type: str, shared: Path) -> list[dict[str, str]]:
    """The labelled sentences of one type: `id`, `label`, `text`."""
    lines = (folder(shared) / f"{event_type.lower()}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def reports(text: str, event_type: str) -> bool:
    """Whether `text`, read as an article of its own, has an event of the type that it tells as a fact."""
    return any(event.type == event_type and event.status == "actual" for event in marsad.read(text).events)


def shares(event_type: str, shared: Path) -> Shares:
    """For each label the share of its sentences that have an event of the type."""
    rows = sentences(event_type, shared)
    total = Counter(row["label"] for row in rows)
    found = Counter(row["label"] for row in rows if reports(row["text"], event_type))
    return {label: found[label] / total[label] for label in LABELS}


def report(measured: dict[str, Shares]) -> str:
    """The table: one line for each label, share and bar of each type, with the command that made it."""
    header = ["readers say", *(cell for event_type in measured for cell in (f"{event_type} found", "bar"))]
    rows = [
        [label, *(cell for name in measured for cell in (f"{measured[name][label]:.2f}", BARS[name].get(label, "")))]
        for label in LABELS
    ]
    return f"{table(header, rows)}\n\nMade by `make bench WRITE=--write`."


def main() -> None:
    """Read the sentences, print the table, write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    arguments = parser.parse_args()
    if not folder(arguments.shared).is_dir():
        sys.exit(f"{arguments.shared}: no labelled sentences here; say where they are: --shared FOLDER")
    block = report({event_type: shares(event_type, arguments.shared) for event_type in BARS})
    print(block)
    if arguments.write:
        write_block(REPOSITORY / "docs" / "accuracy.md", "sentences", block)


if __name__ == "__main__":
    main()
