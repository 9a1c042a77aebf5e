"""Fits the weights of confidence on judged records: what a record's features tell of its being right.

    python benchmarks/confidence.py [--samples 1 2 3] [--write]

Logistic regression with a small penalty on the squares of the weights, by gradient descent. A feature that fewer than
five judged records have gets no weight. `--write` puts the weights into `src/marsad/reading/data/confidence.tsv`.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import judgements as judged

from marsad.parallel import default_reader
from marsad.reading.confidence import TABLE, features

Example = tuple[list[str], bool]
PENALTY = 1.0
RARE = 5
_STEPS, _RATE = 4000, 0.5
_HEAD = """# Weights of a record's features in its confidence; benchmarks/confidence.py fits them on judged records.
record\tfeature\tweight
"""


def examples(samples: set[str], corpus: Path) -> dict[str, list[Example]]:
    """The features of the judged records that the reader still makes, with whether they are right, by kind."""
    chosen = [j for j in judged.load() if not samples or j.sample in samples]
    texts, reader = judged.articles(corpus), default_reader()
    readings = [reader.read(texts[a]) for a in sorted({j.article for j in chosen}) if a in texts]
    entities = {r.article.id[:16]: {e.id: e for e in r.entities} for r in readings}
    found: dict[str, list[Example]] = {"statement": [], "event": []}
    for one, record in judged.still_made(chosen, readings):
        found[one.kind].append((features(record, entities[one.article]), one.verdict == "right"))
    return found


def fit(data: Sequence[Example]) -> dict[str, float]:
    """The weights by feature; `base` bears no penalty."""
    counts = Counter(f for names, _ in data for f in names)
    weights = {f: 0.0 for f, n in counts.items() if n >= RARE}
    for _ in range(_STEPS):
        slope = {f: 0.0 if f == "base" else PENALTY * w for f, w in weights.items()}
        for names, right in data:
            total = sum(weights.get(f, 0.0) for f in names)
            error = 1 / (1 + math.exp(-total)) - right
            for f in names:
                if f in slope:
                    slope[f] += error
        for f in weights:
            weights[f] -= _RATE * slope[f] / len(data)
    return weights


def main() -> None:
    """Fit both kinds of records, print the weights, write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=judged.CORPUS)
    parser.add_argument("--samples", nargs="*", default=[], help="which samples to fit on; all if none are named")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    lines = []
    for kind, data in examples(set(arguments.samples), arguments.corpus).items():
        for feature, weight in sorted(fit(data).items(), key=lambda one: (one[0] != "base", one[0])):
            lines.append(f"{kind}\t{feature}\t{weight:.2f}\n")
    text = _HEAD + "".join(lines)
    print(text)
    if arguments.write:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
